package org.smssev.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.smssev.common.SideBySide;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.config.ConfigDocument;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.Stage;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.MetaTables;

/**
 * Replays a published run from its record, into a folder beside the tables that is removed afterwards, and compares every
 * table with that of the run, row for row. Inputs are those that were landed, settings those recorded, tables of the
 * earlier release those that the run built on. Tables that are only added to hold run ids, and are left out.
 */
public final class Verification {
    private final List<Stage> stages;
    private final Config current;
    private final Configuration hadoop;
    private final SessionSource session;
    private final Progress progress;
    private final String code;
    private final Warehouse warehouse;
    private final RunHistory history;

    /** Verifies runs in the warehouse of a configuration; of its settings only those of Spark count for the replay. */
    public Verification(
            List<Stage> stages, Config current, Configuration hadoop, SessionSource session, Progress progress) {
        // A stage without tables leaves nothing to compare.
        this.stages = StageGraph.order(stages).stream()
                .filter(s -> !s.writes().isEmpty())
                .toList();
        this.current = current;
        this.hadoop = hadoop;
        this.session = session;
        this.progress = progress;
        this.code = CodeVersion.current();
        this.warehouse = new Warehouse(current.warehouse(), hadoop);
        this.history = new RunHistory(warehouse);
    }

    /**
     * What a replay came to.
     *
     * @param run the run that was replayed
     * @param tables tables found equal
     * @param rows rows of these tables
     * @param difference the first difference in words; empty where all are equal
     * @param seconds wall time
     */
    public record Outcome(MetaTables.Run run, int tables, long rows, Optional<String> difference, double seconds) {}

    /**
     * Replays a run; stops after the stage in which a table differs.
     *
     * @param runId null for the last published run
     * @throws UserException if there is no such run or other code made it (exit 2), or if it was pruned or an input is
     *     gone (exit 3)
     */
    public Outcome verify(String runId) {
        Instant start = Instant.now();
        MetaTables.Run run = runId == null
                ? history.latest()
                        .orElseThrow(() -> new UserException(
                                Exit.INPUT,
                                "No run is published in " + current.warehouse() + "; there is none to verify"))
                : history.published(runId);
        Optional<MetaTables.Run> base = admitted(run);
        String name = "verify-" + UUID.randomUUID();
        String folder = current.warehouse() + "/_scratch/" + name;
        Path inputs = inputsFolder(folder);
        try {
            Config config = ConfigDocument.read(run.config(), "run " + run.runId())
                    .withSpark(current.spark())
                    .withWarehouse(folder + "/warehouse");
            RunState state = new RunState(
                    stages.stream().map(Stage::name).toList(),
                    config,
                    name,
                    new Warehouse(config.warehouse(), hadoop),
                    warehouse,
                    session,
                    base,
                    code,
                    progress);
            return replay(run, state, inputs, start);
        } finally {
            remove(folder, inputs);
        }
    }

    /** The run that it builds on, if the run can be replayed at all. */
    private Optional<MetaTables.Run> admitted(MetaTables.Run run) {
        history.requireReadable(run);
        if (!run.codeVersion().equals(code) || run.config() == null) {
            throw new UserException(
                    Exit.USAGE,
                    "Run " + run.runId() + " was made by version " + run.codeVersion()
                            + " of this program, and this is "
                            + code + ": other code may rightly give other tables. Verify it with the program that made"
                            + " it, or run the release again with this one");
        }
        Optional<MetaTables.Run> base = Optional.ofNullable(run.baseRun()).map(history::published);
        base.ifPresent(history::requireReadable);
        return base;
    }

    private Outcome replay(MetaTables.Run run, RunState state, Path inputs, Instant start) {
        Map<String, MetaTables.StageRun> record =
                history.stagesOf(run).stream().collect(Collectors.toMap(MetaTables.StageRun::stage, s -> s));
        Map<String, Long> versions = run.tables().stream()
                .collect(Collectors.toMap(MetaTables.TableVersion::table, MetaTables.TableVersion::version));
        int tables = 0;
        long rows = 0;
        // A run that was stopped early has no tables of the later stages.
        List<Stage> recorded =
                stages.stream().filter(s -> record.containsKey(s.name())).toList();
        for (List<Stage> group : StageGraph.sideBySide(recorded)) {
            List<Runnable> tasks = new ArrayList<>();
            group.forEach(stage ->
                    tasks.add(() -> compute(stage, state, files(stage.name(), record.get(stage.name()), inputs))));
            SideBySide.run(state.config().stagesAtOnce(), tasks);
            for (Stage stage : group) {
                for (Class<? extends Record> table : stage.writes()) {
                    TableDef def = TableDef.of(table);
                    if (def.append()) {
                        continue;
                    }
                    Optional<TableComparison.Difference> difference = TableComparison.first(
                            table,
                            new TableComparison.Side(warehouse, versions.get(def.name())),
                            new TableComparison.Side(
                                    state.warehouse(), state.versions().get(def.name())),
                            session);
                    if (difference.isPresent()) {
                        return new Outcome(run, tables, rows, difference.map(Verification::words), since(start));
                    }
                    tables++;
                    rows += rows(record.get(stage.name()), def.name());
                }
            }
        }
        return new Outcome(run, tables, rows, Optional.empty(), since(start));
    }

    private static String words(TableComparison.Difference d) {
        return "table " + d.table() + ", row " + d.key() + ": " + d.what();
    }

    private void compute(Stage stage, RunState state, Map<String, List<InputFile>> files) {
        Instant start = Instant.now();
        progress.stageStarts(stage.name(), stages.indexOf(stage) + 1, stages.size());
        RunContext context = state.context(stage, files);
        stage.run(context);
        List<MetaTables.RowCount> rows = context.end();
        progress.stageEnds(stage.name(), since(start), "replayed: " + RowCounts.describe(rows));
    }

    private Map<String, List<InputFile>> files(String stage, MetaTables.StageRun record, Path inputs) {
        LandedFiles landed = new LandedFiles(current.warehouse(), hadoop);
        Map<String, List<InputFile>> files = new LinkedHashMap<>();
        int i = 0;
        for (MetaTables.InputFile recorded : record.files()) {
            // Each in a folder of its own, as two may share a name.
            Path into = inputs.resolve(stage).resolve(String.valueOf(i++));
            files.computeIfAbsent(recorded.role(), r -> new ArrayList<>()).add(landed.bring(stage, recorded, into));
        }
        return files;
    }

    private static long rows(MetaTables.StageRun record, String table) {
        return record.rows().stream()
                .filter(r -> r.table().equals(table))
                .mapToLong(MetaTables.RowCount::rows)
                .sum();
    }

    private static double since(Instant start) {
        return Duration.between(start, Instant.now()).toMillis() / 1000.0;
    }

    /** Beside the replayed tables where these are on a local disk, so that inputs can be linked; else a temporary one. */
    private Path inputsFolder(String folder) {
        try {
            org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(folder, "inputs");
            return path.getFileSystem(hadoop) instanceof LocalFileSystem
                    ? Path.of(path.toUri().getPath())
                    : Files.createTempDirectory("smssev-verify");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder for the inputs of the replay", e);
        }
    }

    private void remove(String folder, Path inputs) {
        try {
            org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(folder);
            path.getFileSystem(hadoop).delete(path, true);
            FileSystem.getLocal(hadoop).delete(new org.apache.hadoop.fs.Path(inputs.toUri()), true);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the scratch data " + folder, e);
        }
    }
}
