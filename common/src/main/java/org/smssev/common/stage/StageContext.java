package org.smssev.common.stage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.smssev.common.config.Config;
import org.smssev.common.table.CarriedFiles;
import org.smssev.common.table.DataFile;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.StoredTable;
import org.smssev.common.tables.MetaTables;

/** What a stage may touch while it runs. */
public interface StageContext {
    /** The resolved configuration. */
    Config config();

    /** The run's id; only for meta.* and grade.history. */
    String runId();

    /** The Spark session, started at the first call. */
    SparkSession spark();

    /** The rows of a table of this run that is not large, in the order of its key. */
    <T extends Record> List<T> rows(Class<T> table);

    /** A table of this run. */
    Dataset<Row> dataset(Class<? extends Record> table);

    /**
     * What several stages make of a table of this run in the same way. It is made once, and again where memory became short
     * in between; nobody may change it.
     *
     * @param what its class, which names it
     * @param make makes it of the table
     */
    <T> T derived(Class<? extends Record> table, Class<T> what, Function<Dataset<Row>, T> make);

    /** The rows of a table as published by the run of an earlier release; empty where there was none. */
    <T extends Record> Optional<List<T>> earlierRows(Class<T> table);

    /** A table as published by the run of an earlier release; empty where there was none. */
    Optional<StoredTable> earlierTable(Class<? extends Record> table);

    /** The run of an earlier release on which this run builds; empty where there was none. */
    default Optional<MetaTables.Run> earlierRun() {
        return Optional.empty();
    }

    /** Names of the releases on which this run builds, the newest first. */
    default List<String> earlierReleases() {
        return List.of();
    }

    /**
     * Names of other releases that were begun since the last publication of a new one and never published, so that this one
     * does not build on them, and of those that are to be computed again, as what they build on was; of the latter alone
     * where this one was published before.
     */
    default Set<String> leftOut() {
        return Set.of();
    }

    /** Names of published releases that build on this one, in their order; none where it was never published. */
    default Set<String> laterReleases() {
        return Set.of();
    }

    /** The rows of a table as the last published run of this release has them; none where there is no such run. */
    default <T extends Record> List<T> publishedRows(Class<T> table) {
        return List.of();
    }

    /** Writes a table that is not large; the rows are checked and sorted by key. */
    <T extends Record> void write(Class<T> table, List<T> rows);

    /** Writes a large table: columns by name as declared, in any row order; keys and checks are verified. */
    default void write(Class<? extends Record> table, Dataset<Row> rows) {
        write(table, InternalRows.planned(rows), List.of());
    }

    /**
     * Writes a large table of which files of the earlier release's table are a part, copied as they are.
     *
     * @param rows the other rows
     * @param earlierFiles files of {@link #earlierTable}
     */
    default void write(Class<? extends Record> table, InternalRows rows, List<DataFile> earlierFiles) {
        write(table, rows, CarriedFiles.of(earlierFiles));
    }

    /** The same with files of which more is known, or some columns of which get another value. */
    void write(Class<? extends Record> table, InternalRows rows, CarriedFiles earlierFiles);

    /**
     * Whether the run of the earlier release was made by this code with the same values of some settings.
     *
     * @param settings dotted keys, of single values or of whole sections
     */
    boolean earlierAgreesOn(List<String> settings);

    /** What tells this code from that of other versions of the program. */
    String codeVersion();

    /** The files found for a role, in the order of their paths. */
    List<InputFile> files(String role);

    /**
     * Digests of the files of a role that this stage read for the run of the earlier release, in the order of their paths; none
     * where there is no such run.
     */
    default List<String> earlierDigests(String role) {
        return List.of();
    }

    /** Leaves a file in the warehouse for people to look at, whatever becomes of the run; it replaces one of the same name. */
    default void leave(String name, String text) {
        throw new UnsupportedOperationException("This stage leaves no files");
    }

    /** Takes a file of {@link #leave} away, if an earlier run has left one. */
    default void takeAway(String name) {
        throw new UnsupportedOperationException("This stage leaves no files");
    }

    /**
     * What {@link Stage#prepare} of this stage gave, once; waits until it is ready. The stage closes it.
     *
     * @param what its class
     */
    default <T extends Prepared> Optional<T> prepared(Class<T> what) {
        return Optional.empty();
    }

    /** Folder of the run's scratch data on the warehouse's file system; removed at the end. */
    String scratch();

    /** Says what the stage is doing, on the progress line. */
    void progress(String step);

    /** Says what came of the stage beside the rows of its tables, on the line that tells that it ended. */
    default void told(String what) {}

    /** Records a figure of quality. */
    void quality(String check, String subject, Double value, String message);

    /** Records a check against a limit, which it may not exceed, but only warns where it does. */
    void warnAbove(String check, String subject, double value, double limit, String message);

    /**
     * Records a check against a limit, which it may not exceed.
     *
     * @throws org.smssev.common.UserException with exit 4 if {@code value > limit}; nothing is published
     */
    void gateAbove(String check, String subject, double value, double limit, String message);

    /** Records a convention in force, for the method card. */
    void convention(String convention, String choice, String meaning);

    /** The figures of quality that the stages of this run recorded so far. */
    List<MetaTables.Quality> qualities();

    /** The conventions that the stages of this run recorded so far. */
    List<MetaTables.Convention> conventions();
}
