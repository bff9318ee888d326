package org.smssev.common.stats;

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
        long before = 0;
        long after = 0;
        for (int i = 0; i < window; i++) {
            before += yearly[start + i];
            after += yearly[start + window + i];
        }
        if (before + after == 0) {
            return null;
        }
        return before > 0 ? Math.pow((double) after / before, 1.0 / window) - 1 : slope(yearly, start, end);
    }

    private static double slope(long[] yearly, int start, int end) {
        double meanYear = (start + end - 1) / 2.0;
        double above = 0;
        double below = 0;
        for (int y = start; y < end; y++) {
            above += (y - meanYear) * Math.log1p((double) yearly[y]);
            below += (y - meanYear) * (y - meanYear);
        }
        return Math.expm1(above / below);
    }
}
