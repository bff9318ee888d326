package org.smssev.common.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
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
import org.smssev.common.SideBySide;
import org.smssev.common.io.FileCopy;
import org.smssev.common.table.TableDef.ColumnDef;

/** Reads and writes large tables by Spark; their commits are the {@link Warehouse}'s. */
public final class SparkTables {
    /** How names of data files begin that stay from an earlier version of a table. */
    public static final String CARRIED = "carried-";

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

    /** The same with files of an earlier version that stay as they are. */
    public Written overwrite(Class<? extends Record> type, InternalRows rows, List<DataFile> carried) {
        return overwrite(type, rows, CarriedFiles.of(carried));
    }

    /**
     * Replaces a table by rows and by data files of an earlier version of it: linked, or copied.
     *
     * @throws IllegalStateException as {@link #overwrite(Class, Dataset)}
     */
    public Written overwrite(Class<? extends Record> type, InternalRows rows, CarriedFiles carried) {
        TableDef def = TableDef.of(type);
        Path folder = new Path(warehouse.location(def), "data-" + UUID.randomUUID());
        Checked checked;
        try {
            AtomicReference<List<Carried>> stay = new AtomicReference<>();
            AtomicReference<RowFiles.Written> written = new AtomicReference<>();
            // Rows are checked while they are written, so that they need not be read again but where a key may repeat.
            Runnable write = () -> written.set(RowFiles.write(
                    spark, def, Neighbours.together(declared(def, rows).rows(), MAX_FILES), folder));
            SideBySide.run(2, List.of(write, () -> stay.set(carry(carried, folder))));
            checked = checked(def, written.get(), carried, stay.get());
        } catch (Exception | Error e) {
            discard(folder, e);
            throw e;
        }
        return new Written(warehouse.overwriteByFiles(def, checked.files()), checked.rows());
    }

    /** Files to be committed. */
    private record Checked(List<AddedFile> files, long rows) {}

    private Checked checked(TableDef def, RowFiles.Written written, CarriedFiles carried, List<Carried> stay) {
        written.rules().requireKept();
        List<AddedFile> files = new ArrayList<>();
        written.files().forEach(file -> files.add(AddedFile.whole(file)));
        StoredTable added = new StoredTable(
                spark,
                def.type(),
                written.files().stream()
                        .map(file -> DataFile.whole(file.getPath()))
                        .toList());
        if (written.keys().isFull() || written.keys().repeated().length > 0) {
            checkKey(def, added.dataset());
        }
        if (!stay.isEmpty() && !carried.lack(written.keys())) {
            checkApart(def, added, written.keys(), new StoredTable(spark, def.type(), carried.files()));
        }
        stay.forEach(file -> files.add(file.added()));
        return new Checked(
                files, written.rows() + stay.stream().mapToLong(Carried::rows).sum());
    }

    /** Removes the files of a write that failed, which no version will name. */
    private void discard(Path folder, Throwable failure) {
        try {
            RowFiles.delete(folder.getFileSystem(spark.sparkContext().hadoopConfiguration()), folder, failure);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * A file that was carried.
     *
     * @param rows of the version, in it
     */
    private record Carried(AddedFile added, long rows) {}

    /** Gives data files a place in a folder, too. */
    private List<Carried> carry(CarriedFiles carried, Path folder) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        Carried[] files = new Carried[carried.files().size()];
        List<Runnable> copies = new ArrayList<>();
        for (int i = 0; i < files.length; i++) {
            int n = i;
            copies.add(() -> {
                DataFile file = carried.files().get(n);
                Path to = new Path(folder, String.format(Locale.ROOT, CARRIED + "%05d.parquet", n));
                try {
                    files[n] = carry(file, carried.set(), to, hadoop);
                } catch (IOException e) {
                    throw new UncheckedIOException(
                            "Cannot copy a data file of an earlier version, " + file.path() + ", to " + to, e);
                }
            });
        }
        SideBySide.run(carried.set().isEmpty() ? 1 : Runtime.getRuntime().availableProcessors(), copies);
        return List.of(files);
    }

    private static Carried carry(DataFile file, Map<String, String> set, Path to, Configuration hadoop)
            throws IOException {
        Path from = new Path(file.path());
        FileSystem fs = to.getFileSystem(hadoop);
        fs.mkdirs(to.getParent());
        if (!set.isEmpty()) {
            new ColumnSetter(hadoop, set).copy(from, to);
        } else if (!link(fs, from, to)) {
            FileCopy.copy(from, to, hadoop);
        }
        long rows = rowsOf(to, hadoop);
        return new Carried(
                new AddedFile(RowFiles.status(fs.getFileStatus(to)), file.isWhole() ? null : rows, file.deleted()),
                rows - file.deleted().getLongCardinality());
    }

    /** Rows of a file, those included that are deleted from a version; Delta wants it told with them. */
    private static long rowsOf(Path file, Configuration hadoop) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(file, hadoop))) {
            return reader.getRecordCount();
        }
    }

    /**
     * Gives a data file a second name, which costs no space; data files are never changed, and each name is removed for
     * itself. Whether that was done: only local disks have second names, and not all of them.
     */
    private static boolean link(FileSystem fs, Path from, Path to) throws IOException {
        if (!(fs instanceof LocalFileSystem local)) {
            return false;
        }
        try {
            Files.createLink(
                    local.pathToFile(to).toPath(), local.pathToFile(from).toPath());
            return true;
        } catch (UnsupportedOperationException | FileSystemException e) {
            return false;
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
