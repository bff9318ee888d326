package org.smssev.jobs.grade;

import org.smssev.common.config.GradeConfig.Aggregation;

/** Puts the ratings of a technology on its dimensions together. */
final class Aggregate {
    private Aggregate() {}

    /**
     * ADDITIVE: sum w M. GEOMETRIC: product M^w, 0 where a rating is not above 0. MINIMUM: the least rating.
     *
     * @param ratings one per dimension; NaN makes the score NaN, as weights are never shifted to other dimensions
     * @param weights summing to 1
     */
    static double score(Aggregation aggregation, double[] ratings, double[] weights) {
        double sum = 0;
        double logs = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int d = 0; d < ratings.length; d++) {
            sum += weights[d] * ratings[d];
            logs += weights[d] == 0 ? 0 : weights[d] * Math.log(Math.max(0, ratings[d]));
            least = Math.min(least, ratings[d]);
        }
        if (Double.isNaN(least)) {
            return Double.NaN;
        }
        return switch (aggregation) {
            case ADDITIVE -> sum;
            case GEOMETRIC -> Math.exp(logs);
            case MINIMUM -> least;
        };
    }
}
