package org.smssev.common.stats;

import java.util.Arrays;

/** Growth of a yearly count between two windows that follow one another. */
public final class Growth {
    private Growth() {}

    /**
     * Growth per year, .1 is 10 %: {@code (x1/x0)^(1/window) - 1}, with x0 and x1 the sums over the two last windows
     * before the truncated years. Where x0 is 0: {@code exp(b) - 1} with b the slope of {@code ln(x + 1)} over the years
     * of both windows. Source: Ernst (1997).
     *
     * @param yearly counts of consecutive years, the last being the youngest year of the data
     * @param window years of each window
     * @param truncatedYears youngest years left out
     * @return null where both windows are empty, or the years do not fill them
     */
    public static Double of(long[] yearly, int window, int truncatedYears) {
        int end = yearly.length - truncatedYears;
        int start = end - 2 * window;
        if (start < 0) {
            return null;
        }
        double[] both = new double[2 * window];
        Arrays.setAll(both, i -> yearly[start + i]);
        double growth = ofWindows(both, false);
        return Double.isNaN(growth) ? null : growth;
    }

    /**
     * Growth per year between the first and the second half of some years, as {@link #of} has it.
     *
     * @param yearly counts of consecutive years, an even number of them
     * @param slope whether the slope is taken in any case, and not only where the first half is empty
     * @return NaN where both halves are empty
     */
    public static double ofWindows(double[] yearly, boolean slope) {
        int window = yearly.length / 2;
        double before = 0;
        double after = 0;
        for (int i = 0; i < window; i++) {
            before += yearly[i];
            after += yearly[window + i];
        }
        if (before <= 0 && after <= 0) {
            return Double.NaN;
        }
        return !slope && before > 0 ? Math.pow(after / before, 1.0 / window) - 1 : slope(yearly);
    }

    private static double slope(double[] yearly) {
        double meanYear = (yearly.length - 1) / 2.0;
        double above = 0;
        double below = 0;
        for (int y = 0; y < yearly.length; y++) {
            above += (y - meanYear) * Math.log1p(yearly[y]);
            below += (y - meanYear) * (y - meanYear);
        }
        return Math.expm1(above / below);
    }
}
