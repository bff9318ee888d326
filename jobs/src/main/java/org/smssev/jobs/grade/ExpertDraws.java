package org.smssev.jobs.grade;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.smssev.common.config.Config.Evaluate.Rule;
import org.smssev.common.config.GradeConfig.Aggregation;

/**
 * Bootstrap over experts (Efron 1979): experts, not scores, are drawn with replacement, so that all scores of an expert
 * come and go together. Severities stay those of the whole panel. Each draw has its own seed.
 *
 * @param ratings by technology, draw and dimension; NaN where none of those drawn scored the question
 * @param draws number of draws, 0 with fewer than two experts
 */
record ExpertDraws(double[][][] ratings, int draws) {
    /**
     * Draws.
     *
     * @param panel questions by technology and dimension
     * @param experts experts in the panel
     */
    static ExpertDraws of(Question[][] panel, int experts, Rule rule, int draws, long seed) {
        if (experts < 2) {
            return new ExpertDraws(new double[panel.length][0][], 0);
        }
        int[][] times = new int[draws][experts];
        for (int draw = 0; draw < draws; draw++) {
            SplittableRandom random = new SplittableRandom(seed * 1_000_003L + draw);
            for (int e = 0; e < experts; e++) {
                times[draw][random.nextInt(experts)]++;
            }
        }
        double[][][] ratings = new double[panel.length][][];
        // Each technology is by itself, so the order in which they are done changes nothing.
        IntStream.range(0, panel.length).parallel().forEach(t -> ratings[t] = ratings(panel[t], times, rule));
        return new ExpertDraws(ratings, draws);
    }

    private static double[][] ratings(Question[] questions, int[][] times, Rule rule) {
        Question.Resampler[] raters = new Question.Resampler[questions.length];
        Arrays.setAll(raters, d -> questions[d].resampler(rule));
        double[][] ratings = new double[times.length][questions.length];
        for (int draw = 0; draw < times.length; draw++) {
            for (int d = 0; d < raters.length; d++) {
                ratings[draw][d] = raters[d].rating(times[draw]);
            }
        }
        return ratings;
    }

    /** The scores of a technology under the draws that say something of it, in rising order. */
    double[] scores(int technology, Aggregation aggregation, double[] weights) {
        return Arrays.stream(ratings[technology])
                .mapToDouble(row -> Aggregate.score(aggregation, row, weights))
                .filter(score -> !Double.isNaN(score))
                .sorted()
                .toArray();
    }
}
