package org.smssev.jobs.ingest.source;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Files of one source that are read alike.
 *
 * @param files which, and how much was read of each
 * @param dataset their records ({@link Landing#META}, then their columns), with the columns joined to them
 * @param parts where they are read in place; null where they are landed
 * @param plan how fields come from them
 */
public record Input(List<Read> files, Supplier<Dataset<Row>> dataset, JavaRDD<FilePart> parts, RecordPlan plan) {
    /** Files that were landed. */
    static Input landed(List<Read> files, Dataset<Row> rows, RecordPlan plan) {
        return new Input(files, () -> rows, null, plan);
    }

    /**
     * A file.
     *
     * @param records records in it
     */
    public record Read(FileId file, long records) {}

    /** Name of the source. */
    public String source() {
        return files.get(0).file().source();
    }

    /** Numbers of the files by their digests. */
    public Map<String, Integer> numbers() {
        return files.stream()
                .collect(Collectors.toMap(f -> f.file().sha256(), f -> f.file().number()));
    }
}
