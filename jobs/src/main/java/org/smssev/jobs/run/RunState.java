package org.smssev.jobs.run;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.smssev.common.config.Config;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.Stage;
import org.smssev.common.table.SparkTables;
import org.smssev.common.table.StoredTable;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.MetaTables;

/**
 * What the stages of one run share: table versions so far, rows handed on without reading them back, and figures. Stages
 * may run side by side, so all of it may be used by several threads.
 */
final class RunState {
    private final Config config;
    private final String runId;
    private final Warehouse warehouse;
    private final Warehouse earlier;
    private final SessionSource session;
    private final RunHistory history;
    private final Optional<MetaTables.Run> base;
    private final String code;
    private final Progress progress;
    private final AtomicBoolean listens = new AtomicBoolean();
    private final Map<String, Long> versions = new ConcurrentHashMap<>();
    private final Map<Class<?>, List<?>> handed = new ConcurrentHashMap<>();
    private final Map<Class<?>, List<?>> before = new ConcurrentHashMap<>();
    private final Map<String, SoftReference<?>> derived = new HashMap<>();
    private final Map<String, StoredTable> earlierTables = new ConcurrentHashMap<>();
    private final Preparations preparations = new Preparations();
    private final List<String> stages;
    private final Map<String, List<MetaTables.Quality>> qualities = new ConcurrentHashMap<>();
    private final Map<String, List<MetaTables.Convention>> conventions = new ConcurrentHashMap<>();

    /**
     * The state of a run of these stages, in order.
     *
     * @param warehouse where its tables are written
     * @param earlier where the tables of the earlier release's run are
     * @param history of the warehouse, before the run
     */
    RunState(
            List<String> stages,
            Config config,
            String runId,
            Warehouse warehouse,
            Warehouse earlier,
            SessionSource session,
            RunHistory history,
            Optional<MetaTables.Run> base,
            String code,
            Progress progress) {
        this.stages = stages;
        this.config = config;
        this.runId = runId;
        this.warehouse = warehouse;
        this.earlier = earlier;
        this.session = session;
        this.history = history;
        this.base = base;
        this.code = code;
        this.progress = progress;
    }

    /** What a stage may touch that runs on these files. */
    RunContext context(Stage stage, Map<String, List<InputFile>> files) {
        return context(stage, files, base);
    }

    /** The same for a stage that builds on another run than the others do. */
    RunContext context(Stage stage, Map<String, List<InputFile>> files, Optional<MetaTables.Run> itsBase) {
        return new RunContext(this, stage, files, itsBase);
    }

    Config config() {
        return config;
    }

    String runId() {
        return runId;
    }

    Warehouse warehouse() {
        return warehouse;
    }

    Warehouse earlier() {
        return earlier;
    }

    RunHistory history() {
        return history;
    }

    SparkSession spark() {
        SparkSession spark = session.get();
        if (progress.wantsTasks() && listens.compareAndSet(false, true)) {
            spark.sparkContext().addSparkListener(new TaskProgress(runId, progress));
        }
        return spark;
    }

    /** Whether a session was started, so that asking for it starts none. */
    boolean hasSpark() {
        return session.isOpen();
    }

    String code() {
        return code;
    }

    Progress progress() {
        return progress;
    }

    /** Versions of the tables that this run has so far, by name. */
    Map<String, Long> versions() {
        return versions;
    }

    /** Rows of a table in key order, read once a run, or as handed on by the stage that wrote them. */
    <T extends Record> List<T> rows(Class<T> table, long version) {
        List<?> known = handed.computeIfAbsent(table, t -> warehouse.read(table, version));
        return known.stream().map(table::cast).toList();
    }

    /** Hands rows on, which are in the order of their key. */
    <T extends Record> void hand(Class<T> table, List<T> rows) {
        handed.put(table, rows);
    }

    Dataset<Row> dataset(Class<? extends Record> table, long version) {
        return new SparkTables(spark(), warehouse).read(table, version);
    }

    /** A table of the earlier release's run, of which the log is read once. */
    StoredTable earlierTable(Class<? extends Record> table, long version) {
        return earlierTables.computeIfAbsent(
                TableDef.of(table).name() + " " + version,
                t -> new SparkTables(spark(), earlier).table(table, version));
    }

    /** What stages make ready before they run. */
    Preparations preparations() {
        return preparations;
    }

    synchronized <T> T derived(
            Class<? extends Record> table, long version, Class<T> what, Function<Dataset<Row>, T> make) {
        String key = what.getName() + " of " + TableDef.of(table).name() + " " + version;
        SoftReference<?> known = derived.get(key);
        T value = known == null ? null : what.cast(known.get());
        if (value == null) {
            value = make.apply(dataset(table, version));
            derived.put(key, new SoftReference<>(value));
        }
        return value;
    }

    /** The stage's tables are those of an earlier computation. */
    void reuse(MetaTables.StageRun earlier) {
        earlier.outputs().forEach(v -> versions.put(v.table(), v.version()));
        recorded(MetaTables.Quality.class).stream()
                .filter(q -> q.runId().equals(earlier.runId()) && q.stage().equals(earlier.stage()))
                .forEach(this::add);
        recorded(MetaTables.Convention.class).stream()
                .filter(c -> c.runId().equals(earlier.runId()) && c.stage().equals(earlier.stage()))
                .forEach(this::add);
    }

    /** What runs recorded before this one, read once: it grows with every run. */
    private <T extends Record> List<T> recorded(Class<T> table) {
        return before.computeIfAbsent(table, t -> RunHistory.read(warehouse, table)).stream()
                .map(table::cast)
                .toList();
    }

    void add(MetaTables.Quality quality) {
        List<MetaTables.Quality> own = qualities.computeIfAbsent(quality.stage(), s -> new ArrayList<>());
        synchronized (own) {
            own.add(quality);
        }
    }

    void add(MetaTables.Convention convention) {
        List<MetaTables.Convention> own = conventions.computeIfAbsent(convention.stage(), s -> new ArrayList<>());
        synchronized (own) {
            own.add(convention);
        }
    }

    /** All figures so far, in the order of the stages, whichever ended first. */
    List<MetaTables.Quality> qualities() {
        return stages.stream().flatMap(s -> copy(qualities.get(s)).stream()).toList();
    }

    /** All conventions so far, in the order of the stages. */
    List<MetaTables.Convention> conventions() {
        return stages.stream().flatMap(s -> copy(conventions.get(s)).stream()).toList();
    }

    /** The figures that a stage recorded in this run. */
    List<MetaTables.Quality> qualitiesOf(String stage) {
        return copy(qualities.get(stage)).stream()
                .filter(q -> q.runId().equals(runId))
                .toList();
    }

    /** The conventions that a stage recorded in this run. */
    List<MetaTables.Convention> conventionsOf(String stage) {
        return copy(conventions.get(stage)).stream()
                .filter(c -> c.runId().equals(runId))
                .toList();
    }

    private static <T> List<T> copy(List<T> own) {
        if (own == null) {
            return List.of();
        }
        synchronized (own) {
            return List.copyOf(own);
        }
    }
}
