package org.smssev.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.smssev.common.UserException;
import org.smssev.common.config.Config;
import org.smssev.common.config.ConfigText;
import org.smssev.common.stage.FileRef;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.Stage;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.MetaTables;

/**
 * Runs the flow: for each stage in order, it takes the tables of an equal earlier computation or computes them, and at
 * the end publishes the run by one row of meta.runs. Every table is read at a recorded version, never at its head, so a
 * run that dies anywhere is simply run again.
 */
public final class Runner {
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final List<Stage> stages;
    private final Config config;
    private final Path configFile;
    private final Configuration hadoop;
    private final SessionSource session;
    private final Progress progress;
    private final String code = CodeVersion.current();

    /** A runner of these stages, in order, on one configuration. */
    public Runner(
            List<Stage> stages,
            Config config,
            Path configFile,
            Configuration hadoop,
            SessionSource session,
            Progress progress) {
        this.stages = StageGraph.order(stages);
        this.config = config;
        this.configFile = configFile;
        this.hadoop = hadoop;
        this.session = session;
        this.progress = progress;
    }

    /**
     * What to run.
     *
     * @param from first stage that may be computed, null for the first; those before must be up to date
     * @param to last stage, null for the last
     * @param force whether the stages from {@code from} to {@code to} are computed though they are up to date
     */
    public record Request(String from, String to, boolean force) {
        /** The whole flow, computing what is not up to date. */
        public static final Request ALL = new Request(null, null, false);
    }

    /**
     * What a run came to.
     *
     * @param runId the published run, or the one found up to date
     * @param computed names of the stages computed
     * @param published whether a new run was published
     * @param seconds wall time
     */
    public record Outcome(String runId, List<String> computed, boolean published, double seconds) {}

    /** Whether a stage is up to date, and why not. */
    public record StageState(String stage, boolean upToDate, String reason) {}

    /** Runs the request. */
    public Outcome run(Request request) {
        Instant start = Instant.now();
        String runId = ID.format(start) + "-" + UUID.randomUUID().toString().substring(0, 4);
        checkNames(request);
        Warehouse warehouse = new Warehouse(config.warehouse(), hadoop);
        Mirror mirror = new Mirror(warehouse, hadoop, config.mirror(), StageGraph.tables(stages));
        try (RunLock lock = RunLock.take(fileSystem(), config.warehouse(), runId)) {
            Outcome outcome = run(warehouse, lock, runId, request, start);
            // Also where nothing was published: an earlier run may have died before it was done with this.
            mirror.refresh(new RunHistory(warehouse).latest());
            return outcome;
        }
    }

    private Outcome run(Warehouse warehouse, RunLock lock, String runId, Request request, Instant start) {
        Plan plan = new Plan(warehouse, runId, request);
        try {
            plan.execute();
            return plan.publish(lock, start);
        } catch (UserException e) {
            plan.recordFailure(start, e.getMessage());
            throw e;
        } catch (RuntimeException e) {
            plan.recordFailure(start, e.toString());
            throw e;
        } finally {
            removeScratch(runId);
        }
    }

    /** What is up to date, computing nothing. */
    public List<StageState> states() {
        Warehouse warehouse = new Warehouse(config.warehouse(), hadoop);
        return new Plan(warehouse, "status", Request.ALL).states();
    }

    private void checkNames(Request request) {
        for (String name : new String[] {request.from(), request.to()}) {
            if (name != null && stages.stream().noneMatch(s -> s.name().equals(name))) {
                throw new UserException(
                        UserException.Exit.USAGE,
                        "There is no stage " + name + "; the stages are "
                                + String.join(
                                        ", ", stages.stream().map(Stage::name).toList()));
            }
        }
    }

    private FileSystem fileSystem() {
        try {
            return new org.apache.hadoop.fs.Path(config.warehouse()).getFileSystem(hadoop);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot reach the warehouse " + config.warehouse(), e);
        }
    }

    private void removeScratch(String runId) {
        try {
            fileSystem().delete(new org.apache.hadoop.fs.Path(config.warehouse(), "_scratch/" + runId), true);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the scratch data of run " + runId, e);
        }
    }

    /** One walk through the stages. */
    private final class Plan {
        private final Warehouse warehouse;
        private final String runId;
        private final Request request;
        private final RunHistory history;
        private final Optional<MetaTables.Run> base;
        private final RunContext context;
        private final InputFiles inputs =
                new InputFiles(configFile.toAbsolutePath().getParent());
        private final List<String> computed = new ArrayList<>();
        private final List<Stage> takenOver = new ArrayList<>();

