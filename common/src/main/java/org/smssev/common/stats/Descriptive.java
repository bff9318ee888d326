package org.smssev.common.stats;

import java.util.Arrays;

/** Location and spread of a sample. Undefined figures are NaN; no method changes its argument. */
public final class Descriptive {
    private Descriptive() {}

    /** Arithmetic mean; NaN of nothing. */
    public static double mean(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Standard deviation with n - 1; NaN below two values. */
    public static double sd(double[] values) {
        if (values.length < 2) {
            return Double.NaN;
        }
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    /** Median; NaN of nothing. */
    public static double median(double[] values) {
        return quantile(values, .5);
    }

    /**
     * Quantile by the linear rule R-7 (Hyndman and Fan 1996): at position (n - 1) p of the sorted values.
     *
     * @param p 0 to 1
     * @return NaN of nothing
     */
    public static double quantile(double[] values, double p) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return quantileOfSorted(sorted, p);
    }

    /** {@link #quantile} of values that are sorted already. */
    public static double quantileOfSorted(double[] sorted, double p) {
        if (p < 0 || p > 1) {
            throw new IllegalArgumentException("p must be within 0 to 1, but is " + p);
        }
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = (sorted.length - 1) * p;
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** Median absolute deviation from the median, not scaled; NaN of nothing. */
    public static double mad(double[] values) {
        double median = median(values);
        double[] deviations = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            deviations[i] = Math.abs(values[i] - median);
        }
        return median(deviations);
    }

    /**
     * Mean without the floor(share n) least and as many greatest values.
     *
     * @param share 0 to below .5, of each side
     */
    public static double trimmedMean(double[] values, double share) {
        if (share < 0 || share >= .5) {
            throw new IllegalArgumentException("share must be within 0 to below .5, but is " + share);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int cut = (int) Math.floor(share * sorted.length);
        return mean(Arrays.copyOfRange(sorted, cut, sorted.length - cut));
    }
}
