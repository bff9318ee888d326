package org.smssev.jobs.measure.network;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Sums of fractions, each 64 bits before and 64 after the point. Unlike floating sums they do not depend on the order in
 * which the fractions come, and so not on the partitioning of what they are counted from.
 */
final class Fractions implements Serializable {
    private static final long serialVersionUID = 1L;

    private long[] wholes = new long[16];
    /** Units of 2^-64, unsigned. */
    private long[] parts = new long[16];

    /**
     * What of a fraction lies after the point, in units of 2^-64; to divide once and add often.
     *
     * @param numerator at least 0, and small
     * @param denominator at least 1
     */
    static long part(long numerator, long denominator) {
        long rest = numerator % denominator;
        // The part of 1/denominator is off by less than 2^-64.
        return rest == 0 ? 0 : rest * Long.divideUnsigned(-1L, denominator);
    }

    /** Adds a sum of others. */
    void add(int sum, Fractions others, int other) {
        add(sum, others.wholes[other], others.parts[other]);
    }

    /** Adds a number of which {@code part}, in units of 2^-64, lies after the point. */
    void add(int sum, long whole, long part) {
        if (sum >= wholes.length) {
            wholes = Arrays.copyOf(wholes, Math.max(sum + 1, 2 * wholes.length));
            parts = Arrays.copyOf(parts, wholes.length);
        }
        long before = parts[sum];
        parts[sum] = before + part;
        boolean isCarried = Long.compareUnsigned(parts[sum], before) < 0;
        wholes[sum] += whole + (isCarried ? 1 : 0);
    }

    /** Forgets what lies beyond the first sums, which are there even if nothing was added to them. */
    void trim(int sums) {
        wholes = Arrays.copyOf(wholes, sums);
        parts = Arrays.copyOf(parts, sums);
    }

    /** A sum, to the nearest number. */
    double value(int sum) {
        return wholes[sum] + (parts[sum] >>> 1) * 0x1p-63;
    }
}
