package org.smssev.common.stats;

import java.util.Arrays;

/** Robust and weighted estimates of where a sample lies. NaN of nothing. */
public final class Location {
    /** Huber's tuning constant: 95 % efficient at the normal distribution. */
    public static final double HUBER_K = 1.345;

    /** MAD times this is the standard deviation of a normal distribution. */
    public static final double MAD_TO_SD = 1.4826;

    private static final double TOLERANCE = 1e-10;
    private static final int MAX_STEPS = 500;

    private Location() {}

    /** Sum of w y over sum of w; NaN where the weights sum to 0. */
    public static double weightedMean(double[] values, double[] weights) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
            total += weights[i];
        }
        return total > 0 ? sum / total : Double.NaN;
    }

    /** Kish's effective number: (sum w)^2 / sum w^2 (Kish 1965). */
    public static double effectiveNumber(double[] weights) {
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            sum += weight;
            squares += weight * weight;
        }
        return squares > 0 ? sum * sum / squares : 0;
    }

    /** Standard error of the weighted mean: variance (weighted) over n_eff - 1, rooted; NaN where n_eff is 1 or less. */
    public static double weightedStandardError(double[] values, double[] weights) {
        double mean = weightedMean(values, weights);
        double squares = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            squares += weights[i] * (values[i] - mean) * (values[i] - mean);
            total += weights[i];
        }
        double effective = effectiveNumber(weights);
        return effective > 1 ? Math.sqrt(squares / total / (effective - 1)) : Double.NaN;
    }

    /** {@link #huber(double[], double[])} with equal weights. */
    public static double huber(double[] values) {
        double[] weights = new double[values.length];
        Arrays.fill(weights, 1);
        return huber(values, weights);
    }

    /**
     * Huber's estimate (Huber 1964), k = 1.345, scale fixed at 1.4826 MAD, iterated to convergence from the median. The
     * median itself where the MAD is 0.
     */
    public static double huber(double[] values, double[] weights) {
        double median = Descriptive.median(values);
        double bound = HUBER_K * MAD_TO_SD * Descriptive.mad(values);
        return bound > 0 ? huber(values, weights, bound, median) : median;
    }

    /**
     * Huber's estimate for a given bound.
     *
     * @param bound k times the scale, above 0
     * @param start where the iteration starts
     */
    public static double huber(double[] values, double[] weights, double bound, double start) {
        double centre = start;
        for (int step = 0; step < MAX_STEPS; step++) {
            double sum = 0;
            double total = 0;
            for (int i = 0; i < values.length; i++) {
                double distance = Math.abs(values[i] - centre);
                double weight = distance <= bound ? weights[i] : weights[i] * bound / distance;
                sum += weight * values[i];
                total += weight;
            }
            if (!(total > 0)) {
                return Double.NaN;
            }
            double next = sum / total;
            if (Math.abs(next - centre) < TOLERANCE) {
                return next;
            }
            centre = next;
        }
        return centre;
    }

    /** Hodges-Lehmann estimate: median of (y_a + y_b)/2 over a &lt;= b (Hodges and Lehmann 1963). */
    public static double hodgesLehmann(double[] values) {
        double[] means = new double[values.length * (values.length + 1) / 2];
        int at = 0;
        for (int a = 0; a < values.length; a++) {
            for (int b = a; b < values.length; b++) {
                means[at++] = (values[a] + values[b]) / 2;
            }
        }
        return Descriptive.median(means);
    }
}
