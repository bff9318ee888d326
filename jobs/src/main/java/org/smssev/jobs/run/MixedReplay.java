package org.smssev.jobs.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.stage.Stage;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.MetaTables;
import org.smssev.common.tables.ScreenTables.Supplemented;
import org.smssev.jobs.run.MixedInputs.Side;

/**
 * Finds out which technologies go to the experts when code, settings, lists and patents of one run are replaced by those of
 * a later one, one after another in this order, by computing the stages up to the supplement again with what was recorded
 * of both. What equals is not computed again: where one input alone differs, nothing is.
 */
public final class MixedReplay {
    private final Replay.Place place;
    private final List<Stage> stages;
    private final RunHistory history;

    /** Works in the warehouse of a configuration; of its settings only those of Spark count. */
    public MixedReplay(
            List<Stage> stages, Config current, Configuration hadoop, SessionSource session, Progress progress) {
        this.place = new Replay.Place(current, hadoop, session, progress, CodeVersion.current());
        this.history = new RunHistory(place.warehouse());
        this.stages = upToSupplement(StageGraph.order(stages));
    }

    private static List<Stage> upToSupplement(List<Stage> ordered) {
        List<Stage> first = new ArrayList<>();
        for (Stage stage : ordered) {
            if (stage.writes().isEmpty()) {
                continue;
            }
            first.add(stage);
            if (stage.writes().contains(Supplemented.class)) {
                break;
            }
        }
        return List.copyOf(first);
    }

    /**
     * The technologies that go to the experts: with the code that runs now, with the later settings also, with the later
     * lists also, and with the later patents also, which is the later run.
     *
     * @throws UserException if the later run is of other code (exit 2), or if a run was pruned or an input is gone (exit 3)
     */
    public List<Set<String>> between(MetaTables.Run earlier, MetaTables.Run later) {
        if (!later.codeVersion().equals(place.code())) {
            throw new UserException(
                    Exit.USAGE,
                    "run " + later.runId() + ": another version of smssev made it (" + later.codeVersion()
                            + ", this is "
                            + place.code() + "). Leave out --recompute, use that version, or run the release again with"
                            + " this one.");
        }
        Side before = side(earlier);
        Side now = side(later);
        List<MixedInputs> steps = List.of(
                new MixedInputs(before, before, before),
                new MixedInputs(now, before, before),
                new MixedInputs(now, now, before),
                new MixedInputs(now, now, now));
        List<Set<String>> found = new ArrayList<>();
        found.add(earlier.codeVersion().equals(place.code()) ? of(earlier) : replayed(steps.get(0), base(earlier)));
        List<String> names = stages.stream().map(Stage::name).toList();
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).isLike(steps.get(steps.size() - 1), names)) {
                found.add(of(later));
            } else if (steps.get(i).isLike(steps.get(i - 1), names)) {
                found.add(found.get(i - 1));
            } else {
                found.add(replayed(steps.get(i), base(later)));
            }
        }
        return found;
    }

    private Side side(MetaTables.Run run) {
        history.requireReadable(run);
        if (run.config() == null) {
            throw new UserException(
                    Exit.INPUT,
                    "run " + run.runId()
                            + ": its configuration was not recorded by an older version of smssev. Leave out"
                            + " --recompute.");
        }
        return new Side(
                run,
                history.stagesOf(run).stream().collect(Collectors.toMap(MetaTables.StageRun::stage, stage -> stage)));
    }

    /** Patents come on top of those that were there before them; ids are kept from the run before the later one. */
    private Set<String> replayed(MixedInputs inputs, Optional<MetaTables.Run> base) {
        place.progress()
                .step(
                        "diff",
                        "replay with settings of " + inputs.settings().run().runId() + ", lists of "
                                + inputs.lists().run().runId() + " and patents of "
                                + inputs.patents().run().runId());
        Optional<MetaTables.Run> ofPatents = base(inputs.patents().run());
        try (Replay replay = new Replay(place, stages, inputs.config(), base)) {
            for (Stage stage : stages) {
                replay.compute(stage, inputs.files(stage.name()), stage == stages.get(0) ? ofPatents : base);
            }
            RunState state = replay.state();
            return ids(state.warehouse(), state.versions());
        }
    }

    private Optional<MetaTables.Run> base(MetaTables.Run run) {
        Optional<MetaTables.Run> base = Optional.ofNullable(run.baseRun()).map(history::published);
        base.ifPresent(history::requireReadable);
        return base;
    }

    private Set<String> of(MetaTables.Run run) {
        return ids(
                place.warehouse(),
                run.tables().stream()
                        .collect(Collectors.toMap(MetaTables.TableVersion::table, MetaTables.TableVersion::version)));
    }

    private static Set<String> ids(Warehouse warehouse, Map<String, Long> versions) {
        return warehouse
                .read(
                        Supplemented.class,
                        versions.get(TableDef.of(Supplemented.class).name()))
                .stream()
                .map(Supplemented::candidateId)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
