package org.smssev.jobs.measure.gap.model;

import java.util.Arrays;
import org.smssev.common.stats.Descriptive;

/**
 * The middle 95 % of the values of a figure over the draws, by quantiles R-7.
 *
 * @param lo95 lower end
 * @param hi95 upper end
 */
record Interval(double lo95, double hi95) {
    private static final double TAIL = .025;
    /** The part of the draws in which the figure must be defined. */
    private static final double ENOUGH = .8;

    /** The interval; null where the figure is undefined in too many draws. */
    static Interval of(double[] draws) {
        double[] defined =
                Arrays.stream(draws).filter(d -> !Double.isNaN(d)).sorted().toArray();
        return defined.length == 0 || defined.length < ENOUGH * draws.length
                ? null
                : new Interval(
                        Descriptive.quantileOfSorted(defined, TAIL), Descriptive.quantileOfSorted(defined, 1 - TAIL));
    }
}
