package org.smssev.jobs.grade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.smssev.common.config.Config;
import org.smssev.common.config.Config.Evaluate.Rule;
import org.smssev.common.config.GradeConfig;
import org.smssev.common.config.GradeConfig.Aggregation;
import org.smssev.common.stats.Criteria;
import org.smssev.common.tables.EvaluateTables.Rating;
import org.smssev.common.tables.GradeTables.Sensitivity;

/**
 * What the levels would be otherwise: under every rule and aggregation, other weights (equal, and those that entropy and
 * CRITIC give to the ratings), thresholds 0.25 lower and higher, without vetoes, with the scores of experts in a conflict
 * of interest, and without each expert in turn (severities as they were, the quorum not applied). Cuts by quantile are
 * taken anew in each scenario but in the shifts.
 */
final class Scenarios {
    /** Points by which thresholds are shifted. */
    static final double SHIFT = .25;

    private final Config.Evaluate evaluate;
    private final GradeConfig grade;
    private final String[] dimensions;
    private final double[] weights;
    private final List<Rated> rated;
    private final Panels panels;

    Scenarios(
            Config.Evaluate evaluate,
            GradeConfig grade,
            String[] dimensions,
            double[] weights,
            List<Rated> rated,
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
        double[][] scaled = scaled();
        rows.addAll(scored("ENTROPY_WEIGHTS", grade.aggregation(), Criteria.entropyWeights(scaled), Rating::rating));
        rows.addAll(scored("CRITIC_WEIGHTS", grade.aggregation(), Criteria.criticWeights(scaled), Rating::rating));
        if (rated.stream().flatMap(row -> row.ratings().stream()).anyMatch(rating -> rating.nExcluded() > 0)) {
            rows.addAll(scored(
                    "WITH_CONFLICTS",
                    grade.aggregation(),
                    weights,
                    rating -> rating.rating() + (rating.deltaConflict() == null ? 0 : rating.deltaConflict())));
        }
        double[][] base = ratings(Rating::rating);
        double[] scores = scores(base, grade.aggregation(), weights);
        Verdict verdict = verdict(Levels.of(grade, scores), grade.veto());
        rows.addAll(rows(
                "THRESHOLDS_MINUS_0.25",
                base,
                scores,
                verdict.with(verdict.levels().moved(-SHIFT))));
        rows.addAll(rows(
                "THRESHOLDS_PLUS_0.25",
                base,
                scores,
                verdict.with(verdict.levels().moved(SHIFT))));
        if (!grade.veto().isEmpty()) {
            rows.addAll(rows("NO_VETO", base, scores, verdict(verdict.levels(), Map.of())));
        }
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

    /** Ratings as entropy and CRITIC want them, 0 to 1 in each dimension. */
    private double[][] scaled() {
        boolean[] isBenefit = new boolean[dimensions.length];
        Arrays.fill(isBenefit, true);
        return Criteria.scale(ratings(Rating::rating), isBenefit);
    }

    private Verdict verdict(Levels levels, Map<String, Double> veto) {
        return Verdict.of(levels, veto, dimensions);
    }

    private List<Sensitivity> scored(
            String scenario, Aggregation aggregation, double[] with, ToDoubleFunction<Rating> rating) {
        double[][] ratings = ratings(rating);
        double[] scores = scores(ratings, aggregation, with);
        double[] defined =
                Arrays.stream(scores).filter(score -> !Double.isNaN(score)).toArray();
        Verdict verdict = defined.length == 0 ? null : verdict(Levels.of(grade, defined), grade.veto());
        return rows(scenario, ratings, scores, verdict);
    }

    private double[][] ratings(ToDoubleFunction<Rating> rating) {
        return rated.stream()
                .map(row -> row.ratings().stream().mapToDouble(rating).toArray())
                .toArray(double[][]::new);
    }

    private static double[] scores(double[][] ratings, Aggregation aggregation, double[] with) {
        return Arrays.stream(ratings)
                .mapToDouble(row -> Aggregate.score(aggregation, row, with))
                .map(score -> Double.isNaN(score) ? score : Levels.rounded(score))
                .toArray();
    }

    private List<Sensitivity> rows(String scenario, double[][] ratings, double[] scores, Verdict verdict) {
        List<Sensitivity> rows = new ArrayList<>();
        for (int t = 0; t < scores.length; t++) {
            boolean isDefined = !Double.isNaN(scores[t]);
            rows.add(new Sensitivity(
                    scenario,
                    rated.get(t).id(),
                    isDefined ? scores[t] : null,
                    isDefined ? verdict.level(scores[t], ratings[t]) : "INSUFFICIENT"));
        }
        return rows;
    }

    /** The rating under a rule, NaN where there is none. */
    static double under(Rule rule, Rating rating) {
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
