package org.smssev.jobs.ingest;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.StoredTable;

/**
 * What of an earlier release's table stays: whole files, which are copied as they are, and rows of files that hold other
 * rows too. A release that adds records and replaces few so costs by what it brings, not by what is there.
 *
 * @param files files that stay whole
 * @param rows rows that stay of the other files; null where there is no other
 */
record Carry(List<String> files, InternalRows rows) {
    private static final Column FILE = functions.col("_metadata.file_path");
    private static final String FILE_NAME = "file";
    private static final String REPLACED = "replaced";
    /** With more files than this all are written anew, so that small ones do not pile up. */
    private static final int MOST_FILES = 64;

    /**
     * Finds what stays of a table some of whose rows are replaced.
     *
     * @param table the table of the earlier release
     * @param key its key column
     * @param replaced keys that do not stay, in a column {@code x_key}, each once; not read if there are none
     * @param n how many these are
     */
    static Carry of(StoredTable table, String key, Dataset<Row> replaced, long n) {
        Dataset<Row> earlier = table.dataset();
        Dataset<Row> keys = Broadcasts.ofFew(replaced, n);
        Column same = earlier.col(key).equalTo(keys.col("x_key"));
        return of(
                earlier.select(earlier.col(key), FILE.as(FILE_NAME))
                        .join(keys, same, "left")
                        .withColumn(REPLACED, functions.col("x_key").isNotNull()),
                files -> earlier.filter(FILE.isin(files)).join(keys, same, "left_anti"));
    }

    /**
     * Finds what stays of a table of which rows of some keys, and of any key with such a digest, do not; reads it without a
     * plan.
     */
    static Carry without(StoredTable table, String key, DigestedKeys.Known replaced) {
        List<String> touched = table.files().size() > MOST_FILES ? table.files() : having(table, key, replaced);
        List<String> whole =
                table.files().stream().filter(file -> !touched.contains(file)).toList();
        if (touched.isEmpty()) {
            return new Carry(whole, null);
        }
        int at = table.schema().fieldIndex(key);
        JavaRDD<InternalRow> rows =
                table.withFiles(touched).scan().rows().rows().filter(row -> !replaced.has(row.getUTF8String(at)));
        return new Carry(whole, InternalRows.made(table.spark(), rows, table.schema()));
    }

    /** The files that have a row of such a key. */
    private static List<String> having(StoredTable table, String key, DigestedKeys.Known keys) {
        StoredTable.Scan scan = table.scan(List.of(key));
        return scan.rows().rows().mapPartitionsWithIndex((i, rows) -> found(i, rows, keys), false).collect().stream()
                .map(scan.files()::get)
                .distinct()
                .toList();
    }

    private static Iterator<Integer> found(int partition, Iterator<InternalRow> rows, DigestedKeys.Known keys) {
        while (rows.hasNext()) {
            if (keys.has(rows.next().getUTF8String(0))) {
                return List.of(partition).iterator();
            }
        }
        return Collections.emptyIterator();
    }

    /** A table all of whose rows stay. */
    static Carry all(StoredTable table) {
        List<String> files = table.files();
        return files.size() <= MOST_FILES
                ? new Carry(files, null)
                : new Carry(List.of(), table.scan().rows());
    }

    private static Carry of(Dataset<Row> marked, Function<Object[], Dataset<Row>> rows) {
        List<Row> files = marked.groupBy(FILE_NAME)
                .agg(functions.count_if(functions.col(REPLACED)))
                .collectAsList();
        List<String> whole = new ArrayList<>();
        List<String> touched = new ArrayList<>();
        files.forEach(f -> (f.getLong(1) == 0 && files.size() <= MOST_FILES ? whole : touched).add(f.getString(0)));
        // Addresses, in which a blank is %20.
        List<String> paths = whole.stream()
                .map(file -> new Path(URI.create(file)).toString())
                .sorted()
                .toList();
        return new Carry(paths, touched.isEmpty() ? null : InternalRows.planned(rows.apply(touched.toArray())));
    }

    /** The same with further rows. */
    Carry with(InternalRows more) {
        return new Carry(files, and(more));
    }

    /** The rows that stay beside whole files, and other rows. */
    InternalRows and(InternalRows others) {
        return rows == null ? others : others.and(rows);
    }
}
