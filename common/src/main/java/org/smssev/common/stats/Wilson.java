package org.smssev.common.stats;

/** Wilson's score interval of a share (Wilson 1927), 95 %, without continuity correction. */
public final class Wilson {
    /** Two-sided 95 % quantile of the normal distribution. */
    public static final double Z95 = 1.959963984540054;

    private Wilson() {}

    /**
     * The interval of {@code successes / n}; both may be fractional counts.
     *
     * @return lower and upper end, 0 to 1; both NaN where n is 0
     */
    public static double[] interval(double successes, double n) {
        if (n < 0 || successes < 0 || successes > n * (1 + 1e-12)) {
            throw new IllegalArgumentException("no share: " + successes + " of " + n);
        }
        if (n == 0) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double share = Math.min(1, successes / n);
        double spread = Z95 * Z95 / n;
        double centre = (share + spread / 2) / (1 + spread);
        double half = Z95 * Math.sqrt(share * (1 - share) / n + spread / (4 * n)) / (1 + spread);
        return new double[] {Math.max(0, centre - half), Math.min(1, centre + half)};
    }
}
