package org.smssev.common.table;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.LongStream;

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

    /** Those that are among the ones or the others, sorted, each once. */
    public static long[] union(long[] some, long[] others) {
        return LongStream.concat(Arrays.stream(some), Arrays.stream(others))
                .sorted()
                .distinct()
                .toArray();
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

    /** The room that is left does not travel. */
    private void writeObject(ObjectOutputStream out) throws IOException {
        digests = Arrays.copyOf(digests, size);
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
        long[] sorted = all();
        Arrays.parallelSort(sorted);
        return sorted;
    }

    /**
     * All, in no order, each as often as it occurs.
     *
     * @throws IllegalStateException if there were more than are kept
     */
    public LongStream stream() {
        return Arrays.stream(all());
    }

    /** The same. */
    long[] all() {
        if (isFull) {
            throw new IllegalStateException("More than " + most + " digests were not kept");
        }
        return Arrays.copyOf(digests, size);
    }

    /**
     * Those that occur twice or more, sorted, each once.
     *
     * @throws IllegalStateException if there were more than are kept
     */
    public long[] repeated() {
        return repeated(all());
    }

    /** Those of some digests, in any order, that occur twice or more, sorted, each once. */
    static long[] repeated(long[] digests) {
        // A set: two to four times the places, 0 where one is free. The bits of digests are as good as drawn.
        long[] known = new long[Math.max(Integer.highestOneBit(digests.length) << 2, 1)];
        int mask = known.length - 1;
        LongStream.Builder again = LongStream.builder();
        boolean hasZero = false;
        for (long digest : digests) {
            int at = (int) digest & mask;
            while (known[at] != 0 && known[at] != digest) {
                at = (at + 1) & mask;
            }
            if (digest == 0 ? hasZero : known[at] == digest) {
                again.add(digest);
            } else if (digest == 0) {
                hasZero = true;
            } else {
                known[at] = digest;
            }
        }
        return again.build().sorted().distinct().toArray();
    }
}
