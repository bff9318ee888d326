package org.smssev.jobs.evaluate;

import java.util.Arrays;
import org.smssev.common.stats.Descriptive;

/**
 * Outliers by the modified z of Iglewicz and Hoaglin (1993): 0.6745 (y - median)/MAD, flagged beyond 3.5. Where the MAD
 * is 0, (y - median)/(1.253314 mean absolute deviation).
 */
final class OutlierFlags {
    /** An absolute modified z above this is flagged. */
    static final double LIMIT = 3.5;

    private static final int FEWEST = 5;

    private OutlierFlags() {}

    /** The modified z of each value: NaN below five values, 0 where none deviates. */
    static double[] modifiedZ(double[] values) {
        double[] z = new double[values.length];
        if (values.length < FEWEST) {
            Arrays.fill(z, Double.NaN);
            return z;
        }
        double median = Descriptive.median(values);
        double mad = Descriptive.mad(values);
        double deviation = 0;
        for (double value : values) {
            deviation += Math.abs(value - median) / values.length;
        }
        for (int i = 0; i < values.length && deviation > 0; i++) {
            double off = values[i] - median;
            z[i] = mad > 0 ? .6745 * off / mad : off / (1.253314 * deviation);
        }
        return z;
    }
}