        Plan(Warehouse warehouse, String runId, Request request) {
            this.warehouse = warehouse;
            this.runId = runId;
            this.request = request;
            this.history = new RunHistory(warehouse);
            this.base = history.base(config.release().id());
            this.context = new RunContext(config, runId, warehouse, session, base, code, progress);
        }

        void execute() {
            int from = request.from() == null ? 0 : index(request.from());
            int to = request.to() == null ? stages.size() - 1 : index(request.to());
            if (history.latest().filter(this::isOfThisRelease).isEmpty()) {
                // The first stage will be computed whatever its files are, so Spark starts while they are digested.
                session.ahead();
            }
            // All files are looked for before anything is computed, so a wrong path costs no half hour.
            for (int i = 0; i <= to; i++) {
                files(stages.get(i));
            }
            for (int i = 0; i <= to; i++) {
                Stage stage = stages.get(i);
                Map<String, List<InputFile>> files = files(stage);
                String fingerprint = fingerprint(stage, files);
                Optional<MetaTables.StageRun> known = known(stage, fingerprint);
                if (known.isPresent() && !(request.force() && i >= from)) {
                    context.begin(stage, files);
                    context.reuse(known.get());
                    takenOver.add(stage);
                    progress.stageUpToDate(stage.name());
                } else if (i < from) {
                    throw new UserException(
                            UserException.Exit.USAGE,
                            "Stage " + stage.name() + " is not up to date, so the run cannot start from "
                                    + request.from() + "; start it from " + stage.name());
                } else {
                    compute(stage, files, fingerprint, i);
                }
            }
        }

        private boolean isOfThisRelease(MetaTables.Run run) {
            return run.release().equals(config.release().id())
                    && run.codeVersion().equals(code);
        }

        List<StageState> states() {
            List<StageState> states = new ArrayList<>();
            String stale = null;
            for (Stage stage : stages) {
                Map<String, List<InputFile>> files = files(stage);
                boolean readsStale = stale != null
                        && stage.reads().stream()
                                .anyMatch(t ->
                                        context.versions().get(TableDef.of(t).name()) == null);
                Optional<MetaTables.StageRun> known =
                        readsStale ? Optional.empty() : known(stage, fingerprint(stage, files));
                if (known.isPresent()) {
                    context.reuse(known.get());
                    states.add(new StageState(stage.name(), true, "up to date"));
                } else {
                    states.add(new StageState(
                            stage.name(),
                            false,
                            readsStale ? "reads what " + stale + " will write" : why(stage, files)));
                    stale = stale == null ? stage.name() : stale;
                }
            }
            return states;
        }

        private String why(Stage stage, Map<String, List<InputFile>> files) {
            Optional<MetaTables.StageRun> last = history.newest(stage.name());
            if (last.isEmpty()) {
                return "never computed";
            }
            List<String> now = files.values().stream()
                    .flatMap(List::stream)
                    .map(InputFile::sha256)
                    .sorted()
                    .toList();
            List<String> then = last.get().files().stream()
                    .map(MetaTables.InputFile::sha256)
                    .sorted()
                    .toList();
            return now.equals(then) ? "a setting, an input table or the code changed" : "an input file changed";
        }

        private int index(String name) {
            for (int i = 0; i < stages.size(); i++) {
                if (stages.get(i).name().equals(name)) {
                    return i;
                }
            }
            throw new IllegalStateException("No stage " + name);
        }

        private Map<String, List<InputFile>> files(Stage stage) {
            Map<String, List<InputFile>> files = new LinkedHashMap<>();
            for (FileRef ref : stage.files(config)) {
                files.computeIfAbsent(ref.role(), r -> new ArrayList<>()).addAll(inputs.find(ref));
            }
            return files;
        }

        private Optional<MetaTables.StageRun> known(Stage stage, String fingerprint) {
            Optional<MetaTables.StageRun> known = history.computed(stage.name(), fingerprint);
            if (stage.artifacts().isEmpty()) {
                return known;
            }
            // A file has no versions, so it is of the newest computation alone.
            return known.filter(
                    k -> history.newest(stage.name()).filter(k::equals).isPresent()
                            && stage.artifacts().stream().allMatch(this::exists));
        }

