package org.smssev.jobs.grade;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scores and levels of technologies, computed again.
 *
 * @param grades by technology
 */
record Recomputed(Map<String, Grade> grades) {
    /**
     * A score with its level.
     *
     * @param score the score, NaN without one
     */
    record Grade(double score, String level) {}

    /** Grades technologies by a panel under settings. */
    static Recomputed of(Collection<String> technologies, PanelState panel, RuleSettings settings) {
        String[] dimensions = settings.dimensions().keySet().toArray(new String[0]);
        double[] weights = Grading.weights(settings.dimensions());
        Map<String, double[]> ratings = new TreeMap<>();
        Map<String, Double> scores = new TreeMap<>();
        for (String id : technologies) {
            double[] own = Arrays.stream(dimensions)
                    .mapToDouble(dimension -> panel.scores(id, dimension) < settings.quorum()
                            ? Double.NaN
                            : panel.rating(id, dimension, settings.rule()))
                    .toArray();
            double score = Aggregate.score(settings.grade().aggregation(), own, weights);
            ratings.put(id, own);
            if (!Double.isNaN(score)) {
                scores.put(id, Levels.rounded(score));
            }
        }
        Map<String, Grade> grades = new TreeMap<>();
        Verdict verdict = scores.isEmpty()
                ? null
                : Verdict.of(
                        Levels.of(
                                settings.grade(),
                                scores.values().stream()
                                        .mapToDouble(Double::doubleValue)
                                        .toArray()),
                        settings.grade().veto(),
                        dimensions);
        for (String id : technologies) {
            Double score = scores.get(id);
            boolean isAsked = Arrays.stream(dimensions).anyMatch(dimension -> panel.scores(id, dimension) > 0);
            grades.put(
                    id,
                    score == null
                            ? new Grade(Double.NaN, isAsked ? "INSUFFICIENT" : "UNSCORED")
                            : new Grade(score, verdict.level(score, ratings.get(id))));
        }
        return new Recomputed(grades);
    }

    /** The grade of a technology, null where it is not among them. */
    Grade of(String technologyId) {
        return grades.get(technologyId);
    }
}
