package org.smssev.jobs.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.smssev.common.tables.GradeTables.Cause;
import org.smssev.common.tables.GradeTables.Change;
import org.smssev.common.tables.GradeTables.History;
import org.smssev.common.tables.GradeTables.Technology;

/** What moved between two graded runs, with its causes; what did not move has no row. */
public final class Changes {
    /** From the lowest to the highest. */
    private static final List<String> ORDER =
            List.of("UNSCORED", "INSUFFICIENT", "NOT_LISTED", "LEVEL_3", "LEVEL_2", "LEVEL_1");

    private Changes() {}

    /**
     * The changes; why technologies entered or left is told from the tables of both runs.
     *
     * @param code version of the code that runs
     */
    public static List<Change> of(GradedRun earlier, GradedRun later, Differences differences, String code) {
        return of(earlier, later, differences, code, List.of());
    }

    /**
     * The changes.
     *
     * @param code version of the code that runs
     * @param selected the technologies that are there once code, settings, lists and patents of the later run stand in for
     *     those of the earlier one, one after another; empty where they were not computed
     */
    public static List<Change> of(
            GradedRun earlier, GradedRun later, Differences differences, String code, List<Set<String>> selected) {
        Decomposition decomposition = new Decomposition(
                earlier, later, code, selected.isEmpty() ? supposed(earlier, later, differences) : selected);
        TreeSet<String> ids = new TreeSet<>();
        earlier.technologies().forEach(row -> ids.add(row.technologyId()));
        later.technologies().forEach(row -> ids.add(row.technologyId()));
        List<Change> rows = new ArrayList<>();
        for (String id : ids) {
            Recomputed.Grade before = decomposition.before(id);
            Recomputed.Grade now = decomposition.now(id);
            if (before == null || now == null) {
                Origins origins = before == null
                        ? Origins.of(id, later.origin(), earlier.origin(), differences)
                        : Origins.of(id, earlier.origin(), later.origin(), differences);
                Recomputed.Grade grade = before == null ? now : before;
                List<Cause> causes = selected.isEmpty()
                        ? causes(origins, before == null ? grade.level() : null)
                        : causes(id, grade.level(), before != null, selected);
                rows.add(one(before == null ? "ENTERED" : "LEFT", id, grade, causes, origins.en()));
            } else if (!before.equals(now)) {
                rows.add(moved(id, before, now, decomposition));
            }
        }
        return rows;
    }