        private boolean exists(String artifact) {
            try {
                return fileSystem().exists(new org.apache.hadoop.fs.Path(config.warehouse(), artifact));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot look for " + artifact, e);
            }
        }

        private String fingerprint(Stage stage, Map<String, List<InputFile>> files) {
            return new Fingerprint(config, code, base).of(stage, files, context.versions());
        }

        private void compute(Stage stage, Map<String, List<InputFile>> files, String fingerprint, int i) {
            Instant start = Instant.now();
            progress.stageStarts(stage.name(), i + 1, stages.size());
            FaultPoint.reached("start " + stage.name());
            context.begin(stage, files);
            stage.run(context);
            List<MetaTables.RowCount> rows = context.end();
            double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
            String transaction = runId + "/" + stage.name();
            warehouse.append(MetaTables.Quality.class, context.qualitiesOf(stage.name()), transaction);
            warehouse.append(MetaTables.Convention.class, context.conventionsOf(stage.name()), transaction);
            warehouse.append(
                    MetaTables.StageRun.class,
                    List.of(new MetaTables.StageRun(
                            runId,
                            stage.name(),
                            fingerprint,
                            files.values().stream()
                                    .flatMap(List::stream)
                                    .map(f -> new MetaTables.InputFile(
                                            f.role(), f.path().toString(), f.sha256(), f.bytes()))
                                    .toList(),
                            stage.reads().stream().map(this::version).toList(),
                            stage.writes().stream().map(this::version).toList(),
                            rows,
                            start,
                            seconds)),
                    transaction);
            computed.add(stage.name());
            progress.stageEnds(stage.name(), seconds, RowCounts.describe(rows));
            context.qualitiesOf(stage.name()).stream()
                    .filter(q -> q.outcome().equals("WARN"))
                    .forEach(q -> progress.warning(q.check(), q.subject(), q.value(), q.message()));
            FaultPoint.reached("end " + stage.name());
        }

        private MetaTables.TableVersion version(Class<? extends Record> t) {
            String name = TableDef.of(t).name();
            return new MetaTables.TableVersion(name, context.versions().get(name));
        }

        Outcome publish(RunLock lock, Instant start) {
            List<MetaTables.TableVersion> tables = versions();
            Optional<MetaTables.Run> latest = history.latest();
            double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
            if (computed.isEmpty()
                    && latest.isPresent()
                    && latest.get().release().equals(config.release().id())
                    && withoutAppended(latest.get().tables()).equals(withoutAppended(tables))) {
                return new Outcome(latest.get().runId(), computed, false, seconds);
            }
            boolean whole = tables.size()
                    == stages.stream().mapToInt(s -> s.writes().size()).sum();
            if (!whole && latest.isPresent()) {
                // Readers keep the last whole run; what was computed is taken over by the next one.
                return new Outcome(latest.get().runId(), computed, false, seconds);
            }
            lock.check();
            takenOver.forEach(stage -> {
                context.begin(stage, Map.of());
                stage.takenOver(context);
            });
            warehouse.append(
                    MetaTables.Run.class, List.of(row("PUBLISHED", start, versions(), null)), runId + "/meta.runs");
            return new Outcome(runId, computed, true, seconds);
        }

        private List<MetaTables.TableVersion> versions() {
            return stages.stream()
                    .flatMap(s -> s.writes().stream())
                    .filter(t -> context.versions().containsKey(TableDef.of(t).name()))
                    .map(this::version)
                    .toList();
        }

        private List<MetaTables.TableVersion> withoutAppended(List<MetaTables.TableVersion> tables) {
            List<String> appended = stages.stream()
                    .flatMap(s -> s.writes().stream())
                    .map(TableDef::of)
                    .filter(TableDef::append)
                    .map(TableDef::name)
                    .toList();
            return tables.stream().filter(t -> !appended.contains(t.table())).toList();
        }

        void recordFailure(Instant start, String error) {
            warehouse.append(
                    MetaTables.Run.class, List.of(row("FAILED", start, List.of(), error)), runId + "/meta.runs");
        }

        private MetaTables.Run row(String status, Instant start, List<MetaTables.TableVersion> tables, String error) {
            return new MetaTables.Run(
                    runId,
                    status,
                    config.release().id(),
                    start,
                    Instant.now(),
                    code,
                    base.map(MetaTables.Run::runId).orElse(null),
                    tables,
                    ConfigText.flat(config),
                    configFile.toAbsolutePath().toString(),
                    error);
        }
    }
}
