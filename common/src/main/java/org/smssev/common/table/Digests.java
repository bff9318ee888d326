package org.smssev.common.table;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;

/**
 * 64-bit digests of keys, from which follows that keys do not repeat: where no digest does, no key does. Where one does, two
 * keys may be equal, or (some 3 in 10^8 at a million keys) only their digests.
 */
public final class Digests implements Serializable {
    /** So many are kept, 8 bytes each; of more nothing is said. */
    public static final int MOST = 8_000_000;

    private static final long serialVersionUID = 1L;
    private static final int FIRST = 64;

    private final int most;
    private long[] digests = new long[FIRST];
    private int size;
    private boolean isFull;

    /** None yet. */
    public Digests() {
        this(MOST);
    }

    /** None yet; at most so many are kept. */
    public Digests(int most) {
        this.most = most;
    }

    /** Adds one. */
    public void add(long digest) {
        if (hasRoom(1)) {
            digests[size++] = digest;
        }
    }

    /** Adds those of another. */
    public void add(Digests other) {
        isFull |= other.isFull;
        if (hasRoom(other.size)) {
            System.arraycopy(other.digests, 0, digests, size, other.size);
            size += other.size;
        }
    }

    private boolean hasRoom(int n) {
        isFull |= n > most - size;
        if (isFull) {
            size = 0;
            digests = new long[0];
            return false;
        }
        if (size + n > digests.length) {
            digests = Arrays.copyOf(digests, Math.max(size + n, 2 * digests.length));
        }
        return true;
    }

    /** Parts are sorted where they are made, side by side; the sort of them all then has but to merge them. */
    private void writeObject(ObjectOutputStream out) throws IOException {
        digests = Arrays.copyOf(digests, size);
        Arrays.sort(digests);
        out.defaultWriteObject();
    }

    /** Whether there were more than are kept; none are then. */
    public boolean isFull() {
        return isFull;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** How many of them are among some, which are sorted. */
    public long among(long[] sorted) {
        return Arrays.stream(digests, 0, size)
                .filter(digest -> Arrays.binarySearch(sorted, digest) >= 0)
                .count();
    }

    /**
     * All, sorted, each as often as it occurs.
     *
     * @throws IllegalStateException if there were more than are kept
     */
    public long[] sorted() {
        if (isFull) {
            throw new IllegalStateException("More than " + most + " digests were not kept");
        }
        long[] sorted = Arrays.copyOf(digests, size);
        Arrays.parallelSort(sorted);
        return sorted;
    }

    /**
     * Those that occur twice or more, sorted, each once.
     *
     * @throws IllegalStateException if there were more than are kept
     */
    public long[] repeated() {
        return repeated(sorted());
    }

    /** Those of some sorted digests that occur twice or more, each once. */
    static long[] repeated(long[] all) {
        long[] sorted = all.clone();
        int n = 0;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1] && (n == 0 || sorted[n - 1] != sorted[i])) {
                sorted[n++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, n);
    }
}
