package org.smssev.jobs.ingest;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Files of one source that were landed and are read alike.
 *
 * @param files which, and how much was read of each
 * @param rows their landed records ({@link Landing#META}, then their columns), with the columns joined to them
 * @param plan how fields come from them
 */
record Input(List<Read> files, Dataset<Row> rows, RecordPlan plan) {
    /**
     * A file.
     *
     * @param records records in it
     */
    record Read(FileId file, long records) {}

    /** Name of the source. */
    String source() {
        return files.get(0).file().source();
    }

    /** Numbers of the files by their digests. */
    Map<String, Integer> numbers() {
        return files.stream()
                .collect(Collectors.toMap(f -> f.file().sha256(), f -> f.file().number()));
    }
}
