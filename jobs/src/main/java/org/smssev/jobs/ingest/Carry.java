package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What of an earlier release's table stays: whole files, which are copied as they are, and rows of files that hold other
 * rows too. A release that adds records and replaces few so costs by what it brings, not by what is there.
 *
 * @param files files that stay whole
 * @param rows rows that stay of the other files
 */
record Carry(List<String> files, Dataset<Row> rows) {
    private static final Column FILE = functions.col("_metadata.file_path");
    /** With more files than this all are written anew, so that small ones do not pile up. */
    private static final int MOST_FILES = 64;

    /**
     * Finds what stays.
     *
     * @param earlier the table of the earlier release, as read from its files
     * @param key its key column
     * @param replaced keys that do not stay, in a column {@code x_key}, each once
     * @param n how many these are
     */
    static Carry of(Dataset<Row> earlier, String key, Dataset<Row> replaced, long n) {
        if (earlier.inputFiles().length == 0) {
            return new Carry(List.of(), earlier);
        }
        Dataset<Row> keys = Broadcasts.ofFew(replaced, n);
        Column same = earlier.col(key).equalTo(keys.col("x_key"));
        List<Row> files = earlier.select(earlier.col(key), FILE.as("file"))
                .join(keys, same, "left")
                .groupBy("file")
                .agg(functions.count("x_key").as("replaced"))
                .collectAsList();
        List<String> whole = new ArrayList<>();
        List<String> touched = new ArrayList<>();
        files.forEach(f -> (f.getLong(1) == 0 && files.size() <= MOST_FILES ? whole : touched).add(f.getString(0)));
        whole.sort(null);
        Dataset<Row> rows = earlier.filter(FILE.isin(touched.toArray())).join(keys, same, "left_anti");
        return new Carry(List.copyOf(whole), rows);
    }
}
