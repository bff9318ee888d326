package org.smssev.jobs.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.smssev.common.SideBySide;
import org.smssev.common.UserException;
import org.smssev.common.config.Config;
import org.smssev.common.config.ConfigDocument;
import org.smssev.common.config.ConfigText;
import org.smssev.common.config.HadoopSettings;
import org.smssev.common.config.Secrets;
import org.smssev.common.stage.ExpectedRows;
import org.smssev.common.stage.FileRef;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.Stage;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.MetaTables;

/** One walk through the stages: which are taken over, which are computed, and what is published in the end. */
final class RunPlan {
    private final List<Stage> stages;
    private final Config config;
    private final Path configFile;
    private final Configuration hadoop;
    private final SessionSource session;
    private final Progress progress;
    private final String code;
    private final Warehouse warehouse;
    private final String runId;
    private final Runner.Request request;
    private final RunHistory history;
    private final Optional<MetaTables.Run> base;
    private final RunState state;
    private final InputFiles inputs;
    private final LandedFiles landed;
    private final RunRecord record;
    private final List<String> computed = Collections.synchronizedList(new ArrayList<>());
    private final List<Stage> takenOver = new ArrayList<>();

    RunPlan(
            List<Stage> stages,
            Config config,
            Path configFile,
            Configuration hadoop,
            SessionSource session,
            Progress progress,
            String code,
            Warehouse warehouse,
            String runId,
            Runner.Request request) {
        this.stages = stages;
        this.config = config;
        this.configFile = configFile;
        this.hadoop = hadoop;
        this.session = session;
        this.progress = progress;
        this.code = code;
        this.warehouse = warehouse;
        this.runId = runId;
        this.request = request;
        this.inputs = new InputFiles(configFile.toAbsolutePath().getParent());
        inputs.ahead(() -> stages.subList(0, last() + 1).stream()
                .flatMap(stage -> stage.files(config).stream())
                .toList());
        this.history = new RunHistory(warehouse);
        this.base = history.base(config.release().id());
        List<String> names = stages.stream().map(Stage::name).toList();
        this.state = new RunState(names, config, runId, warehouse, warehouse, session, history, base, code, progress);
        this.landed = new LandedFiles(config.warehouse(), hadoop);
        this.record = new RunRecord(stages, config, hadoop, runId, code);
    }

    void execute() {
        int from = request.from() == null ? 0 : index(request.from());
        int to = last();
        List<Stage> asked = stages.subList(0, to + 1);
        try (Preparations preparations = state.preparations()) {
            // All files are looked for before any is waited for: a wrong path costs no half hour.
            asked.forEach(stage -> stage.files(config).forEach(inputs::paths));
            if (history.latest().filter(this::isOfThisRelease).isEmpty()) {
                // The first stage will be computed whatever its files are, so Spark starts while they are digested.
                session.ahead();
                if (from == 0) {
                    preparations.begin(stages.get(0), state.context(stages.get(0), Map.of()));
                }
            }
            asked.forEach(this::files);
            for (List<Stage> group : StageGraph.sideBySide(asked)) {
                SideBySide.run(
                        config.stagesAtOnce(),
                        group.stream()
                                .flatMap(stage -> toCompute(stage, from).stream())
                                .toList());
            }
        }
    }

    private int last() {
        return request.to() == null ? stages.size() - 1 : index(request.to());
    }

    /** The computing of a stage, or nothing where it is taken over. */
    private Optional<Runnable> toCompute(Stage stage, int from) {
        int i = index(stage.name());
        Map<String, List<InputFile>> files = files(stage);
        String fingerprint = fingerprint(stage, files);
        Optional<MetaTables.StageRun> known = known(stage, fingerprint);
        if (known.isPresent() && !(request.force() && i >= from)) {
            state.reuse(known.get());
            takenOver.add(stage);
            record.takenOver(known.get());
            progress.stageUpToDate(stage.name());
            return Optional.empty();
        }
        if (i < from) {
            throw new UserException(
                    UserException.Exit.USAGE,
                    "--from " + request.from() + ": stage " + stage.name() + " before it is not up to date. Start from "
                            + stage.name() + " instead.");
        }
        if (stage.buildsOnEarlierRelease()) {
            base.ifPresent(history::requireReadable);
        }
        return Optional.of(() -> compute(stage, files, fingerprint, i));
    }

