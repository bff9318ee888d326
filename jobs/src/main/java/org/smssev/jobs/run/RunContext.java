package org.smssev.jobs.run;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.config.ConfigText;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.table.SparkTables;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.MetaTables;

/** What the stages of one run share: table versions so far, rows handed on without reading them back, and figures. */
final class RunContext implements StageContext {
    private final Config config;
    private final String runId;
    private final Warehouse warehouse;
    private final Supplier<SparkSession> session;
    private final Optional<MetaTables.Run> base;
    private final String code;
    private final Progress progress;
    private final Map<String, Long> versions = new LinkedHashMap<>();
    private final Map<Class<?>, List<?>> handed = new HashMap<>();
    private final Map<String, SoftReference<?>> derived = new HashMap<>();
    private final Map<String, List<InputFile>> files = new HashMap<>();
    private final List<MetaTables.Quality> qualities = new ArrayList<>();
    private final List<MetaTables.Convention> conventions = new ArrayList<>();
    private final List<MetaTables.RowCount> written = new ArrayList<>();
    private Stage stage;

    RunContext(
            Config config,
            String runId,
            Warehouse warehouse,
            Supplier<SparkSession> session,
            Optional<MetaTables.Run> base,
            String code,
            Progress progress) {
        this.config = config;
        this.runId = runId;
        this.warehouse = warehouse;
        this.session = session;
        this.base = base;
        this.code = code;
        this.progress = progress;
    }

    /** A stage begins with these files. */
    void begin(Stage next, Map<String, List<InputFile>> inputs) {
        stage = next;
        files.clear();
        files.putAll(inputs);
        written.clear();
    }

    /** The stage's tables are those of an earlier computation. */
    void reuse(MetaTables.StageRun earlier) {
        earlier.outputs().forEach(v -> versions.put(v.table(), v.version()));
        RunHistory.read(warehouse, MetaTables.Quality.class).stream()
                .filter(q -> q.runId().equals(earlier.runId()) && q.stage().equals(earlier.stage()))
                .forEach(qualities::add);
        RunHistory.read(warehouse, MetaTables.Convention.class).stream()
                .filter(c -> c.runId().equals(earlier.runId()) && c.stage().equals(earlier.stage()))
                .forEach(conventions::add);
    }

    /** The stage ended: every declared table must have been written. */
    List<MetaTables.RowCount> end() {
        for (Class<? extends Record> t : stage.writes()) {
            TableDef def = TableDef.of(t);
            if (written.stream().noneMatch(w -> w.table().equals(def.name()))) {
                throw new IllegalStateException("Stage " + stage.name() + " did not write " + def.name());
            }
        }
        return List.copyOf(written);
    }

    Map<String, Long> versions() {
        return versions;
    }

    @Override
    public Config config() {
        return config;
    }

    @Override
    public String runId() {
        return runId;
    }

    @Override
    public SparkSession spark() {
        return session.get();
    }

    @Override
    public <T extends Record> List<T> rows(Class<T> table) {
        List<?> known = handed.computeIfAbsent(table, t -> warehouse.read(table, version(table)));
        return known.stream().map(table::cast).toList();
    }

    @Override
    public Dataset<Row> dataset(Class<? extends Record> table) {
        return new SparkTables(spark(), warehouse).read(table, version(table));
    }

    @Override
    public synchronized <T> T derived(Class<? extends Record> table, Class<T> what, Function<Dataset<Row>, T> make) {
        String key = what.getName() + " of " + TableDef.of(table).name() + " " + version(table);
        SoftReference<?> known = derived.get(key);
        T value = known == null ? null : what.cast(known.get());
        if (value == null) {
            value = make.apply(dataset(table));
            derived.put(key, new SoftReference<>(value));
        }
        return value;
    }

    private long version(Class<? extends Record> table) {
        TableDef def = TableDef.of(table);
        if (!stage.reads().contains(table) && !stage.writes().contains(table)) {
            throw new IllegalStateException("Stage " + stage.name() + " reads " + def.name() + " without declaring it");
        }
        Long v = versions.get(def.name());
        if (v == null) {
            throw new IllegalStateException("This run has no " + def.name() + " yet");
        }
        return v;
    }

    @Override
    public <T extends Record> Optional<List<T>> earlierRows(Class<T> table) {
        return earlierVersion(table).map(v -> warehouse.read(table, v));
    }

    @Override
    public Optional<Dataset<Row>> earlierDataset(Class<? extends Record> table) {
        return earlierVersion(table).map(v -> new SparkTables(spark(), warehouse).read(table, v));
    }

