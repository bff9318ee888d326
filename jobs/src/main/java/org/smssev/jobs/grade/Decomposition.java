package org.smssev.jobs.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.smssev.common.tables.EvaluateTables.Rating;
import org.smssev.common.tables.EvaluateTables.Score;
import org.smssev.common.tables.GradeTables.Cause;
import org.smssev.common.tables.GradeTables.Technology;

/**
 * Takes the change of a score between two runs apart: code, settings, lists, patents and scores of the earlier run are
 * replaced by those of the later one in this order, and the score is computed again after each. So the parts sum to the
 * whole change; another order would give other parts. Weights that the panel compared belong to its scores.
 *
 * <p>The scores are graded again from the scores of the panel, or from the recorded ratings where this code does not
 * reproduce these. Severities of experts follow from the technologies that are there, so that what others do to them counts
 * as what the input did that brought or took these. Lists and patents touch a score through conflicts of
 * interest and, with cuts by quantile, through the other technologies. Code of another version cannot be run again: what
 * this code does not reproduce of a run is the part of the code only where the other run is of this code; else it is told
 * as NOT_RECOMPUTED.
 */
final class Decomposition {
    static final String CODE = "CODE";
    static final String SETTINGS = "SETTINGS";
    static final String LISTS = "LISTS";
    static final String PATENTS = "PATENTS";
    static final String SCORES = "SCORES";
    static final String NOT_RECOMPUTED = "NOT_RECOMPUTED";

    /** The order of replacement. */
    static final List<String> ORDER = List.of(CODE, SETTINGS, LISTS, PATENTS, SCORES);

    private static final double SAME = 1e-9;

    private final TreeMap<String, Recomputed.Grade> before = new TreeMap<>();
    private final TreeMap<String, Recomputed.Grade> now = new TreeMap<>();
    private final List<Recomputed> states = new ArrayList<>();
    private final boolean isCodeSame;
    private final boolean isCodeOurs;
    private final boolean isRerated;

    /**
     * Recomputes.
     *
     * @param code version of the code that runs
     * @param selected technologies that are there once code, settings, lists and patents are replaced
     */
    Decomposition(GradedRun earlier, GradedRun later, String code, List<Set<String>> selected) {
        isCodeSame = earlier.code().equals(later.code());
        isCodeOurs = later.code().equals(code);
        earlier.technologies().forEach(row -> before.put(row.technologyId(), grade(row)));
        later.technologies().forEach(row -> now.put(row.technologyId(), grade(row)));
        isRerated = isReproduced(isCodeOurs || !earlier.code().equals(code) ? later : earlier);
        RuleSettings settings = later.settingsOn(earlier);
        List<Set<String>> conflicts = List.of(
                Set.of(), Set.of(), Set.of(Exclusions.NOMINATED), Set.of(Exclusions.NOMINATED, Exclusions.APPLICANT));
        for (int i = 0; i < conflicts.size(); i++) {
            // What only passes is graded as well, to show the way.
            TreeSet<String> graded = new TreeSet<>(before.keySet());
            graded.retainAll(now.keySet());
            graded.addAll(selected.get(i));
            states.add(Recomputed.of(
                    graded,
                    state(earlier, conflicts.get(i), later, selected.get(i)),
                    i == 0 ? earlier.settings() : settings));
        }
        states.add(Recomputed.of(now.keySet(), state(later, Set.of(), earlier, now.keySet()), later.settings()));
    }

    private static Recomputed.Grade grade(Technology row) {
        return new Recomputed.Grade(row.score() == null ? Double.NaN : row.score(), row.level());
    }

    private PanelState state(GradedRun run, Set<String> replaced, GradedRun other, Set<String> technologies) {
        GradedRun.PanelTables panel = run.panel();
        if (!isRerated) {
            return PanelState.recorded(panel.ratings());
        }
        List<Score> scores = replaced.isEmpty()
                ? panel.scores()
                : Exclusions.replaced(
                        panel.scores(), panel.assessments(), other.panel().assessments(), replaced);
        boolean isOwn = run.technologies().stream()
                .map(Technology::technologyId)
                .collect(Collectors.toSet())
                .equals(technologies);
        return PanelState.rerated(
                isOwn
                        ? Panels.of(scores, panel.experts(), panel.assessments())
                        : Panels.askedFor(technologies, scores, panel.assessments()));
    }

    /** Whether the ratings of a run follow from its scores by this code. */
    private static boolean isReproduced(GradedRun run) {
        GradedRun.PanelTables tables = run.panel();
        PanelState panel = PanelState.rerated(Panels.of(tables.scores(), tables.experts(), tables.assessments()));
        for (Rating row : tables.ratings()) {
            double again = panel.rating(
                    row.candidateId(), row.dimension(), run.settings().rule());
            if (row.rating() != null && !(Math.abs(again - row.rating()) < SAME)) {
                return false;
            }
        }
        return true;
    }

    /** Whether scores were graded from the panel's scores, and not from the recorded ratings. */
    boolean isRerated() {
        return isRerated;
    }

    /** The grade of a technology in the earlier run, null where it was not there. */
    Recomputed.Grade before(String technologyId) {
        return before.get(technologyId);
    }

    /** The grade of a technology in the later run, null where it is not there. */
    Recomputed.Grade now(String technologyId) {
        return now.get(technologyId);
    }

    /** What each input did to a technology that both runs hold, in the order of replacement. */
    List<Cause> causes(String technologyId) {
        List<Cause> causes = new ArrayList<>();
        double score = before.get(technologyId).score();
        boolean isComparable =
                !Double.isNaN(score) && !Double.isNaN(now.get(technologyId).score());
        double lost = 0;
        for (int i = 0; i < ORDER.size(); i++) {
            Recomputed.Grade grade = states.get(i).of(technologyId);
            boolean isDefined = isComparable && !Double.isNaN(grade.score());
            Double part = isDefined ? Double.valueOf(Levels.rounded(grade.score() - score)) : null;
            if (i == 0 && part != null && part != 0 && (isCodeSame || !isCodeOurs)) {
                // Not what a change of the code did, but what this code does not reproduce of the earlier run.
                lost = part;
                part = isCodeSame ? Double.valueOf(0) : null;
            }
            causes.add(new Cause(ORDER.get(i), part, grade.level()));
            score = isDefined ? grade.score() : score;
        }
        Recomputed.Grade end = now.get(technologyId);
        double rest = isComparable ? Levels.rounded(end.score() - score + lost) : 0;
        if (rest != 0 || !end.level().equals(causes.get(ORDER.size() - 1).level())) {
            causes.add(new Cause(NOT_RECOMPUTED, isComparable ? rest : null, end.level()));
        }
        return causes;
    }
}
