package org.smssev.jobs.grade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.smssev.common.config.Config;
import org.smssev.common.config.Config.Evaluate.Rule;
import org.smssev.common.config.Config.Grade.Aggregation;
import org.smssev.common.tables.EvaluateTables.Rating;
import org.smssev.common.tables.GradeTables.Sensitivity;

/**
 * What the levels would be otherwise: under every rule and aggregation, equal weights, thresholds 0.25 lower and higher,
 * with the scores of experts in a conflict of interest, and without each expert in turn (severities as they were, the
 * quorum not applied). Cuts by quantile are taken anew in each scenario but in the shifts.
 */
final class Scenarios {
    private static final double SHIFT = .25;

    private final Config.Evaluate evaluate;
    private final Config.Grade grade;
    private final String[] dimensions;
    private final double[] weights;
    private final List<Grading.Rated> rated;
    private final Panels panels;

    Scenarios(
            Config.Evaluate evaluate,
            Config.Grade grade,
            String[] dimensions,
            double[] weights,
            List<Grading.Rated> rated,
            Panels panels) {
        this.evaluate = evaluate;
        this.grade = grade;
        this.dimensions = dimensions;
        this.weights = weights;
        this.rated = rated;
        this.panels = panels;
    }

    List<Sensitivity> all() {
        List<Sensitivity> rows = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            rows.addAll(scored("RULE_" + rule, grade.aggregation(), weights, rating -> under(rule, rating)));
        }
        for (Aggregation aggregation : Aggregation.values()) {
            rows.addAll(scored("AGGREGATION_" + aggregation, aggregation, weights, Rating::rating));
        }
        double[] equal = new double[weights.length];
        Arrays.fill(equal, 1.0 / weights.length);
        rows.addAll(scored("EQUAL_WEIGHTS", grade.aggregation(), equal, Rating::rating));
        if (rated.stream().flatMap(row -> row.ratings().stream()).anyMatch(rating -> rating.nExcluded() > 0)) {
            rows.addAll(scored(
                    "WITH_CONFLICTS",
                    grade.aggregation(),
                    weights,
                    rating -> rating.rating() + (rating.deltaConflict() == null ? 0 : rating.deltaConflict())));
        }
        double[] base = scores(grade.aggregation(), weights, Rating::rating);
        Levels levels = Levels.of(grade, base);
        rows.addAll(rows("THRESHOLDS_MINUS_0.25", base, levels.moved(-SHIFT)));
        rows.addAll(rows("THRESHOLDS_PLUS_0.25", base, levels.moved(SHIFT)));
        for (int e = 0; e < panels.experts().size(); e++) {
            int expert = e;
            rows.addAll(scored(
                    "WITHOUT_" + panels.experts().get(e),
                    grade.aggregation(),
                    weights,
                    rating -> panels.question(rating.candidateId(), rating.dimension())
                            .without(expert, evaluate.rule())));
        }
        return rows;
    }

    private List<Sensitivity> scored(
            String scenario, Aggregation aggregation, double[] with, ToDoubleFunction<Rating> rating) {
        double[] scores = scores(aggregation, with, rating);
        double[] defined =
                Arrays.stream(scores).filter(score -> !Double.isNaN(score)).toArray();
        return rows(scenario, scores, defined.length == 0 ? null : Levels.of(grade, defined));
    }

    private double[] scores(Aggregation aggregation, double[] with, ToDoubleFunction<Rating> rating) {
        return rated.stream()
                .mapToDouble(row -> {
                    double[] ratings = new double[dimensions.length];
                    Arrays.setAll(
                            ratings, d -> rating.applyAsDouble(row.ratings().get(d)));
                    double score = Aggregate.score(aggregation, ratings, with);
                    return Double.isNaN(score) ? score : Levels.rounded(score);
                })
                .toArray();
    }

    private List<Sensitivity> rows(String scenario, double[] scores, Levels levels) {
        List<Sensitivity> rows = new ArrayList<>();
        for (int t = 0; t < scores.length; t++) {
            boolean isDefined = !Double.isNaN(scores[t]);
            rows.add(new Sensitivity(
                    scenario,
                    rated.get(t).id(),
                    isDefined ? scores[t] : null,
                    isDefined && levels != null ? levels.level(scores[t]) : "INSUFFICIENT"));
        }
        return rows;
    }

    private static double under(Rule rule, Rating rating) {
        return switch (rule) {
            case MEAN -> orNaN(rating.mean());
            case WEIGHTED_MEAN -> orNaN(rating.weightedMean());
            case MEDIAN -> orNaN(rating.median());
            case TRIMMED -> orNaN(rating.trimmed());
            case HUBER -> orNaN(rating.huber());
            case HODGES_LEHMANN -> orNaN(rating.hodgesLehmann());
            case ADJUSTED -> orNaN(rating.adjusted());
        };
    }

    private static double orNaN(Double value) {
        return value == null ? Double.NaN : value;
    }
}
