package org.smssev.jobs.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.smssev.common.config.Config.Retention;
import org.smssev.common.tables.MetaTables;

/**
 * What the rules of retention keep of a warehouse.
 *
 * @param runs the published runs that are kept, oldest first
 * @param dropped the published runs that are not, and that were not pruned before, oldest first
 * @param versions of each table the versions that are kept
 * @param inputs digests of the input files from which kept runs can be replayed
 */
record KeptRuns(
        List<MetaTables.Run> runs, List<MetaTables.Run> dropped, Map<String, Set<Long>> versions, Set<String> inputs) {
    /** Applies the rules at a moment. */
    static KeptRuns of(RunHistory history, Retention rules, Instant now) {
        List<MetaTables.Run> standing =
                history.published().stream().filter(r -> !history.isPruned(r)).toList();
        Set<MetaTables.Run> kept = new LinkedHashSet<>();
        int n = standing.size();
        kept.addAll(standing.subList(Math.max(0, n - rules.runs()), n));
        Map<String, MetaTables.Run> lastOfRelease = new LinkedHashMap<>();
        for (MetaTables.Run r : standing) {
            // Taken out first, so that the releases stand in the order of their last runs.
            lastOfRelease.remove(r.release());
            lastOfRelease.put(r.release(), r);
        }
        List<MetaTables.Run> last = new ArrayList<>(lastOfRelease.values());
        kept.addAll(last.subList(Math.max(0, last.size() - rules.releases()), last.size()));
        Instant since = now.minus(Duration.ofDays(rules.days()));
        standing.stream()
                .filter(r -> rules.days() > 0 && r.endedAt().isAfter(since))
                .forEach(kept::add);
        // What a kept run builds on is needed to replay it, and to run its release again.
        Set<String> bases = new HashSet<>();
        kept.forEach(r -> bases.add(r.baseRun()));
        standing.stream().filter(r -> bases.contains(r.runId())).forEach(kept::add);
        List<MetaTables.Run> runs = standing.stream().filter(kept::contains).toList();
        return new KeptRuns(
                runs,
                standing.stream().filter(r -> !kept.contains(r)).toList(),
                versions(history, runs),
                inputs(history, runs));
    }

    private static Map<String, Set<Long>> versions(RunHistory history, List<MetaTables.Run> runs) {
        Map<String, Set<Long>> versions = new LinkedHashMap<>();
        for (MetaTables.Run r : runs) {
            r.tables()
                    .forEach(t -> versions.computeIfAbsent(t.table(), k -> new TreeSet<>())
                            .add(t.version()));
        }
        // What was computed since the last publication may be taken over by the next run.
        history.unpublished()
                .forEach(s -> s.outputs()
                        .forEach(t -> versions.computeIfAbsent(t.table(), k -> new TreeSet<>())
                                .add(t.version())));
        return versions;
    }

    private static Set<String> inputs(RunHistory history, List<MetaTables.Run> runs) {
        Set<String> inputs = new TreeSet<>();
        for (MetaTables.Run r : runs) {
            history.stagesOf(r).forEach(s -> s.files().forEach(f -> inputs.add(f.sha256())));
        }
        history.unpublished().forEach(s -> s.files().forEach(f -> inputs.add(f.sha256())));
        return inputs;
    }

    /** The releases of kept runs. */
    Set<String> releases() {
        Set<String> releases = new TreeSet<>();
        runs.forEach(r -> releases.add(r.release()));
        return releases;
    }
}
