package org.smssev.jobs.evaluate;

import java.util.Arrays;
import java.util.List;
import org.smssev.common.config.PanelConfig.Priority;

/**
 * Weights from pairwise comparisons (Saaty 1977, 1980), with every figure of their consistency.
 *
 * @param weights weights, summing to 1
 * @param lambda principal eigenvalue; of the geometric weights, the mean of (A w)_i / w_i
 * @param crSaaty consistency ratio CI/RI, CI = (lambda - n)/(n - 1), by Saaty's random index; 0 for n = 2 by definition
 * @param crAlonsoLamata the same by the random index of Alonso and Lamata (2006); both NaN beyond their tables, n = 10
 * @param gci geometric consistency index (Crawford and Williams 1985), by geometric weights; NaN below n = 3
 */
record Ahp(double[] weights, double lambda, double crSaaty, double crAlonsoLamata, double gci) {
    private static final double[] SAATY = {.58, .90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49};
    private static final double[] ALONSO_LAMATA = {.5247, .8816, 1.1086, 1.2479, 1.3417, 1.4057, 1.4499, 1.4854};
    private static final int FIRST = 3;
    private static final int MAX_STEPS = 100_000;
    private static final double TOLERANCE = 1e-14;

    /**
     * The weights of a matrix.
     *
     * @param a positive, a_ji = 1/a_ij
     */
    static Ahp of(double[][] a, Priority priority) {
        double[] geometric = geometric(a);
        double[] weights = priority == Priority.GEOMETRIC ? geometric : eigenvector(a, geometric);
        double lambda = 0;
        int n = a.length;
        for (int i = 0; i < n; i++) {
            lambda += row(a, weights, i) / weights[i] / n;
        }
        double index = n < 2 ? 0 : (lambda - n) / (n - 1);
        return new Ahp(weights, lambda, ratio(index, n, SAATY), ratio(index, n, ALONSO_LAMATA), gci(a, geometric));
    }

    /** Geometric mean of judgements, cell by cell, which keeps a_ji = 1/a_ij (Aczel and Saaty 1983). */
    static double[][] geometricMean(List<double[][]> judges) {
        int n = judges.get(0).length;
        double[][] mean = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double logs = 0;
                for (double[][] a : judges) {
                    logs += Math.log(a[i][j]);
                }
                mean[i][j] = Math.exp(logs / judges.size());
            }
        }
        return mean;
    }

    /** Arithmetic mean of weights. */
    static double[] mean(List<double[]> weights) {
        double[] mean = new double[weights.get(0).length];
        for (double[] own : weights) {
            Arrays.setAll(mean, i -> mean[i] + own[i] / weights.size());
        }
        return mean;
    }

    private static double[] geometric(double[][] a) {
        double[] weights = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            double logs = 0;
            for (double x : a[i]) {
                logs += Math.log(x);
            }
            weights[i] = Math.exp(logs / a.length);
        }
        return normalised(weights);
    }

    /** Power iteration, which converges for every positive matrix (Perron). */
    private static double[] eigenvector(double[][] a, double[] start) {
        double[] weights = start;
        for (int step = 0; step < MAX_STEPS; step++) {
            double[] next = new double[weights.length];
            for (int i = 0; i < next.length; i++) {
                next[i] = row(a, weights, i);
            }
            next = normalised(next);
            double change = 0;
            for (int i = 0; i < next.length; i++) {
                change = Math.max(change, Math.abs(next[i] - weights[i]));
            }
            weights = next;
            if (change < TOLERANCE) {
                break;
            }
        }
        return weights;
    }

    private static double row(double[][] a, double[] weights, int i) {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += a[i][j] * weights[j];
        }
        return sum;
    }

    private static double[] normalised(double[] values) {
        double sum = Arrays.stream(values).sum();
        return Arrays.stream(values).map(x -> x / sum).toArray();
    }

    private static double ratio(double index, int n, double[] table) {
        if (n < FIRST) {
            return 0;
        }
        return n - FIRST < table.length ? index / table[n - FIRST] : Double.NaN;
    }

    private static double gci(double[][] a, double[] weights) {
        int n = a.length;
        if (n < FIRST) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double log = Math.log(a[i][j] * weights[j] / weights[i]);
                sum += log * log;
            }
        }
        return 2 * sum / ((n - 1.0) * (n - 2));
    }
}
