package org.smssev.common.table;

import java.io.Serializable;
import java.util.Arrays;

/** Sorted digests. Most that are not among them are told so by a bit, without a search. */
public final class SortedDigests implements Serializable {
    private static final long serialVersionUID = 1L;
    /** So many bits for a digest, at least. */
    private static final int BITS_EACH = 8;

    private final long[] digests;
    /** A bit for each value that the last bits of a digest may have; one for those that occur. */
    private final long[] bits;

    /** These, which are sorted; the array is taken over. */
    public SortedDigests(long[] digests) {
        this.digests = digests;
        bits = new long[Integer.highestOneBit(digests.length / (Long.SIZE / BITS_EACH) + 1) << 1];
        for (long digest : digests) {
            bits[word(digest)] |= bit(digest);
        }
    }

    private int word(long digest) {
        return (int) (digest >>> 6) & (bits.length - 1);
    }

    private static long bit(long digest) {
        return 1L << (digest & 63);
    }

    /** Whether a digest is one of them. */
    public boolean has(long digest) {
        return (bits[word(digest)] & bit(digest)) != 0 && Arrays.binarySearch(digests, digest) >= 0;
    }
}
