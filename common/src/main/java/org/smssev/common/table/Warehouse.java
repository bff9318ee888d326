package org.smssev.common.table;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.data.TransactionStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.transaction.DataLayoutSpec;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.smssev.common.UserException;

/**
 * The Delta tables below one folder. Every commit, also of files that Spark wrote, goes through Delta Kernel, so a table
 * is created, replaced or appended to in one way, with no Spark job. Nothing here reads the head of a table unasked: a
 * reader names a version.
 */
public final class Warehouse {
    private static final String ENGINE_INFO = "smssev";
    /** Files of a table that is added to, above which they are put together: reading each takes a millisecond or two. */
    private static final int MOST_FILES = 64;

    private final String path;
    private final Engine engine;

    /** The warehouse in a folder of any Hadoop file system. */
    public Warehouse(String path, Configuration hadoop) {
        this.path = path.replaceAll("/+$", "");
        this.engine = DefaultEngine.create(new CommitFiles(hadoop));
    }

    /** The folder. */
    public String path() {
        return path;
    }

    /** The folder of a table. */
    public String location(TableDef def) {
        return location(def.name());
    }

    /** The folder of a table by name, stage.table. */
    public String location(String table) {
        return path + "/" + table.replace('.', '/');
    }

    /** The newest version of a table by name, empty where there is none. */
    public OptionalLong headOf(String table) {
        return snapshot(location(table), OptionalLong.empty())
                .map(s -> OptionalLong.of(s.getVersion()))
                .orElse(OptionalLong.empty());
    }

    /** The newest version of a table, empty where there is none. */
    public OptionalLong head(TableDef def) {
        return headOf(def.name());
    }

    /**
     * The rows of a version, in the order of their key; a column that the version lacks is null.
     *
     * @throws UserException with exit 3, if the version was written by other code and lacks a column that may not be null,
     *     or has one of another type
     */
    public <T extends Record> List<T> read(Class<T> type, long version) {
        List<T> rows = new ArrayList<>();
        try (TableScan<T> scan = scan(type, version)) {
            scan.forEachRemaining(rows::addAll);
        } catch (IOException e) {
            throw unreadable(TableDef.of(type), version, e);
        }
        rows.sort(TableDef.of(type).keyOrder());
        return rows;
    }

    /**
     * The rows of a version one part after the other, in no order of their own; to be closed.
     *
     * @throws UserException with exit 3, if the version was written by other code and lacks a column that may not be null
     */
    public <T extends Record> TableScan<T> scan(Class<T> type, long version) {
        TableDef def = TableDef.of(type);
        Snapshot snapshot = required(def, version);
        requireReadable(def, snapshot);
        try {
            return new TableScan<>(type, snapshot, engine);
        } catch (IOException e) {
            throw unreadable(def, version, e);
        }
    }

    /**
     * The data files of a version whose rows can be read as declared, absolute.
     *
     * @throws UserException with exit 3, naming the columns, if they cannot
     */
    List<DataFile> readableFiles(TableDef def, long version) {
        Snapshot snapshot = required(def, version);
        requireReadable(def, snapshot);
        return stored(def, snapshot).files();
    }

    private static void requireReadable(TableDef def, Snapshot snapshot) {
        SchemaFit fit = SchemaFit.of(def, snapshot.getSchema());
        if (!fit.isReadable()) {
            throw new UserException(
                    UserException.Exit.INPUT,
                    "Table " + def.name() + ", version " + snapshot.getVersion()
                            + ": written by another version of smssev, it " + fit.problem()
                            + ". Run the stage " + def.stage() + " again on the release it belongs to. You can also"
                            + " read it with the version that wrote it, or begin a new warehouse.");
        }
    }

    private UncheckedIOException unreadable(TableDef def, long version, IOException e) {
        return new UncheckedIOException("Cannot read table " + location(def) + " at version " + version, e);
    }

    /**
     * What a version consists of.
     *
     * @param columns the names of its columns, which older code may have written
     * @param files its data files, absolute, sorted by their paths
     */
    public record Stored(List<String> columns, List<DataFile> files) {
        /** The paths of its files. */
        public List<String> paths() {
            return files.stream().map(DataFile::path).toList();
        }

        /** Whether all rows of its files are in the version. */
        public boolean isWhole() {
            return files.stream().allMatch(DataFile::isWhole);
        }

        /** Whether the files say all of it: their rows are in the version, and all of its columns are in them. */
        public boolean isInFiles() {
            return isWhole() && files.stream().allMatch(file -> file.set().isEmpty());
        }
    }

    /** What a version consists of. */
    public Stored stored(TableDef def, long version) {
        return stored(def, required(def, version));
    }

