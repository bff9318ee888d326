package org.smssev.jobs.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.config.ConfigText;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.Prepared;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.table.CarriedFiles;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.RowChecks;
import org.smssev.common.table.SparkTables;
import org.smssev.common.table.StoredTable;
import org.smssev.common.table.TableDef;
import org.smssev.common.tables.MetaTables;

/** What one stage of a run may touch. */
final class RunContext implements StageContext {
    private final RunState run;
    private final Stage stage;
    private final Map<String, List<InputFile>> files;
    private final Optional<MetaTables.Run> base;
    private final Map<String, Long> written = new ConcurrentHashMap<>();
    private volatile String step = "";
    private volatile String told = "";

    /** @param base the run of the earlier release that the stage builds on */
    RunContext(RunState run, Stage stage, Map<String, List<InputFile>> files, Optional<MetaTables.Run> base) {
        this.run = run;
        this.stage = stage;
        this.files = files;
        this.base = base;
    }

    /** The stage ended: every declared table must have been written. Tells their rows, in the order of their declaration. */
    List<MetaTables.RowCount> end() {
        List<MetaTables.RowCount> counts = new ArrayList<>();
        for (Class<? extends Record> t : stage.writes()) {
            String table = TableDef.of(t).name();
            Long rows = written.get(table);
            if (rows == null) {
                throw new IllegalStateException("Stage " + stage.name() + " did not write " + table);
            }
            counts.add(new MetaTables.RowCount(table, rows));
        }
        return counts;
    }

    /**
     * What the stage came to, in words.
     *
     * @param rows those of {@link #end}
     */
    String described(List<MetaTables.RowCount> rows) {
        return RowCounts.describe(rows) + (told.isEmpty() ? "" : "; " + told);
    }

    @Override
    public Config config() {
        return run.config();
    }

    @Override
    public String runId() {
        return run.runId();
    }

    @Override
    public SparkSession spark() {
        SparkSession spark = run.spark();
        label(spark);
        return spark;
    }

    /** Spark's own page and its event log then tell the jobs of one stage and step from others. */
    private void label(SparkSession spark) {
        String words = step.isEmpty() ? stage.name() : stage.name() + ": " + step;
        spark.sparkContext().setJobGroup(run.runId() + "/" + stage.name(), words, false);
    }

    @Override
    public <T extends Record> List<T> rows(Class<T> table) {
        return run.rows(table, version(table));
    }

    @Override
    public Dataset<Row> dataset(Class<? extends Record> table) {
        label(run.spark());
        return run.dataset(table, version(table));
    }

    @Override
    public <T> T derived(Class<? extends Record> table, Class<T> what, Function<Dataset<Row>, T> make) {
        label(run.spark());
        return run.derived(table, version(table), what, make);
    }

    private long version(Class<? extends Record> table) {
        TableDef def = TableDef.of(table);
        if (!stage.reads().contains(table) && !stage.writes().contains(table)) {
            throw new IllegalStateException("Stage " + stage.name() + " reads " + def.name() + " without declaring it");
        }
        Long v = run.versions().get(def.name());
        if (v == null) {
            throw new IllegalStateException("This run has no " + def.name() + " yet");
        }
        return v;
    }

    @Override
    public <T extends Record> Optional<List<T>> earlierRows(Class<T> table) {
        return earlierVersion(table).map(v -> run.earlier().read(table, v));
    }

    @Override
    public Optional<StoredTable> earlierTable(Class<? extends Record> table) {
        return earlierVersion(table).map(v -> {
            label(run.spark());
            return run.earlierTable(table, v);
        });
    }

    @Override
    public List<String> earlierReleases() {
        return run.history().chain(config().release().id()).stream()
                .map(MetaTables.Run::release)
                .toList();
    }

    @Override
    public void leave(String name, String text) {
        WrittenFile.write(spark().sparkContext().hadoopConfiguration(), config().warehouse(), name, text);
    }

    @Override
    public void takeAway(String name) {
        WrittenFile.delete(spark().sparkContext().hadoopConfiguration(), config().warehouse(), name);
    }

