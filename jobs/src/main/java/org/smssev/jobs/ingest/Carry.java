package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.roaringbitmap.RoaringBitmap;
import org.smssev.common.table.CarriedFiles;
import org.smssev.common.table.DataFile;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.PlacesInFile;
import org.smssev.common.table.StoredTable;
import org.smssev.jobs.ingest.rows.Broadcasts;

/**
 * What of an earlier release's table stays: files, which stay where they are, but for rows that are deleted from them by
 * their places, and rows of files of which too much is deleted. A release that adds records and replaces few so costs by what
 * it brings, not by what is there.
 *
 * @param files files that stay
 * @param rows rows that stay of the other files; null where there is no other
 * @param lacks as {@link CarriedFiles#lacks}
 */
record Carry(List<DataFile> files, InternalRows rows, LongPredicate lacks) {
    /** No file and no row. */
    static final Carry NOTHING = new Carry(List.of(), null);

    private static final Column FILE = functions.col("_metadata.file_path");
    private static final String FILE_NAME = "file";
    private static final String REPLACED = "replaced";
    /** With so many files more than they need all are written anew, so that small ones do not pile up. */
    private static final int MOST_FILES = 64;
    /** A file is written anew where of so many rows more than one is deleted, as all of them are read each time. */
    private static final int MOST_DELETED = 4;

    Carry(List<DataFile> files, InternalRows rows) {
        this(files, rows, null);
    }

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
                table,
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
        int at = table.schema().fieldIndex(key);
        return without(table, seen(table, key, replaced), row -> !replaced.has(row.getUTF8String(at)))
                .lacking(replaced::has);
    }

    /**
     * The same where the places of the rows that do not stay are known.
     *
     * @param gone rows of each file that do not stay, with those that are deleted, by its path
     * @param stays tells the rows that stay
     */
    static Carry without(StoredTable table, Map<String, PlacesInFile> gone, Function<InternalRow, Boolean> stays) {
        boolean areMany = areMany(table);
        List<DataFile> files = new ArrayList<>();
        List<DataFile> anew = new ArrayList<>();
        for (DataFile file : table.files()) {
            PlacesInFile deleted = gone.get(file.path());
            if (deleted.areMoreThanOneIn(MOST_DELETED) || areMany) {
                anew.add(file);
            } else {
                files.add(file.without(deleted.places()));
            }
        }
        if (anew.isEmpty()) {
            return new Carry(files, null);
        }
        return new Carry(files, table.withFiles(anew).scan().rows().filter(stays));
    }

    /** Looks for rows of such a key; by the paths of the files. */
    static Map<String, PlacesInFile> seen(StoredTable table, String key, DigestedKeys.Known keys) {
        StoredTable.Scan scan = table.scanPlaced(List.of(key));
        List<PlacesInFile> parts = scan.rows()
                .rows()
                .mapPartitions(rows -> List.of(seen(rows, keys)).iterator())
                .collect();
        return withDeleted(table, scan.files(), parts);
    }

    /**
     * Places in the files of a table, with those of rows that are deleted; by the paths of the files.
     *
     * @param files of which file each part is
     * @param parts what was found of parts of files, among the rows that are not deleted
     */
    static Map<String, PlacesInFile> withDeleted(StoredTable table, List<DataFile> files, List<PlacesInFile> parts) {
        Map<String, PlacesInFile> all = new HashMap<>();
        for (DataFile file : table.files()) {
            all.put(file.path(), new PlacesInFile(file.deleted().getLongCardinality(), file.deleted()));
        }
        for (int i = 0; i < parts.size(); i++) {
            all.merge(files.get(i).path(), parts.get(i), PlacesInFile::and);
        }
        return all;
    }

    private static PlacesInFile seen(Iterator<InternalRow> rows, DigestedKeys.Known keys) {
        long n = 0;
        RoaringBitmap found = new RoaringBitmap();
        for (; rows.hasNext(); n++) {
            InternalRow row = rows.next();
            if (keys.has(row.getUTF8String(0))) {
                found.add((int) row.getLong(1));
            }
        }
        return new PlacesInFile(n, found);
    }

    /** A table all of whose rows stay. */
    static Carry all(StoredTable table) {
        return areMany(table) ? new Carry(List.of(), table.scan().rows()) : new Carry(table.files(), null);
    }

    /** Rows that have different values in columns of one value a file are in different files, whatever is written anew. */
    private static boolean areMany(StoredTable table) {
        long needed = table.files().stream().map(DataFile::set).distinct().count();
        return table.files().size() - needed >= MOST_FILES;
    }

    private static Carry of(
            StoredTable table, Dataset<Row> marked, java.util.function.Function<Object[], Dataset<Row>> rows) {
        List<Row> files = marked.groupBy(FILE_NAME)
                .agg(functions.count_if(functions.col(REPLACED)))
                .collectAsList();
        List<String> whole = new ArrayList<>();
        List<String> touched = new ArrayList<>();
        boolean areMany = areMany(table);
        files.forEach(f -> (f.getLong(1) == 0 && !areMany ? whole : touched).add(f.getString(0)));
        List<DataFile> stay = table.files().stream()
                .filter(file -> whole.contains(table.address(file)))
                .toList();
        return new Carry(stay, touched.isEmpty() ? null : InternalRows.planned(rows.apply(touched.toArray())));
    }

    /** The same with further rows. */
    Carry with(InternalRows more) {
        return new Carry(files, and(more), lacks);
    }

    /** The same where it is known which digests of keys the rows of the files do not have. */
    Carry lacking(LongPredicate digests) {
        return new Carry(files, rows, digests);
    }

    /** The files. */
    CarriedFiles carried() {
        return new CarriedFiles(files, lacks);
    }

    /** The rows that stay beside whole files, and other rows. */
    InternalRows and(InternalRows others) {
        return rows == null ? others : others.and(rows);
    }
}
