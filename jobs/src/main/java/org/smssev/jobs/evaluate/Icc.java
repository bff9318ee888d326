package org.smssev.jobs.evaluate;

import org.apache.commons.math3.distribution.FDistribution;

/**
 * Intraclass correlations of a complete matrix (Shrout and Fleiss 1979) with the intervals of McGraw and Wong (1996); may
 * be below 0, NaN below two experts or candidates or without any spread.
 *
 * @param icc11 one way, one expert
 * @param icc21 two ways, absolute agreement, one expert
 * @param icc2k two ways, absolute agreement, mean of the experts
 * @param icc31 two ways, consistency, one expert
 * @param icc3k two ways, consistency, mean of the experts
 */
record Icc(Estimate icc11, Estimate icc21, Estimate icc2k, Estimate icc31, Estimate icc3k) {
    private static final double UPPER = .975;
    /** Beyond this the quantile cannot be computed to any use. */
    private static final double MOST_DEGREES = 1e9;

    /** The correlations of scores with one row per candidate and one column per expert. */
    static Icc of(double[][] scores) {
        int n = scores.length;
        int k = n == 0 ? 0 : scores[0].length;
        if (n < 2 || k < 2) {
            return new Icc(Estimate.NONE, Estimate.NONE, Estimate.NONE, Estimate.NONE, Estimate.NONE);
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
        double[] oneWay = bounds(msr / msw, n - 1, n * (k - 1.0));
        double[] twoWay = bounds(msr / mse, n - 1, (n - 1.0) * (k - 1));
        Estimate icc21 = absolute(n, k, msr, msc, mse);
        return new Icc(
                single((msr - msw) / (msr + (k - 1) * msw), oneWay, k),
                icc21,
                new Estimate((msr - mse) / (msr + (msc - mse) / n), ofMean(icc21.lo95(), k), ofMean(icc21.hi95(), k)),
                single((msr - mse) / (msr + (k - 1) * mse), twoWay, k),
                new Estimate((msr - mse) / msr, 1 - 1 / twoWay[0], 1 - 1 / twoWay[1]));
    }

    /** Both ends of the ratio of variances. */
    private static double[] bounds(double ratio, double between, double within) {
        return new double[] {ratio / quantile(between, within), ratio * quantile(within, between)};
    }

    private static Estimate single(double value, double[] ratio, int k) {
        return new Estimate(value, (ratio[0] - 1) / (ratio[0] + k - 1), (ratio[1] - 1) / (ratio[1] + k - 1));
    }

    /** ICC(2,1); its degrees of freedom are Satterthwaite's. */
    private static Estimate absolute(int n, int k, double msr, double msc, double mse) {
        double value = (msr - mse) / (msr + (k - 1) * mse + k * (msc - mse) / n);
        double ratio = msc / mse;
        double rest = n * (1 + (k - 1) * value) - k * value;
        double top = k * value * ratio + rest;
        double degrees =
                (k - 1.0) * (n - 1) * top * top / ((n - 1.0) * k * k * value * value * ratio * ratio + rest * rest);
        double error = k * msc + ((double) k * n - k - n) * mse;
        double upper = quantile(n - 1, degrees);
        double lower = quantile(degrees, n - 1);
        return new Estimate(
                value,
                n * (msr - upper * mse) / (upper * error + n * msr),
                n * (lower * msr - mse) / (error + n * lower * msr));
    }

    /** What the correlation of single scores is for the mean of k (Spearman and Brown). */
    private static double ofMean(double single, int k) {
        return k * single / (1 + (k - 1) * single);
    }

    private static double quantile(double numerator, double denominator) {
        return numerator > 0 && denominator > 0 && numerator < MOST_DEGREES && denominator < MOST_DEGREES
                ? new FDistribution(null, numerator, denominator).inverseCumulativeProbability(UPPER)
                : Double.NaN;
    }
}
