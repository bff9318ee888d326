package org.smssev.common.stats;

/**
 * TOPSIS (Hwang and Yoon 1981): columns divided by their Euclidean length and weighted; closeness = d- / (d+ + d-) to
 * the worst and the best value of each column.
 */
public final class Topsis {
    private Topsis() {}

    /**
     * Closeness of each row to the ideal, 0 to 1, 1 the best; 0.5 for all rows where they do not differ.
     *
     * @param scaled rows of alternatives, columns of criteria
     * @param weights one per column
     * @param benefit whether a greater value is better; for a cost, best and worst change places
     */
    public static double[] closeness(double[][] scaled, double[] weights, boolean[] benefit) {
        int m = scaled.length;
        double[] toBest = new double[m];
        double[] toWorst = new double[m];
        for (int j = 0; j < weights.length; j++) {
            double squares = 0;
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            for (double[] row : scaled) {
                squares += row[j] * row[j];
                min = Math.min(min, row[j]);
                max = Math.max(max, row[j]);
            }
            double factor = squares > 0 ? weights[j] / Math.sqrt(squares) : 0;
            double best = benefit[j] ? max : min;
            double worst = benefit[j] ? min : max;
            for (int i = 0; i < m; i++) {
                toBest[i] += Math.pow(factor * (scaled[i][j] - best), 2);
                toWorst[i] += Math.pow(factor * (scaled[i][j] - worst), 2);
            }
        }
        double[] closeness = new double[m];
        for (int i = 0; i < m; i++) {
            double best = Math.sqrt(toBest[i]);
            double worst = Math.sqrt(toWorst[i]);
            closeness[i] = best + worst > 0 ? worst / (best + worst) : .5;
        }
        return closeness;
    }
}
