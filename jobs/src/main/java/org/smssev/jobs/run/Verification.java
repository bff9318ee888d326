package org.smssev.jobs.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.smssev.common.SideBySide;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.config.ConfigDocument;
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
    private final Replay.Place place;
    private final Warehouse warehouse;
    private final RunHistory history;

    /** Verifies runs in the warehouse of a configuration; of its settings only those of Spark count for the replay. */
    public Verification(
            List<Stage> stages, Config current, Configuration hadoop, SessionSource session, Progress progress) {
        // A stage without tables leaves nothing to compare.
        this.stages = StageGraph.order(stages).stream()
                .filter(s -> !s.writes().isEmpty())
                .toList();
        this.place = new Replay.Place(current, hadoop, session, progress, CodeVersion.current());
        this.warehouse = place.warehouse();
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
                                Exit.INPUT, warehouse.path() + ": no run is published. Run `smssev run` first."))
                : history.published(runId);
        Optional<MetaTables.Run> base = admitted(run);
        Config config = ConfigDocument.read(run.config(), "run " + run.runId());
        try (Replay replay = new Replay(place, stages, config, base)) {
            return compare(run, replay, start);
        }
    }

    /** The run that it builds on, if the run can be replayed at all. */
    private Optional<MetaTables.Run> admitted(MetaTables.Run run) {
        history.requireReadable(run);
        if (!run.codeVersion().equals(place.code()) || run.config() == null) {
            throw new UserException(
                    Exit.USAGE,
                    "run " + run.runId() + ": another version of smssev made it (" + run.codeVersion() + ", this is "
                            + place.code() + "). Verify it with that version, or run the release again with this one.");
        }
        Optional<MetaTables.Run> base = Optional.ofNullable(run.baseRun()).map(history::published);
        base.ifPresent(history::requireReadable);
        return base;
    }

    private Outcome compare(MetaTables.Run run, Replay replay, Instant start) {
        RunState state = replay.state();
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
            group.forEach(stage -> tasks.add(
                    () -> replay.compute(stage, record.get(stage.name()).files())));
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
                            place.session());
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

    private static long rows(MetaTables.StageRun record, String table) {
        return record.rows().stream()
                .filter(r -> r.table().equals(table))
                .mapToLong(MetaTables.RowCount::rows)
                .sum();
    }

    private static double since(Instant start) {
        return Duration.between(start, Instant.now()).toMillis() / 1000.0;
    }
}