    @Override
    public Optional<MetaTables.Run> earlierRun() {
        return base;
    }

    @Override
    public boolean earlierAgreesOn(List<String> settings) {
        return base.filter(b -> b.codeVersion().equals(code))
                .filter(b -> of(b.settings(), settings).equals(of(ConfigText.flat(config), settings)))
                .isPresent();
    }

    private static Set<MetaTables.Setting> of(List<MetaTables.Setting> all, List<String> keys) {
        return all.stream()
                .filter(s -> keys.stream()
                        .anyMatch(k -> s.key().equals(k)
                                || s.key().startsWith(k + ".")
                                || s.key().startsWith(k + "[")))
                .collect(Collectors.toSet());
    }

    private Optional<Long> earlierVersion(Class<? extends Record> table) {
        if (!stage.buildsOnEarlierRelease()) {
            throw new IllegalStateException("Stage " + stage.name() + " does not say that it builds on its own past");
        }
        String name = TableDef.of(table).name();
        return base.flatMap(b -> b.tables().stream()
                .filter(t -> t.table().equals(name))
                .map(MetaTables.TableVersion::version)
                .findFirst());
    }

    @Override
    public <T extends Record> void write(Class<T> table, List<T> rows) {
        TableDef def = declared(table);
        if (def.append()) {
            warehouse.append(table, rows, runId + "/" + def.name());
            versions.put(def.name(), warehouse.head(def).orElseThrow());
        } else {
            versions.put(def.name(), warehouse.overwrite(table, rows));
            List<T> sorted = new ArrayList<>(rows);
            sorted.sort(def.keyOrder());
            handed.put(table, sorted);
        }
        written.add(new MetaTables.RowCount(def.name(), rows.size()));
        FaultPoint.reached("commit " + def.name());
    }

    @Override
    public void write(Class<? extends Record> table, Dataset<Row> rows) {
        write(table, rows, List.of());
    }

    @Override
    public void write(Class<? extends Record> table, Dataset<Row> rows, List<String> earlierFiles) {
        TableDef def = declared(table);
        SparkTables.Written w = new SparkTables(spark(), warehouse).overwrite(table, rows, earlierFiles);
        versions.put(def.name(), w.version());
        written.add(new MetaTables.RowCount(def.name(), w.rows()));
        FaultPoint.reached("commit " + def.name());
    }

    private TableDef declared(Class<? extends Record> table) {
        TableDef def = TableDef.of(table);
        if (!stage.writes().contains(table)) {
            throw new IllegalStateException(
                    "Stage " + stage.name() + " writes " + def.name() + " without declaring it");
        }
        return def;
    }

    @Override
    public List<InputFile> files(String role) {
        return files.getOrDefault(role, List.of());
    }

    @Override
    public String scratch() {
        return warehouse.path() + "/_scratch/" + runId;
    }

    @Override
    public void progress(String step) {
        progress.step(step);
    }

    @Override
    public void quality(String check, String subject, Double value, String message) {
        add(check, subject, value, null, "INFO", message);
    }

    @Override
    public void warnAbove(String check, String subject, double value, double limit, String message) {
        add(check, subject, value, limit, value > limit ? "WARN" : "PASS", message);
    }

    @Override
    public void gateAbove(String check, String subject, double value, double limit, String message) {
        add(check, subject, value, limit, value > limit ? "FAIL" : "PASS", message);
        if (value > limit) {
            throw new UserException(
                    Exit.GATE,
                    "Quality gate " + check + " failed for " + subject + ": " + value + " is above " + limit + ". "
                            + message + ". Nothing was published");
        }
    }

    private void add(String check, String subject, Double value, Double limit, String outcome, String message) {
        qualities.add(new MetaTables.Quality(runId, stage.name(), check, subject, value, limit, outcome, message));
    }

    @Override
    public void convention(String convention, String choice, String meaning) {
        conventions.add(new MetaTables.Convention(runId, convention, stage.name(), choice, meaning));
    }

    @Override
    public List<MetaTables.Quality> qualities() {
        return List.copyOf(qualities);
    }

    @Override
    public List<MetaTables.Convention> conventions() {
        return List.copyOf(conventions);
    }

    /** The figures that a stage recorded in this run. */
    List<MetaTables.Quality> qualitiesOf(String name) {
        return qualities.stream()
                .filter(q -> q.runId().equals(runId) && q.stage().equals(name))
                .toList();
    }

    /** The conventions that a stage recorded in this run. */
    List<MetaTables.Convention> conventionsOf(String name) {
        return conventions.stream()
                .filter(c -> c.runId().equals(runId) && c.stage().equals(name))
                .toList();
    }
}
