package org.smssev.common.stats;

import java.util.Arrays;
import java.util.Comparator;

/** Ranks and correlation. */
public final class Ranks {
    private Ranks() {}

    /**
     * Ranks from 1, ties sharing the mean of their places.
     *
     * @param highIsOne whether the greatest value has rank 1; else the least
     */
    public static double[] averageRanks(double[] values, boolean highIsOne) {
        int n = values.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Comparator<Integer> byValue = Comparator.comparingDouble(i -> values[i]);
        Arrays.sort(order, highIsOne ? byValue.reversed() : byValue);
        double[] ranks = new double[n];
        for (int from = 0; from < n; ) {
            int to = from;
            while (to < n && values[order[to]] == values[order[from]]) {
                to++;
            }
            // NaN equals nothing, itself included: such a value takes its place alone.
            to = Math.max(to, from + 1);
            for (int place = from; place < to; place++) {
                ranks[order[place]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    /** Pearson's correlation; NaN below two pairs or where one side is constant. */
    public static double pearson(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("x has " + x.length + " values, but y has " + y.length);
        }
        double meanX = Descriptive.mean(x);
        double meanY = Descriptive.mean(y);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return x.length < 2 || xx == 0 || yy == 0 ? Double.NaN : xy / Math.sqrt(xx * yy);
    }

    /** Spearman's rank correlation, on average ranks; NaN where {@link #pearson} of the ranks is. */
    public static double spearman(double[] x, double[] y) {
        return pearson(averageRanks(x, false), averageRanks(y, false));
    }
}