    private Stored stored(TableDef def, Snapshot snapshot) {
        List<DataFile> stored = new ArrayList<>();
        try {
            for (Row file : FileActions.listed(snapshot, engine)) {
                stored.add(FileActions.file(file, location(def), engine));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the files of " + location(def), e);
        }
        stored.sort(Comparator.comparing(DataFile::path));
        return new Stored(snapshot.getSchema().fieldNames(), stored);
    }

    /** The paths of the data files of a version, absolute; not all of their rows need be in it, see {@link #stored}. */
    public List<String> files(TableDef def, long version) {
        return stored(def, version).paths();
    }

    /** The names of the columns that a version has. */
    public List<String> columns(TableDef def, long version) {
        return required(def, version).getSchema().fieldNames();
    }

    /** Replaces the rows of a table, which is created where it does not exist. Returns the version committed. */
    public <T extends Record> long overwrite(Class<T> type, List<T> rows) {
        return overwriteChecked(type, RowChecks.checked(TableDef.of(type), rows));
    }

    /** The same with rows that {@link RowChecks} has checked and put in order. */
    public <T extends Record> long overwriteChecked(Class<T> type, List<T> rows) {
        TableDef def = TableDef.of(type);
        return commit(replacing(def), def, writeFiles(type, rows));
    }

    /**
     * Replaces a table, its columns included, by new data files. Returns the version committed; the one before it is without rows, as
     * Kernel's own replace would take files out in a way that does not let them come back ({@link FileActions#change}).
     */
    long overwriteByFiles(TableDef def, List<DataFile> files) {
        if (snapshot(def, OptionalLong.empty()).isPresent()) {
            changeFiles(def, List.of());
        }
        Transaction t = replacing(def);
        return commit(t, def, FileActions.add(files, t.getSchema(engine), root(t)));
    }

    /**
     * Whether files of earlier versions can stay in the next one: the newest version has the columns that are declared, with
     * their comments, and of each file it is told what it has in those of one value a file.
     */
    boolean canStay(TableDef def, List<DataFile> files) {
        Set<String> perFile = Set.copyOf(def.perFile());
        return files.stream().allMatch(file -> file.set().keySet().equals(perFile))
                && snapshot(def, OptionalLong.empty())
                        .filter(head -> head.getSchema().equals(TableSchema.kernel(def.type()))
                                && head.getPartitionColumnNames().equals(def.perFile()))
                        .isPresent();
    }

    /**
     * Makes a table consist of some files, new ones and others of any earlier version; these stay where they are. Returns the
     * version committed.
     */
    long changeFiles(TableDef def, List<DataFile> files) {
        Snapshot head = snapshot(def, OptionalLong.empty()).orElseThrow();
        Transaction t = head.buildUpdateTableTransaction(ENGINE_INFO, Operation.WRITE)
                .withMaxRetries(0)
                .withTablePropertiesAdded(TableProperties.of(def, files))
                .build(engine);
        try {
            List<Row> actions = FileActions.change(head, files, location(def), t.getSchema(engine), root(t), engine);
            return commit(t, def, actions);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write table " + location(def), e);
        }
    }

    /**
     * Appends rows to a table once: a second append of the same transaction is left out. A table that an older version of
     * the program wrote gets the columns that it lacks first, which are null in its rows; one that came to many files is
     * put together in one first. Older versions stay as they are.
     *
     * @param transaction what the append is, unique over all of them, e.g. {@code run_id/table}
     * @throws UserException with exit 3, if the table was written by another version and does not fit
     */
    public <T extends Record> void append(Class<T> type, List<T> rows, String transaction) {
        TableDef def = TableDef.of(type);
        if (snapshot(def, OptionalLong.empty()).isEmpty()) {
            commit(replacing(def), def, List.of());
        }
        Snapshot head = migrated(type, snapshot(def, OptionalLong.empty()).orElseThrow());
        if (rows.isEmpty()
                || head.getLatestTransactionVersion(engine, transaction).isPresent()) {
            return;
        }
        Transaction t = head.buildUpdateTableTransaction(ENGINE_INFO, Operation.WRITE)
                .withTransactionId(transaction, 1)
                .build(engine);
        commit(t, def, writeFiles(type, RowChecks.checked(def, rows)));
    }

    private <T extends Record> Snapshot migrated(Class<T> type, Snapshot head) {
        TableDef def = TableDef.of(type);
        SchemaFit fit = SchemaFit.of(def, head.getSchema());
        if (fit.isSame() && files(def, head.getVersion()).size() < MOST_FILES) {
            return head;
        }
        if (!fit.unknown().isEmpty()) {
            throw new UserException(
                    UserException.Exit.INPUT,
                    "Table " + def.name() + ": written by a newer version of smssev, because it has "
                            + String.join(", ", fit.unknown())
                            + ". Use that version, or begin a new warehouse.");
        }
        overwrite(type, read(type, head.getVersion()));
        return snapshot(def, OptionalLong.empty()).orElseThrow();
    }

    private interface FileSource {
        CloseableIterator<DataFileStatus> files(Transaction t) throws IOException;
    }

    private <T extends Record> FileSource writeFiles(Class<T> type, List<T> rows) {
        return t -> {
            if (rows.isEmpty()) {
                return Utils.toCloseableIterator(List.<DataFileStatus>of().iterator());
            }
            Row state = t.getTransactionState(engine);
            DataWriteContext context = Transaction.getWriteContext(engine, state, Map.of());
            CloseableIterator<FilteredColumnarBatch> logical = Utils.singletonCloseableIterator(
                    new FilteredColumnarBatch(RecordVector.batch(type, rows), Optional.empty()));
            return engine.getParquetHandler()
                    .writeParquetFiles(
                            plain(context.getTargetDirectory()),
                            Transaction.transformLogicalData(engine, state, logical, Map.of()),
                            context.getStatisticsColumns());
        };
    }

    /**
     * The folder as files are opened: Kernel tells it as an escaped address, {@code file:/my%20data/}, but would take that
     * for a plain path, and so write beside the table where its path has a blank.
     */
    private static String plain(String address) {
        return new org.apache.hadoop.fs.Path(URI.create(address)).toString();
    }

    private long commit(Transaction t, TableDef def, FileSource source) {
        try {
            Row state = t.getTransactionState(engine);
            DataWriteContext context = Transaction.getWriteContext(engine, state, Map.of());
            return commit(t, def, Transaction.generateAppendActions(engine, state, source.files(t), context));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write table " + location(def), e);
        }
    }

    /** The address of a table's folder. */
    private URI root(Transaction t) {
        Row state = t.getTransactionState(engine);
        return new org.apache.hadoop.fs.Path(TransactionStateRow.getTablePath(state)).toUri();
    }

    private long commit(Transaction t, TableDef def, List<Row> actions) {
        return commit(t, def, Utils.toCloseableIterator(actions.iterator()));
    }

    private long commit(Transaction t, TableDef def, CloseableIterator<Row> added) {
        try {
            try (CloseableIterator<Row> actions = added) {
                TransactionCommitResult result = t.commit(engine, CloseableIterable.inMemoryIterable(actions));
                // Every tenth commit sums the log up, so that it is not read from its beginning for years.
                for (PostCommitHook hook : result.getPostCommitHooks()) {
                    if (hook.getType() == PostCommitHook.PostCommitHookType.CHECKPOINT) {
                        hook.threadSafeInvoke(engine);
                    }
                }
                return result.getVersion();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write table " + location(def), e);
        }
    }

    private Transaction replacing(TableDef def) {
        StructType schema = TableSchema.kernel(def.type());
        Optional<Snapshot> head = snapshot(def, OptionalLong.empty());
        Map<String, String> properties = TableProperties.of(def);
        DataLayoutSpec layout = def.perFile().isEmpty()
                ? DataLayoutSpec.noDataLayout()
                : DataLayoutSpec.partitioned(
                        def.perFile().stream().map(Column::new).toList());
        if (head.isEmpty()) {
            return TableManager.buildCreateTableTransaction(location(def), schema, ENGINE_INFO)
                    .withTableProperties(properties)
                    .withDataLayoutSpec(layout)
                    .build(engine);
        }
        // Kernel has no public call that replaces a table's content; this internal one is kept behind this method.
        return ((SnapshotImpl) head.get())
                .buildReplaceTableTransaction(schema, ENGINE_INFO)
                .withTableProperties(properties)
                .withDataLayoutSpec(layout)
                .build(engine);
    }

    private Snapshot required(TableDef def, long version) {
        return snapshot(def, OptionalLong.of(version))
                .orElseThrow(() -> new IllegalStateException(
                        "Table " + location(def) + " does not exist, but a run recorded its version " + version));
    }

    private Optional<Snapshot> snapshot(TableDef def, OptionalLong version) {
        return snapshot(location(def), version);
    }

    private Optional<Snapshot> snapshot(String location, OptionalLong version) {
        try {
            var builder = TableManager.loadSnapshot(location);
            return Optional.of(
                    version.isPresent() ? builder.atVersion(version.getAsLong()).build(engine) : builder.build(engine));
        } catch (TableNotFoundException e) {
            return Optional.empty();
        }
    }
}