    /** Technologies after each input, if the last input that differs made all of the difference. */
    private static List<Set<String>> supposed(GradedRun earlier, GradedRun later, Differences differences) {
        TreeSet<String> differing = differences.names();
        int last = Decomposition.ORDER.size() - 2;
        while (last > 0 && !differing.isEmpty() && !differing.contains(Decomposition.ORDER.get(last))) {
            last--;
        }
        List<Set<String>> selected = new ArrayList<>();
        for (int i = 0; i < Decomposition.ORDER.size() - 1; i++) {
            selected.add((i < last ? earlier : later)
                    .technologies().stream()
                            .map(Technology::technologyId)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        return selected;
    }

    /**
     * The changes of a run whose tables cannot be read: what moved, but not why.
     *
     * @param earlier what the history holds of the run
     * @param why why its tables cannot be read
     */
    public static List<Change> unexplained(List<History> earlier, List<Technology> later, String why) {
        TreeMap<String, History> before = new TreeMap<>();
        TreeMap<String, Technology> now = new TreeMap<>();
        earlier.forEach(row -> before.put(row.technologyId(), row));
        later.forEach(row -> now.put(row.technologyId(), row));
        TreeSet<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(now.keySet());
        List<Change> rows = new ArrayList<>();
        for (String id : ids) {
            String levelBefore = before.containsKey(id) ? before.get(id).level() : null;
            String levelNow = now.containsKey(id) ? now.get(id).level() : null;
            Double scoreBefore = before.containsKey(id) ? before.get(id).score() : null;
            Double scoreNow = now.containsKey(id) ? now.get(id).score() : null;
            if (Objects.equals(levelBefore, levelNow) && Objects.equals(scoreBefore, scoreNow)) {
                continue;
            }
            boolean isComparable = scoreBefore != null && scoreNow != null;
            Double part = isComparable ? Double.valueOf(Levels.rounded(scoreNow - scoreBefore)) : null;
            rows.add(new Change(
                    id,
                    change(levelBefore, levelNow),
                    levelBefore,
                    levelNow,
                    scoreBefore,
                    scoreNow,
                    List.of(new Cause(Decomposition.NOT_RECOMPUTED, part, levelNow)),
                    List.of(Decomposition.NOT_RECOMPUTED),
                    why));
        }
        return rows;
    }

    private static String change(String before, String now) {
        if (before == null || now == null) {
            return before == null ? "ENTERED" : "LEFT";
        }
        int step = Integer.compare(ORDER.indexOf(now), ORDER.indexOf(before));
        return step == 0 ? "SCORE_ONLY" : step > 0 ? "RAISED" : "LOWERED";
    }

    /** Inputs of which each may be the cause. */
    private static List<Cause> causes(Origins origins, String level) {
        return origins.inputs().stream()
                .map(input -> new Cause(input, null, level))
                .toList();
    }

    /** Inputs that brought the technology in, with its level, or took it out, without one. */
    private static List<Cause> causes(String id, String level, boolean wasThere, List<Set<String>> selected) {
        List<Cause> causes = new ArrayList<>();
        boolean isThere = wasThere;
        for (int i = 0; i < selected.size(); i++) {
            boolean isNow = selected.get(i).contains(id);
            if (isNow != isThere) {
                causes.add(new Cause(Decomposition.ORDER.get(i), null, isNow ? level : null));
            }
            isThere = isNow;
        }
        if (isThere == wasThere) {
            causes.add(new Cause(Decomposition.NOT_RECOMPUTED, null, wasThere ? null : level));
        }
        return causes;
    }

    /** A technology that only one of the runs holds. */
    private static Change one(String change, String id, Recomputed.Grade grade, List<Cause> causes, String note) {
        boolean isNew = change.equals("ENTERED");
        return new Change(
                id,
                change,
                isNew ? null : grade.level(),
                isNew ? grade.level() : null,
                isNew ? null : orNull(grade.score()),
                isNew ? orNull(grade.score()) : null,
                causes,
                causes.stream().map(Cause::input).toList(),
                note);
    }

    private static Change moved(String id, Recomputed.Grade before, Recomputed.Grade now, Decomposition decomposition) {
        List<Cause> causes = decomposition.causes(id);
        String change = change(before.level(), now.level());
        boolean isLevelSame = change.equals("SCORE_ONLY");
        List<String> decisive = new ArrayList<>();
        String level = before.level();
        for (Cause cause : causes) {
            boolean isDecisive = isLevelSame ? cause.part() != null && cause.part() != 0 : !level.equals(cause.level());
            if (isDecisive) {
                decisive.add(cause.input());
            }
            level = cause.level();
        }
        return new Change(
                id,
                change,
                before.level(),
                now.level(),
                orNull(before.score()),
                orNull(now.score()),
                causes,
                decisive,
                note(causes, decomposition));
    }

    private static String note(List<Cause> causes, Decomposition decomposition) {
        List<String> notes = new ArrayList<>();
        boolean isWhole = causes.stream().noneMatch(cause -> cause.input().equals(Decomposition.NOT_RECOMPUTED));
        if (!isWhole) {
            notes.add("NOT_RECOMPUTED is what this version of the code does not reproduce of runs of another version");
        }
        if (!decomposition.isRerated()) {
            notes.add("graded from the recorded ratings, so that conflicts of interest are part of SCORES");
        }
        return notes.isEmpty() ? null : String.join("; ", notes);
    }

    private static Double orNull(double score) {
        return Double.isNaN(score) ? null : score;
    }
}
