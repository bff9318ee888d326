package org.smssev.jobs.measure.cluster;

import java.io.Serializable;
import java.util.Arrays;

/** Numbers pairs of words of a block's vocabulary in order of appearance. */
final class LocalPairs implements Serializable {
    private static final long serialVersionUID = 1L;

    private long[] pairs = new long[1024];
    private int size;
    /** Open addressing: number + 1, 0 for free. */
    private int[] slots = new int[4096];

    /** The number of a pair; a new one if it was not met before. */
    int number(int first, int second) {
        long pair = pair(first, second);
        int slot = slot(pair);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size * 2);
        }
        pairs[size] = pair;
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    /** The number of a pair; -1 if it was not met. */
    int find(int first, int second) {
        return slots[slot(pair(first, second))] - 1;
    }

    int size() {
        return size;
    }

    int first(int number) {
        return (int) (pairs[number] >>> Integer.SIZE);
    }

    int second(int number) {
        return (int) pairs[number];
    }

    private static long pair(int first, int second) {
        return ((long) first << Integer.SIZE) | second;
    }

    /** Where a pair is, or a free place for it. */
    private int slot(long pair) {
        int mask = slots.length - 1;
        long mixed = pair * 0x9e3779b97f4a7c15L;
        int slot = (int) (mixed >>> Integer.SIZE) & mask;
        while (slots[slot] != 0 && pairs[slots[slot] - 1] != pair) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            slots[slot(pairs[number])] = number + 1;
        }
    }
}
