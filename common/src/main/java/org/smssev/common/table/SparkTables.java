package org.smssev.common.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.smssev.common.table.TableDef.ColumnDef;

/** Reads and writes large tables by Spark; their commits are the {@link Warehouse}'s. */
public final class SparkTables {
    private static final int MAX_FILES = 8;

    private final SparkSession spark;
    private final Warehouse warehouse;

    /** Tables of a warehouse, seen by a session. */
    public SparkTables(SparkSession spark, Warehouse warehouse) {
        this.spark = spark;
        this.warehouse = warehouse;
    }

    /**
     * A table at a version; a column that the version lacks is null.
     *
     * @throws org.smssev.common.UserException with exit 3, if another version of the program wrote it and it does not fit
     */
    public Dataset<Row> read(Class<? extends Record> type, long version) {
        return table(type, version).dataset();
    }

    /**
     * The data files of a table at a version.
     *
     * @throws org.smssev.common.UserException as {@link #read}
     */
    public StoredTable table(Class<? extends Record> type, long version) {
        TableDef def = TableDef.of(type);
        return new StoredTable(spark, type, warehouse.readableFiles(def, version));
    }

    /** What a write committed. */
    public record Written(long version, long rows) {}

    /**
     * Replaces a table: writes files, checks what was written, commits.
     *
     * @throws IllegalStateException naming the table and what is broken, if a declared column is missing, null, empty or
     *     out of its range, or a key repeats; nothing is committed then
     */
    public Written overwrite(Class<? extends Record> type, Dataset<Row> rows) {
        return overwrite(type, InternalRows.planned(rows), List.of());
    }

    /** The same with files of an earlier version that stay where they are. */
    public Written overwrite(Class<? extends Record> type, InternalRows rows, List<DataFile> carried) {
        return overwrite(type, rows, CarriedFiles.of(carried));
    }

    /**
     * Replaces a table by rows and by data files of an earlier version of it, which stay where they are. Where the table's
     * columns are no longer those of that version the rows of these files are written anew, once.
     *
     * @throws IllegalStateException as {@link #overwrite(Class, Dataset)}
     */
    public Written overwrite(Class<? extends Record> type, InternalRows rows, CarriedFiles carried) {
        TableDef def = TableDef.of(type);
        InternalRows declared = declared(def, rows);
        boolean canStay = warehouse.canStay(def, carried.files());
        if (canStay || carried.files().isEmpty()) {
            return write(def, declared, carried, canStay);
        }
        StoredTable earlier = new StoredTable(spark, type, carried.files());
        return write(
                def,
                declared.and(earlier.scan().rows()),
                CarriedFiles.of(List.of()),
                warehouse.canStay(def, List.of()));
    }

    /** Writes files, and commits them with those that are carried, where the table is as declared; else it is replaced. */
    private Written write(TableDef def, InternalRows rows, CarriedFiles carried, boolean isAsDeclared) {
        Path folder = new Path(warehouse.location(def), "data-" + UUID.randomUUID());
        try {
            // Rows are checked while they are written, so that they need not be read again but where a key may repeat.
            RowFiles.Written written = RowFiles.write(spark, def, Neighbours.together(rows.rows(), MAX_FILES), folder);
            check(def, written, carried);
            if (!isAsDeclared) {
                return new Written(warehouse.overwriteByFiles(def, written.files()), written.rows());
            }
            List<DataFile> files = new ArrayList<>(written.files());
            long stay = 0;
            for (DataFile file : carried.files()) {
                DataFile counted = file.rows() == null ? file.withRows(rowsOf(file)) : file;
                files.add(counted);
                stay += counted.rows() - counted.deleted().getLongCardinality();
            }
            return new Written(warehouse.changeFiles(def, files), written.rows() + stay);
        } catch (Exception | Error e) {
            discard(folder, e);
            throw e;
        }
    }