    private boolean isOfThisRelease(MetaTables.Run run) {
        return run.release().equals(config.release().id()) && run.codeVersion().equals(code);
    }

    List<Runner.StageState> states() {
        List<Runner.StageState> states = new ArrayList<>();
        String stale = null;
        for (Stage stage : stages) {
            Map<String, List<InputFile>> files = files(stage);
            boolean readsStale = stale != null
                    && stage.reads().stream()
                            .anyMatch(t -> state.versions().get(TableDef.of(t).name()) == null);
            Optional<MetaTables.StageRun> known =
                    readsStale ? Optional.empty() : known(stage, fingerprint(stage, files));
            if (known.isPresent()) {
                state.reuse(known.get());
                states.add(new Runner.StageState(stage.name(), true, "up to date"));
            } else {
                states.add(new Runner.StageState(
                        stage.name(), false, readsStale ? "waits for the tables of " + stale : why(stage, files)));
                stale = stale == null ? stage.name() : stale;
            }
        }
        return states;
    }

    List<Runner.Forecast> forecast() {
        ExpectedRows all = new Expectation(config, history, base).rows(stages, files(stages.get(0)));
        List<Runner.StageState> states = states();
        List<Runner.Forecast> forecasts = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            List<InputFile> files =
                    files(stage).values().stream().flatMap(List::stream).toList();
            Map<String, Long> own = new LinkedHashMap<>();
            stage.writes().stream()
                    .map(t -> TableDef.of(t).name())
                    .filter(all.rows()::containsKey)
                    .forEach(t -> own.put(t, all.rows().get(t)));
            forecasts.add(new Runner.Forecast(
                    states.get(i),
                    files.size(),
                    files.stream().mapToLong(InputFile::bytes).sum(),
                    new ExpectedRows(own, all.assumed()),
                    states.get(i).upToDate() ? List.of() : stage.needs(config, all)));
        }
        return forecasts;
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
        if (!now.equals(then)) {
            return "an input file changed";
        }
        if (history.computed(stage.name(), fingerprint(stage, files))
                .filter(k -> stage.artifacts().isEmpty())
                .isPresent()) {
            return "another release must be published first";
        }
        boolean otherCode = history.codeOf(last.get().runId())
                .filter(known -> !known.equals(code))
                .isPresent();
        return otherCode ? "the program changed" : "a setting, an input table or the program changed";
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
        Optional<MetaTables.StageRun> known = history.computed(stage.name(), fingerprint)
                .filter(k -> stage.mayBeTakenOver(state.context(stage, Map.of())));
        if (stage.artifacts().isEmpty()) {
            return known;
        }
        // A file has no versions, so it is of the newest computation alone.
        return known.filter(k -> history.newest(stage.name()).filter(k::equals).isPresent()
                && stage.artifacts().stream().allMatch(a -> WrittenFile.exists(hadoop, config.warehouse(), a)));
    }

    private String fingerprint(Stage stage, Map<String, List<InputFile>> files) {
        return new Fingerprint(config, code, base).of(stage, files, state.versions());
    }

    private void compute(Stage stage, Map<String, List<InputFile>> files, String fingerprint, int i) {
        Instant start = Instant.now();
        progress.stageStarts(stage.name(), i + 1, stages.size());
        FaultPoint.reached("start " + stage.name());
        record.started(stage, files, start);
        RunContext context = state.context(stage, files);
        List<MetaTables.RowCount> rows;
        try {
            if (!stage.writes().isEmpty() && !files.isEmpty()) {
                landed.open();
            }
            // A stage that writes files of its own may replace one that it reads.
            int atOnce = stage.artifacts().isEmpty() ? 2 : 1;
            Runnable run = () -> stage.run(context);
            Runnable land = () -> land(stage, files);
            Runnable both = () -> SideBySide.run(atOnce, atOnce == 1 ? List.of(land, run) : List.of(run, land));
            inputs.whileUnchanged(files.values(), both, () -> landed.forget(config));
            rows = context.end();
        } catch (Exception | Error e) {
            // Also checked ones, which Spark throws without declaring them.
            synchronized (this) {
                record.failed(stage, e, warehouse, state.qualitiesOf(stage.name()));
            }
            progress.stageFails(stage.name(), String.valueOf(e.getMessage()));
            throw e;
        }
        double seconds = RunRecord.seconds(start, Instant.now());
        record.computed(record(stage, files, fingerprint, rows, start, seconds));
        computed.add(stage.name());
        progress.stageEnds(stage.name(), seconds, context.described(rows) + RowCounts.rate(files, seconds));
        state.qualitiesOf(stage.name()).stream()
                .filter(q -> q.outcome().equals("WARN"))
                .forEach(q -> progress.warning(q.check(), q.subject(), q.value(), q.message()));
        FaultPoint.reached("end " + stage.name());
    }

    /** Keeps what the tables of a stage are made of, so that they can be made again. */
    private void land(Stage stage, Map<String, List<InputFile>> files) {
        if (!stage.writes().isEmpty()) {
            double most = config.retention().inputGb() * (1L << 30);
            files.values().stream().flatMap(List::stream).forEach(f -> landed.land(f, most, inputs::requireUnchanged));
        }
    }

    /** One stage after the other, as the tables of meta have one writer. */
    private synchronized MetaTables.StageRun record(
            Stage stage,
            Map<String, List<InputFile>> files,
            String fingerprint,
            List<MetaTables.RowCount> rows,
            Instant start,
            double seconds) {
        String transaction = runId + "/" + stage.name();
        // Only then the row that lets the stage be taken over.
        SideBySide.run(
                2,
                List.of(
                        () -> warehouse.append(MetaTables.Quality.class, state.qualitiesOf(stage.name()), transaction),
                        () -> warehouse.append(
                                MetaTables.Convention.class, state.conventionsOf(stage.name()), transaction)));
        MetaTables.StageRun row = new MetaTables.StageRun(
                runId,
                stage.name(),
                fingerprint,
                files.values().stream()
                        .flatMap(List::stream)
                        .map(f -> new MetaTables.InputFile(
                                f.role(), f.path().toString(), f.sha256(), f.bytes(), f.name()))
                        .toList(),
                stage.reads().stream().map(this::version).toList(),
                stage.writes().stream().map(this::version).toList(),
                rows,
                start,
                seconds);
        warehouse.append(MetaTables.StageRun.class, List.of(row), transaction);
        return row;
    }

    private MetaTables.TableVersion version(Class<? extends Record> t) {
        String name = TableDef.of(t).name();
        return new MetaTables.TableVersion(name, state.versions().get(name));
    }

    Runner.Outcome publish(RunLock lock, Instant start) {
        List<MetaTables.TableVersion> tables = versions();
        Optional<MetaTables.Run> latest = history.latest();
        double seconds = RunRecord.seconds(start, Instant.now());
        if (computed.isEmpty()
                && latest.isPresent()
                && latest.get().release().equals(config.release().id())
                && withoutAppended(latest.get().tables()).equals(withoutAppended(tables))) {
            record.stands(latest.get(), warehouse, state.qualities());
            record.nothingNew(latest.get(), start);
            return new Runner.Outcome(latest.get().runId(), computed, false, true, seconds);
        }
        boolean whole = tables.size()
                == stages.stream().mapToInt(s -> s.writes().size()).sum();
        if (!whole && latest.isPresent()) {
            // Readers keep the last whole run; what was computed is taken over by the next one.
            record.nothingNew(latest.get(), start);
            boolean holds = withoutAppended(latest.get().tables()).containsAll(withoutAppended(tables));
            return new Runner.Outcome(latest.get().runId(), computed, false, holds, seconds);
        }
        FaultPoint.reached("publish");
        lock.check();
        takenOver.forEach(stage -> stage.takenOver(state.context(stage, Map.of())));
        MetaTables.Run row = row("PUBLISHED", start, versions(), null);
        warehouse.append(MetaTables.Run.class, List.of(row), runId + "/meta.runs");
        FaultPoint.reached("published");
        record.published(row, warehouse, state.qualities());
        return new Runner.Outcome(runId, computed, true, true, seconds);
    }

    private List<MetaTables.TableVersion> versions() {
        return stages.stream()
                .flatMap(s -> s.writes().stream())
                .filter(t -> state.versions().containsKey(TableDef.of(t).name()))
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
        MetaTables.Run row = row(
                "FAILED",
                start,
                List.of(),
                Secrets.of(HadoopSettings.withSubmitted(config.spark())).hide(error));
        warehouse.append(MetaTables.Run.class, List.of(row), runId + "/meta.runs");
        record.ended(row, history.latest(), state.qualities());
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
                error,
                ConfigDocument.of(config));
    }
}
