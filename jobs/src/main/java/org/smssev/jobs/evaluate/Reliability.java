package org.smssev.jobs.evaluate;

import java.util.Arrays;
import org.smssev.common.stats.Descriptive;

/** How far scores can be relied on. Undefined figures are NaN. */
final class Reliability {
    private Reliability() {}

    /**
     * Cronbach's alpha (1951), k/(k - 1) (1 - sum var_j / var_total), at most 1.
     *
     * @param x one row per case, one column per item (a sub-indicator, or an expert), without gaps
     */
    static double cronbachAlpha(double[][] x) {
        int k = x.length == 0 ? 0 : x[0].length;
        if (x.length < 2 || k < 2) {
            return Double.NaN;
        }
        double parts = 0;
        for (int j = 0; j < k; j++) {
            int column = j;
            parts += variance(Arrays.stream(x).mapToDouble(row -> row[column]).toArray());
        }
        double total = variance(
                Arrays.stream(x).mapToDouble(row -> Arrays.stream(row).sum()).toArray());
        return total > 0 ? k / (k - 1.0) * (1 - parts / total) : Double.NaN;
    }

    /**
     * Krippendorff's alpha for interval data (2004), 1 - D_o/D_e, at most 1; items with one score or none do not count.
     *
     * @param x one row per expert, one column per item, NaN where not scored
     */
    static double krippendorff(double[][] x) {
        int items = x.length == 0 ? 0 : x[0].length;
        double observed = 0;
        double n = 0;
        double sum = 0;
        double squares = 0;
        // Taken from their mean, as the difference of large sums would lose digits.
        double centre = centre(x);
        for (int i = 0; i < items; i++) {
            double m = 0;
            double own = 0;
            double ownSquares = 0;
            for (double[] row : x) {
                if (!Double.isNaN(row[i])) {
                    double y = row[i] - centre;
                    m++;
                    own += y;
                    ownSquares += y * y;
                }
            }
            if (m > 1) {
                observed += 2 * (m * ownSquares - own * own) / (m - 1);
                n += m;
                sum += own;
                squares += ownSquares;
            }
        }
        double expected = 2 * (n * squares - sum * sum) / (n - 1);
        return n > 1 && expected > 0 ? 1 - observed / expected : Double.NaN;
    }

    private static double centre(double[][] x) {
        return Descriptive.mean(Arrays.stream(x)
                .flatMapToDouble(Arrays::stream)
                .filter(y -> !Double.isNaN(y))
                .toArray());
    }

    /**
     * r_wg (James, Demaree and Wolf 1984): 1 - s^2/((A^2 - 1)/12), below 0 reported as 0; NaN below two scores.
     *
     * @param points points A of the scale at unit steps
     */
    static double withinGroup(double[] scores, double points) {
        double sd = Descriptive.sd(scores);
        return Math.max(0, 1 - sd * sd / ((points * points - 1) / 12));
    }

    private static double variance(double[] values) {
        double sd = Descriptive.sd(values);
        return sd * sd;
    }
}
