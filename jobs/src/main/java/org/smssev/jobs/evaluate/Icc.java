package org.smssev.jobs.evaluate;

import java.util.Arrays;
import org.smssev.common.stats.Descriptive;

/**
 * Intraclass correlations of a complete matrix (Shrout and Fleiss 1979; McGraw and Wong 1996); may be below 0, NaN
 * below two experts or candidates or without any spread.
 *
 * @param icc11 one way, one expert
 * @param icc21 two ways, absolute agreement, one expert
 * @param icc2k two ways, absolute agreement, mean of the experts
 * @param icc31 two ways, consistency, one expert
 * @param icc3k two ways, consistency, mean of the experts
 * @param alpha Cronbach's alpha (1951) with the experts as items: k/(k - 1) (1 - sum var_j / var_total)
 */
record Icc(double icc11, double icc21, double icc2k, double icc31, double icc3k, double alpha) {
    /** The correlations of scores with one row per candidate and one column per expert. */
    static Icc of(double[][] scores) {
        int n = scores.length;
        int k = n == 0 ? 0 : scores[0].length;
        if (n < 2 || k < 2) {
            return new Icc(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double[] rows = new double[n];
        double[] columns = new double[k];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                rows[i] += scores[i][j] / k;
                columns[j] += scores[i][j] / n;
                mean += scores[i][j] / n / k;
            }
        }
        double ssRows = 0;
        double ssColumns = 0;
        double ssTotal = 0;
        for (int i = 0; i < n; i++) {
            ssRows += k * (rows[i] - mean) * (rows[i] - mean);
            for (int j = 0; j < k; j++) {
                ssTotal += (scores[i][j] - mean) * (scores[i][j] - mean);
            }
        }
        for (double column : columns) {
            ssColumns += n * (column - mean) * (column - mean);
        }
        double msr = ssRows / (n - 1);
        double msc = ssColumns / (k - 1);
        double msw = (ssTotal - ssRows) / ((double) n * (k - 1));
        double mse = Math.max(0, ssTotal - ssRows - ssColumns) / ((n - 1.0) * (k - 1));
        return new Icc(
                (msr - msw) / (msr + (k - 1) * msw),
                (msr - mse) / (msr + (k - 1) * mse + k * (msc - mse) / n),
                (msr - mse) / (msr + (msc - mse) / n),
                (msr - mse) / (msr + (k - 1) * mse),
                (msr - mse) / msr,
                alpha(scores));
    }

    private static double alpha(double[][] scores) {
        int k = scores[0].length;
        double parts = 0;
        for (int j = 0; j < k; j++) {
            int column = j;
            double sd = Descriptive.sd(
                    Arrays.stream(scores).mapToDouble(row -> row[column]).toArray());
            parts += sd * sd;
        }
        double total = Descriptive.sd(Arrays.stream(scores)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray());
        return k / (k - 1.0) * (1 - parts / (total * total));
    }
}
