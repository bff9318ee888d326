package org.smssev.jobs.grade;

import org.apache.commons.math3.distribution.TDistribution;
import org.smssev.common.stats.Descriptive;

/**
 * The 95 % interval of a score: percentiles over draws of experts. From few experts it comes out too narrow, so the t
 * interval stands beside it: score -+ t(E - 1) s sqrt(E / (E - 1)), s the standard deviation over the draws; for the
 * mean this is the usual mean -+ t sd / sqrt(E), but for the error of drawing.
 *
 * @param lo 2.5 % quantile; NaN without an interval
 * @param hi 97.5 % quantile
 * @param status OK, FEW_EXPERTS, SINGLE_EXPERT or NONE
 * @param tLo lower end of the t interval; NaN unless there are few experts
 * @param tHi upper end
 */
record Interval(double lo, double hi, String status, double tLo, double tHi) {
    /** Below so many experts the percentiles are too narrow. */
    static final int FEW = 8;

    /**
     * The interval.
     *
     * @param experts experts who scored the technology
     * @param draws scores under the draws, rising
     */
    static Interval of(double score, int experts, double[] draws) {
        if (experts < 2 || draws.length == 0) {
            return none(experts == 1 ? "SINGLE_EXPERT" : "NONE");
        }
        double lo = Descriptive.quantileOfSorted(draws, .025);
        double hi = Descriptive.quantileOfSorted(draws, .975);
        if (experts >= FEW) {
            return new Interval(lo, hi, "OK", Double.NaN, Double.NaN);
        }
        double error = Descriptive.sd(draws) * Math.sqrt(experts / (experts - 1.0));
        double half = new TDistribution(experts - 1).inverseCumulativeProbability(.975) * error;
        return new Interval(lo, hi, "FEW_EXPERTS", score - half, score + half);
    }

    /** No interval. */
    static Interval none(String status) {
        return new Interval(Double.NaN, Double.NaN, status, Double.NaN, Double.NaN);
    }
}