    @Override
    public Set<String> leftOut() {
        return run.history().leftOutBy(config().release().id());
    }

    @Override
    public Set<String> laterReleases() {
        return run.history().buildingOn(config().release().id());
    }

    @Override
    public <T extends Record> List<T> publishedRows(Class<T> table) {
        RunHistory history = run.history();
        return history.published().stream()
                .filter(r -> r.release().equals(config().release().id()))
                .reduce((a, b) -> b)
                .filter(r -> !history.isPruned(r))
                .flatMap(r -> versionIn(r, table))
                .map(v -> run.warehouse().read(table, v))
                .orElse(List.of());
    }

    @Override
    public Optional<MetaTables.Run> earlierRun() {
        return base;
    }

    @Override
    public String codeVersion() {
        return run.code();
    }

    @Override
    public boolean earlierAgreesOn(List<String> settings) {
        return base.filter(b -> b.codeVersion().equals(run.code()))
                .filter(b -> of(b.settings(), settings).equals(of(ConfigText.flat(run.config()), settings)))
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
        return base.flatMap(b -> versionIn(b, table));
    }

    private static Optional<Long> versionIn(MetaTables.Run run, Class<? extends Record> table) {
        String name = TableDef.of(table).name();
        return run.tables().stream()
                .filter(t -> t.table().equals(name))
                .map(MetaTables.TableVersion::version)
                .findFirst();
    }

    @Override
    public <T extends Record> void write(Class<T> table, List<T> rows) {
        TableDef def = declared(table);
        if (def.append()) {
            run.warehouse().append(table, rows, run.runId() + "/" + def.name());
            run.versions().put(def.name(), run.warehouse().head(def).orElseThrow());
        } else {
            List<T> checked = RowChecks.checked(def, rows);
            run.versions().put(def.name(), run.warehouse().overwriteChecked(table, checked));
            run.hand(table, checked);
        }
        written.put(def.name(), (long) rows.size());
        FaultPoint.reached("commit " + def.name());
    }

    @Override
    public void write(Class<? extends Record> table, InternalRows rows, CarriedFiles earlierFiles) {
        TableDef def = declared(table);
        SparkTables.Written w = new SparkTables(spark(), run.warehouse()).overwrite(table, rows, earlierFiles);
        run.versions().put(def.name(), w.version());
        written.put(def.name(), w.rows());
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
    public List<String> earlierDigests(String role) {
        return base.stream()
                .flatMap(b -> run.history().stagesOf(b).stream())
                .filter(s -> s.stage().equals(stage.name()))
                .flatMap(s -> s.files().stream())
                .filter(f -> f.role().equals(role))
                .map(MetaTables.InputFile::sha256)
                .toList();
    }

    @Override
    public <T extends Prepared> Optional<T> prepared(Class<T> what) {
        return run.preparations().take(stage).map(what::cast);
    }

    @Override
    public String scratch() {
        return run.warehouse().path() + "/_scratch/" + run.runId();
    }

    @Override
    public void progress(String step) {
        this.step = step;
        if (run.hasSpark()) {
            label(run.spark());
        }
        run.progress().step(stage.name(), step);
    }

    @Override
    public void told(String what) {
        told = what;
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
                    subject + ": quality gate " + check + " failed (" + plain(value) + " is above " + plain(limit)
                            + "). " + sentence(message) + " Nothing was published.");
        }
    }

    private static String sentence(String message) {
        String text = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
        return text.endsWith(".") ? text : text + ".";
    }

    /** A whole number without its decimal point. */
    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf(Math.round(value)) : String.valueOf(value);
    }

    private void add(String check, String subject, Double value, Double limit, String outcome, String message) {
        run.add(new MetaTables.Quality(run.runId(), stage.name(), check, subject, value, limit, outcome, message));
    }

    @Override
    public void convention(String convention, String choice, String meaning) {
        run.add(new MetaTables.Convention(run.runId(), convention, stage.name(), choice, meaning));
    }

    @Override
    public List<MetaTables.Quality> qualities() {
        return run.qualities();
    }

    @Override
    public List<MetaTables.Convention> conventions() {
        return run.conventions();
    }
}
