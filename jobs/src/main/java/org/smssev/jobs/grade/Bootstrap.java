package org.smssev.jobs.grade;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.smssev.common.config.Config.Evaluate.Rule;
import org.smssev.common.config.Config.Grade.Aggregation;
import org.smssev.common.stats.Descriptive;

/**
 * Bootstrap over experts (Efron 1979): experts, not scores, are drawn with replacement, so that all scores of an expert
 * come and go together. Severities stay those of the whole panel. Each draw has its own seed.
 *
 * @param lo95 2.5 % quantile of the score over the draws, NaN with fewer than two experts
 * @param hi95 97.5 % quantile
 * @param shares share of draws at Levels 1, 2, 3 and below, summing to 1; null with fewer than two experts
 */
record Bootstrap(double lo95, double hi95, List<Double> shares) {
    /** Nothing can be told. */
    static final Bootstrap NONE = new Bootstrap(Double.NaN, Double.NaN, null);

    /**
     * Draws.
     *
     * @param panel questions by technology and dimension
     * @param experts experts in the panel
     * @param weights weight of each dimension
     */
    static Bootstrap[] of(
            Question[][] panel,
            int experts,
            Rule rule,
            Aggregation aggregation,
            double[] weights,
            Levels levels,
            int draws,
            long seed) {
        Bootstrap[] result = new Bootstrap[panel.length];
        Arrays.fill(result, NONE);
        if (experts < 2) {
            return result;
        }
        int[][] times = new int[draws][experts];
        for (int draw = 0; draw < draws; draw++) {
            SplittableRandom random = new SplittableRandom(seed * 1_000_003L + draw);
            for (int e = 0; e < experts; e++) {
                times[draw][random.nextInt(experts)]++;
            }
        }
        for (int t = 0; t < panel.length; t++) {
            result[t] = of(panel[t], times, rule, aggregation, weights, levels);
        }
        return result;
    }

    private static Bootstrap of(
            Question[] questions, int[][] times, Rule rule, Aggregation aggregation, double[] weights, Levels levels) {
        Question.Resampler[] raters = new Question.Resampler[questions.length];
        Arrays.setAll(raters, d -> questions[d].resampler(rule));
        double[] scores = new double[times.length];
        double[] ratings = new double[questions.length];
        int n = 0;
        for (int[] draw : times) {
            for (int d = 0; d < raters.length; d++) {
                ratings[d] = raters[d].rating(draw);
            }
            double score = Aggregate.score(aggregation, ratings, weights);
            // A draw without any expert who scored the question says nothing of the technology.
            if (!Double.isNaN(score)) {
                scores[n++] = score;
            }
        }
        if (n == 0) {
            return NONE;
        }
        double[] sorted = Arrays.copyOf(scores, n);
        Arrays.sort(sorted);
        int[] counts = new int[4];
        for (double score : sorted) {
            counts[place(levels, score)]++;
        }
        double total = n;
        List<Double> shares = Arrays.stream(counts)
                .mapToDouble(count -> count / total)
                .boxed()
                .toList();
        return new Bootstrap(
                Descriptive.quantileOfSorted(sorted, .025), Descriptive.quantileOfSorted(sorted, .975), shares);
    }

    private static int place(Levels levels, double score) {
        return switch (levels.level(score)) {
            case "LEVEL_1" -> 0;
            case "LEVEL_2" -> 1;
            case "LEVEL_3" -> 2;
            default -> 3;
        };
    }
}
