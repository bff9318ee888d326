package org.smssev.common.text;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Keys numbered from 0 in their order, in few bytes: a publication number takes some thirty. What is computed over the
 * numbers is the same in whatever order the keys came. It travels to tasks.
 */
public final class KeyIndex implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int EMPTY = -1;

    private final byte[] bytes;
    private final int[] ends;
    private final int[] table;

    private KeyIndex(byte[] bytes, int[] ends, int[] table) {
        this.bytes = bytes;
        this.ends = ends;
        this.table = table;
    }

    /**
     * Numbers the keys in ascending order; repeated ones get one number.
     *
     * @throws IllegalArgumentException if all keys together take more than 2 GiB
     */
    public static KeyIndex of(String[] keys) {
        String[] sorted = keys.clone();
        Arrays.parallelSort(sorted);
        int n = 0;
        long length = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || !sorted[i].equals(sorted[i - 1])) {
                sorted[n++] = sorted[i];
                length += utf8(sorted[i]).length;
            }
        }
        if (length > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    n + " keys take " + length + " bytes; an index holds " + Integer.MAX_VALUE);
        }
        byte[] bytes = new byte[(int) length];
        int[] ends = new int[n];
        int at = 0;
        for (int i = 0; i < n; i++) {
            byte[] key = utf8(sorted[i]);
            System.arraycopy(key, 0, bytes, at, key.length);
            at += key.length;
            ends[i] = at;
        }
        int[] table = new int[Integer.highestOneBit(Math.max(4, n)) << 2];
        Arrays.fill(table, EMPTY);
        for (int i = 0; i < n; i++) {
            int slot = hash(bytes, i == 0 ? 0 : ends[i - 1], ends[i]) & (table.length - 1);
            while (table[slot] != EMPTY) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = i;
        }
        return new KeyIndex(bytes, ends, table);
    }

    /** How many keys there are. */
    public int size() {
        return ends.length;
    }

    /** A key by its number. */
    public String key(int number) {
        int from = start(number);
        return new String(bytes, from, ends[number] - from, StandardCharsets.UTF_8);
    }

    /** The number of a key, -1 where it is none of them. */
    public int find(String key) {
        byte[] wanted = utf8(key);
        int slot = hash(wanted, 0, wanted.length) & (table.length - 1);
        while (table[slot] != EMPTY) {
            int number = table[slot];
            if (Arrays.equals(bytes, start(number), ends[number], wanted, 0, wanted.length)) {
                return number;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return -1;
    }

    /** The number of the first key that is not less than a text; {@link #size} where all are less. */
    public int from(String text) {
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key(middle).compareTo(text) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private static byte[] utf8(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private static int hash(byte[] of, int from, int to) {
        int hash = 0x811c9dc5;
        for (int i = from; i < to; i++) {
            hash = (hash ^ of[i]) * 0x01000193;
        }
        return hash ^ (hash >>> 15);
    }
}
