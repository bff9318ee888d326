package org.smssev.common.stats;

/**
 * Chapman's estimate of the size of a whole of which two independent sources each found a part (Chapman 1951): {@code
 * (n1 + 1)(n2 + 1)/(m + 1) - 1}. Sources that find the same things more often than chance make it too small.
 *
 * @param first what the first source found
 * @param second what the second source found
 * @param both what both found
 */
public record CaptureRecapture(long first, long second, long both) {
    /** Fewest in both with which the estimate is reliable. */
    public static final int FEWEST = 7;

    private static final double Z = 1.959963984540054;

    /** Checks the counts. */
    public CaptureRecapture {
        if (first < 0 || second < 0 || both < 0 || both > Math.min(first, second)) {
            throw new IllegalArgumentException(
                    "both must be within 0 and the lesser of " + first + " and " + second + ", but is " + both);
        }
    }

    /** The estimate of the whole; 0 where nothing was found. */
    public double estimate() {
        return (first + 1.0) * (second + 1.0) / (both + 1.0) - 1;
    }

    /** Standard error (Seber 1970). */
    public double standardError() {
        return Math.sqrt((first + 1.0)
                * (second + 1.0)
                * (first - both)
                * (second - both)
                / ((both + 1.0) * (both + 1.0) * (both + 2.0)));
    }

    /** What was found by either. */
    public long union() {
        return first + second - both;
    }

    /** Share of the whole that was found by either, 0 to 1; NaN where nothing was found. */
    public double coverage() {
        return union() == 0 ? Double.NaN : union() / estimate();
    }

    /** Lower end of the 95 % interval, by the normal distribution; no less than what was found. */
    public double low() {
        return Math.max((double) union(), estimate() - Z * standardError());
    }

    /** Upper end of the 95 % interval. */
    public double high() {
        return estimate() + Z * standardError();
    }

    /** Whether enough were found by both. */
    public boolean isReliable() {
        return both >= FEWEST;
    }
}
