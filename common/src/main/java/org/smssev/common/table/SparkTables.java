package org.smssev.common.table;

import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.smssev.common.table.TableDef.ColumnDef;

/** Reads and writes large tables by Spark; their commits are the {@link Warehouse}'s. */
public final class SparkTables {
    /** How names of data files begin that stay from an earlier version of a table. */
    public static final String CARRIED = "carried-";

    private static final int MAX_FILES = 8;
    private static final String ROWS = "rows";
    private static final String BROKEN = "broken";
    private static final String KEYS = "keys";

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
        TableDef def = TableDef.of(type);
        warehouse.requireReadable(def, version);
        List<String> files = warehouse.files(def, version);
        if (files.isEmpty()) {
            return spark.createDataFrame(List.<Row>of(), TableSchema.spark(type));
        }
        return read(type, files);
    }

    /** What a write committed. */
    public record Written(long version, long rows) {}

    /**
     * Replaces a table: writes files, checks what was written, commits.
     *
     * @throws IllegalStateException naming the table and what is broken, if a declared column is missing, null or out of
     *     its range, a check fails or a key repeats; nothing is committed then
     */
    public Written overwrite(Class<? extends Record> type, Dataset<Row> rows) {
        return overwrite(type, rows, List.of());
    }

    /**
     * Replaces a table by rows and by data files of an earlier version of it, which stay as they are: linked, or copied.
     *
     * @param carried paths of such files, as {@code _metadata.file_path} gives them; their rows were checked when written
     * @throws IllegalStateException as {@link #overwrite(Class, Dataset)}
     */
    public Written overwrite(Class<? extends Record> type, Dataset<Row> rows, List<String> carried) {
        TableDef def = TableDef.of(type);
        Path folder = new Path(warehouse.location(def), "data-" + UUID.randomUUID());
        Observation observation = new Observation();
        Map<String, Column> rules = brokenRules(def);
        Column anyBroken = rules.values().stream().reduce(functions.lit(false), Column::or);
        // Rows are checked while they are written, so that they need not be read again but where one breaks a rule.
        Dataset<Row> columns = declared(def, rows)
                .observe(
                        observation,
                        functions.count(functions.lit(1)).as(ROWS),
                        count(anyBroken).as(BROKEN),
                        functions
                                .udaf(new KeyDigests(), Encoders.LONG())
                                .apply(DigestedKeys.digest(def.key().toArray(String[]::new)))
                                .as(KEYS));
        columns.coalesce(MAX_FILES)
                .write()
                .options(parquetOptions(def.columns(), ""))
                // Readers of today make no use of them.
                .option("parquet.size.statistics.enabled", "false")
                .parquet(folder.toString());
        Map<String, Object> seen = seen(observation);
        long n = (Long) seen.get(ROWS);
        Dataset<Row> written = read(type, List.of(folder.toString()));
        if ((Long) seen.get(BROKEN) > 0) {
            throw broken(def, rules, written);
        }
        // Null where there were too many.
        byte[] gathered = (byte[]) seen.get(KEYS);
        long[] keys = gathered == null ? null : KeyDigests.digests(gathered);
        if (keys == null || Digests.repeated(keys).length > 0) {
            checkKey(def, written);
        }
        // Addresses, in which a blank is %20.
        List<String> stayed = carried.stream()
                .map(file -> new Path(URI.create(file)).toString())
                .toList();
        if (!stayed.isEmpty()) {
            n += checkApart(def, written, keys, read(type, stayed));
        }
        copy(stayed, folder);
        return new Written(warehouse.overwriteByFiles(def, files(folder)), n);
    }

    /** Options of Parquet: no dictionaries of values that are written as they are, no least and greatest values of lists. */
    private static Map<String, String> parquetOptions(List<ColumnDef> columns, String above) {
        Map<String, String> options = new HashMap<>();
        for (ColumnDef c : columns) {
            String path = above + c.name() + (c.element() == null ? "" : ".list.element");
            if (c.kind() == TableDef.Kind.STRUCTS) {
                options.putAll(parquetOptions(TableDef.columnsOf(c.element()), path + "."));
                continue;
            }
            if (c.plain()) {
                options.put("parquet.enable.dictionary#" + path, "false");
            }
            if (!above.isEmpty() || c.element() != null) {
                options.put("parquet.column.statistics.enabled#" + path, "false");
            }
        }
        return options;
    }

    private Dataset<Row> read(Class<? extends Record> type, List<String> paths) {
        return spark.read().schema(TableSchema.spark(type)).parquet(paths.toArray(String[]::new));
    }

    private void copy(List<String> carried, Path folder) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        try {
            FileSystem fs = folder.getFileSystem(hadoop);
            for (int i = 0; i < carried.size(); i++) {
                Path from = new Path(carried.get(i));
                Path to = new Path(folder, String.format(Locale.ROOT, CARRIED + "%05d.parquet", i));
                if (!link(fs, from, to) && !FileUtil.copy(from.getFileSystem(hadoop), from, fs, to, false, hadoop)) {
                    throw new IOException("it was not copied to " + to);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy a data file of an earlier version to " + folder, e);
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

    private static Dataset<Row> declared(TableDef def, Dataset<Row> rows) {
        List<String> present = List.of(rows.columns());
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
        return rows.select(columns.toArray(Column[]::new));
    }

    /** Conditions under which a row breaks a rule of its table, by what is broken then. */
    private static Map<String, Column> brokenRules(TableDef def) {
        Map<String, Column> rules = new LinkedHashMap<>();
        for (ColumnDef c : def.columns()) {
            Column column = functions.col(c.name());
            if (!c.nullable()) {
                rules.put(c.name() + " is null", column.isNull());
            }
            if (c.min() != Double.NEGATIVE_INFINITY || c.max() != Double.POSITIVE_INFINITY) {
                rules.put(
                        c.name() + " is outside " + c.min() + " to " + c.max(),
                        functions.not(column.between(c.min(), c.max())));
            }
            if (!c.oneOf().isEmpty()) {
                rules.put(
                        c.name() + " is not one of " + c.oneOf(),
                        functions.not(column.isin(c.oneOf().toArray())));
            }
        }
        for (String sql : def.checks()) {
            rules.put("not (" + sql + ")", functions.not(functions.expr(sql)));
        }
        return rules;
    }

    private static Column count(Column condition) {
        // Not count_if: Spark puts its conditions into columns beside the table's and copies every row to drop them.
        return functions.count(functions.when(condition, 1));
    }

    /** Tells the first rule that rows break, and how many of them do. */
    private static IllegalStateException broken(TableDef def, Map<String, Column> rules, Dataset<Row> rows) {
        Row counts = rows.select(rules.values().stream().map(SparkTables::count).toArray(Column[]::new))
                .first();
        int i = 0;
        for (String rule : rules.keySet()) {
            if (counts.getLong(i) > 0) {
                return new IllegalStateException(
                        String.format(Locale.ROOT, "Table %s: %s in %d rows", def.name(), rule, counts.getLong(i)));
            }
            i++;
        }
        return new IllegalStateException("Table " + def.name() + ": rows broke a rule that, read again, they keep");
    }

    private static Map<String, Object> seen(Observation observation) {
        try {
            return observation.getAsJava();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a table was written", e);
        }
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
     * @param keys digests of the keys of the new rows; null where there were too many
     * @return the number of carried rows
     */
    private long checkApart(TableDef def, Dataset<Row> written, long[] keys, Dataset<Row> carried) {
        if (keys == null) {
            checkApart(def, written, carried);
            return carried.count();
        }
        long[] sorted = keys.clone();
        Arrays.parallelSort(sorted);
        try (DigestedKeys known = new DigestedKeys(spark, sorted)) {
            Column isShared = known.has(def.key().toArray(String[]::new));
            Row counts = carried.agg(functions.count(functions.lit(1)), functions.count_if(isShared))
                    .first();
            if (counts.getLong(1) > 0) {
                checkApart(def, written, carried);
            }
            return counts.getLong(0);
        }
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

    private List<DataFileStatus> files(Path folder) {
        try {
            FileSystem fs = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
            List<DataFileStatus> files = new ArrayList<>();
            for (FileStatus f : fs.listStatus(folder, p -> p.getName().endsWith(".parquet"))) {
                files.add(new DataFileStatus(
                        f.getPath().toString(), f.getLen(), f.getModificationTime(), Optional.empty()));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }
}
