package org.smssev.jobs.measure;

import java.io.Serializable;
import java.util.Arrays;

/** Numbers pairs of ints in the order in which they are first met; open addressing, no objects. */
public final class PairMap implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final long FREE = -1;

    private long[] keys = new long[1 << 12];
    private int[] numbers = new int[1 << 12];
    private int size;

    /** No pair yet. */
    public PairMap() {
        Arrays.fill(keys, FREE);
    }

    /** How many pairs there are. */
    public int size() {
        return size;
    }

    /** The number of a pair of ints, each at least 0; a new pair gets the next one. */
    public int number(int a, int b) {
        long key = ((long) a << 32) | b;
        int slot = slot(key);
        if (keys[slot] == key) {
            return numbers[slot];
        }
        if (2 * (size + 1) > keys.length) {
            grow();
            slot = slot(key);
        }
        keys[slot] = key;
        numbers[slot] = size;
        return size++;
    }

    /** The number of a pair; -1 if it was not met. */
    public int find(int a, int b) {
        long key = ((long) a << 32) | b;
        int slot = slot(key);
        return keys[slot] == key ? numbers[slot] : -1;
    }

    /** The pairs by number: {@code (a << 32) | b}. */
    public long[] pairs() {
        long[] pairs = new long[size];
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != FREE) {
                pairs[numbers[slot]] = keys[slot];
            }
        }
        return pairs;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (keys.length - 1);
        while (keys[slot] != FREE && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[2 * oldKeys.length];
        numbers = new int[keys.length];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
