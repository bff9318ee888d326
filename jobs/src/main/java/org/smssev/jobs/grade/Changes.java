package org.smssev.jobs.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
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
     * The changes.
     *
     * @param code version of the code that runs
     */
    public static List<Change> of(GradedRun earlier, GradedRun later, Differences differences, String code) {
        Decomposition decomposition = new Decomposition(earlier, later, code);
        TreeSet<String> ids = new TreeSet<>();
        earlier.technologies().forEach(row -> ids.add(row.technologyId()));
        later.technologies().forEach(row -> ids.add(row.technologyId()));
        List<Change> rows = new ArrayList<>();
        for (String id : ids) {
            Recomputed.Grade before = decomposition.before(id);
            Recomputed.Grade now = decomposition.now(id);
            if (before == null || now == null) {
                rows.add(
                        before == null
                                ? one("ENTERED", id, now, later, earlier, differences)
                                : one("LEFT", id, before, earlier, later, differences));
            } else if (!before.equals(now)) {
                rows.add(moved(id, before, now, decomposition));
            }
        }
        return rows;
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

    /** A technology that only one of the runs holds. */
    private static Change one(
            String change,
            String id,
            Recomputed.Grade grade,
            GradedRun with,
            GradedRun without,
            Differences differences) {
        Origins origins = Origins.of(id, with.origin(), without.origin(), differences);
        boolean isNew = change.equals("ENTERED");
        List<Cause> causes = origins.inputs().stream()
                .map(input -> new Cause(input, null, isNew ? grade.level() : null))
                .toList();
        return new Change(
                id,
                change,
                isNew ? null : grade.level(),
                isNew ? grade.level() : null,
                isNew ? null : orNull(grade.score()),
                isNew ? orNull(grade.score()) : null,
                causes,
                origins.inputs(),
                origins.en());
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
