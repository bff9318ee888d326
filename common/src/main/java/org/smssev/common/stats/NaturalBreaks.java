package org.smssev.common.stats;

import java.util.Arrays;

/**
 * Natural breaks: the classes of sorted values whose sum of squared deviations from their means is least (Fisher 1958;
 * Jenks 1967), found exactly by dynamic programming. Time grows with the classes and the square of the values.
 */
public final class NaturalBreaks {
    private NaturalBreaks() {}

    /**
     * The least value of each class, ascending. Equal values are in one class, so there are no more classes than distinct
     * values. Of several best divisions the one whose upper classes begin earlier is taken.
     *
     * @param classes 1 or more
     * @return empty for no values
     */
    public static double[] starts(double[] values, int classes) {
        if (classes < 1) {
            throw new IllegalArgumentException("classes must be 1 or more, but is " + classes);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        int k = (int) Math.min(classes, Arrays.stream(sorted).distinct().count());
        if (n == 0) {
            return new double[0];
        }
        double[] sum = new double[n + 1];
        double[] squares = new double[n + 1];
        // Deviations from the middle keep differences of large sums from losing digits.
        double middle = sorted[n / 2];
        for (int i = 0; i < n; i++) {
            double x = sorted[i] - middle;
            sum[i + 1] = sum[i] + x;
            squares[i + 1] = squares[i] + x * x;
        }
        double[] cost = new double[n + 1];
        int[][] start = new int[k + 1][n + 1];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        cost[0] = 0;
        for (int c = 1; c <= k; c++) {
            double[] next = new double[n + 1];
            Arrays.fill(next, Double.POSITIVE_INFINITY);
            for (int to = c; to <= n; to++) {
                for (int from = c - 1; from < to; from++) {
                    boolean splitsEquals = from > 0 && sorted[from] == sorted[from - 1];
                    double total =
                            splitsEquals ? Double.POSITIVE_INFINITY : cost[from] + within(sum, squares, from, to);
                    if (total < next[to]) {
                        next[to] = total;
                        start[c][to] = from;
                    }
                }
            }
            cost = next;
        }
        double[] starts = new double[k];
        int to = n;
        for (int c = k; c >= 1; c--) {
            to = start[c][to];
            starts[c - 1] = sorted[to];
        }
        return starts;
    }

    private static double within(double[] sum, double[] squares, int from, int to) {
        double s = sum[to] - sum[from];
        return Math.max(0, squares[to] - squares[from] - s * s / (to - from));
    }
}