    private void check(TableDef def, RowFiles.Written written, CarriedFiles carried) {
        written.rules().requireKept();
        StoredTable added = new StoredTable(spark, def.type(), written.files());
        if (written.keys().isFull() || written.keys().repeated().length > 0) {
            checkKey(def, added.dataset());
        }
        if (!carried.files().isEmpty() && !carried.lack(written.keys())) {
            checkApart(def, added, written.keys(), new StoredTable(spark, def.type(), carried.files()));
        }
    }

    /** Removes the files of a write that failed, which no version will name. */
    private void discard(Path folder, Throwable failure) {
        try {
            RowFiles.delete(folder.getFileSystem(spark.sparkContext().hadoopConfiguration()), folder, failure);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Rows of a file of a version that does not tell them, those included that are not in the version. */
    private long rowsOf(DataFile file) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        try (ParquetFileReader reader =
                ParquetFileReader.open(HadoopInputFile.fromPath(new Path(file.path()), hadoop))) {
            return reader.getRecordCount();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the data file " + file.path() + " of a table", e);
        }
    }

    private static InternalRows declared(TableDef def, InternalRows rows) {
        if (rows.schema().equals(TableSchema.spark(def.type()))) {
            return rows;
        }
        List<String> present = List.of(rows.schema().fieldNames());
        List<Column> columns = new ArrayList<>();
        for (ColumnDef c : def.columns()) {
            if (!present.contains(c.name())) {
                throw new IllegalStateException(
                        "Table " + def.name() + " needs column " + c.name() + ", but the rows have " + present);
            }
            columns.add(functions
                    .col(c.name())
                    .cast(TableSchema.spark(def.type()).apply(c.name()).dataType())
                    .as(c.name()));
        }
        return InternalRows.planned(rows.dataset().select(columns.toArray(Column[]::new)));
    }

    private static Column[] key(TableDef def) {
        return def.key().stream().map(functions::col).toArray(Column[]::new);
    }

    private static void checkKey(TableDef def, Dataset<Row> rows) {
        List<Row> repeated =
                rows.groupBy(key(def)).count().where("count > 1").limit(1).collectAsList();
        if (!repeated.isEmpty()) {
            throw new IllegalStateException(
                    "Table " + def.name() + ": rows share the key " + def.key() + ", e.g. " + repeated.get(0));
        }
    }

    /**
     * Carried rows have keys of their own; that no new row has one of them is left to check.
     *
     * @param keys digests of the keys of the new rows
     */
    private void checkApart(TableDef def, StoredTable written, Digests keys, StoredTable carried) {
        if (keys.isFull()) {
            checkApart(def, written.dataset(), carried.dataset());
            return;
        }
        InternalRows carriedKeys = carried.scan(def.key()).rows();
        RowKey key = new RowKey(carriedKeys.schema(), def.key());
        long shared = 0;
        try (DigestedKeys digested = new DigestedKeys(spark, keys.sorted())) {
            DigestedKeys.Known known = digested.known();
            JavaRDD<Long> parts = carriedKeys
                    .rows()
                    .mapPartitions(rows -> List.of(known(rows, key, known)).iterator());
            for (long part : parts.collect()) {
                shared += part;
            }
        }
        if (shared > 0) {
            checkApart(def, written.dataset(), carried.dataset());
        }
    }

    /** How many rows have a key whose digest is known. */
    private static long known(Iterator<InternalRow> rows, RowKey key, DigestedKeys.Known known) {
        long n = 0;
        while (rows.hasNext()) {
            n += known.has(key.digest(rows.next())) ? 1 : 0;
        }
        return n;
    }

    private static void checkApart(TableDef def, Dataset<Row> written, Dataset<Row> carried) {
        List<Row> shared = carried.select(key(def))
                .join(written.select(key(def)), def.key().toArray(String[]::new), "left_semi")
                .limit(1)
                .collectAsList();
        if (!shared.isEmpty()) {
            throw new IllegalStateException("Table " + def.name() + ": a row has the key " + def.key()
                    + " of one that stays from before, " + shared.get(0));
        }
    }
}
