package org.smssev.jobs.measure.cluster;

import java.util.Arrays;

/**
 * Matching of greatest weight between rows and columns, by shortest augmenting paths with potentials (Kuhn 1955, Munkres
 * 1957), in cubic time.
 */
final class Matching {
    private final int n;
    /** Square, negated weights; padded with 0. */
    private final double[][] cost;

    private final double[] rowPotential;
    private final double[] columnPotential;
    /** The row of each column, from 1; 0 for none. */
    private final int[] rowOf;

    private Matching(double[][] weights, int columns) {
        n = Math.max(weights.length, columns);
        cost = new double[n + 1][n + 1];
        for (int r = 0; r < weights.length; r++) {
            for (int c = 0; c < columns; c++) {
                cost[r + 1][c + 1] = -weights[r][c];
            }
        }
        rowPotential = new double[n + 1];
        columnPotential = new double[n + 1];
        rowOf = new int[n + 1];
    }

    /**
     * The column of each row, -1 where it has none; the sum of the weights of the pairs is the greatest there is.
     *
     * @param weights rows x columns, 0 or more; a pair of weight 0 is none
     * @param columns number of columns
     */
    static int[] of(double[][] weights, int columns) {
        Matching matching = new Matching(weights, columns);
        for (int row = 1; row <= matching.n; row++) {
            matching.augment(row);
        }
        int[] columnOf = new int[weights.length];
        Arrays.fill(columnOf, -1);
        for (int c = 0; c < columns; c++) {
            int row = matching.rowOf[c + 1] - 1;
            if (row >= 0 && row < weights.length && weights[row][c] > 0) {
                columnOf[row] = c;
            }
        }
        return columnOf;
    }

    /** Gives a row a column, moving other rows to other columns along the cheapest path. */
    private void augment(int row) {
        int[] before = new int[n + 1];
        double[] least = new double[n + 1];
        boolean[] reached = new boolean[n + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        rowOf[0] = row;
        int column = 0;
        while (rowOf[column] != 0) {
            reached[column] = true;
            int next = next(column, before, least, reached);
            double step = least[next];
            for (int c = 0; c <= n; c++) {
                if (reached[c]) {
                    rowPotential[rowOf[c]] += step;
                    columnPotential[c] -= step;
                } else {
                    least[c] -= step;
                }
            }
            column = next;
        }
        while (column != 0) {
            int earlier = before[column];
            rowOf[column] = rowOf[earlier];
            column = earlier;
        }
    }

    /** The column, not reached yet, that costs least to reach. */
    private int next(int column, int[] before, double[] least, boolean[] reached) {
        int row = rowOf[column];
        int next = -1;
        for (int c = 1; c <= n; c++) {
            if (reached[c]) {
                continue;
            }
            double reduced = cost[row][c] - rowPotential[row] - columnPotential[c];
            if (reduced < least[c]) {
                least[c] = reduced;
                before[c] = column;
            }
            if (next < 0 || least[c] < least[next]) {
                next = c;
            }
        }
        return next;
    }
}
