package org.smssev.jobs.measure;

import java.io.Serializable;
import java.util.Arrays;

/** Lists of whole numbers, one after another: list {@code i} stands at {@code from(i)} to {@code to(i) - 1}. */
public final class Lists implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[] start;
    private final int[] values;

    private Lists(int[] start, int[] values) {
        this.start = start;
        this.values = values;
    }

    /**
     * The lists that stand one after another in {@code values}.
     *
     * @param start where each list starts; one more entry, at the end, is the number of values
     */
    public static Lists of(int[] start, int[] values) {
        return new Lists(start, values);
    }

    /**
     * The second parts of pairs, in a list for each first part.
     *
     * @param n first parts are 0 to n - 1
     * @param pairs {@code (first << 32) | second}, ascending
     */
    public static Lists ofPairs(int n, long[] pairs) {
        int[] start = new int[n + 1];
        int[] values = new int[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            start[(int) (pairs[i] >>> 32) + 1]++;
            values[i] = (int) pairs[i];
        }
        for (int i = 0; i < n; i++) {
            start[i + 1] += start[i];
        }
        return new Lists(start, values);
    }

    /**
     * For each group from 0 to n - 1, the places that belong to it, ascending.
     *
     * @param group the group of each place; a negative one is none
     */
    public static Lists ofGroups(int n, int[] group) {
        int[] start = new int[group.length + 1];
        int[] values = new int[group.length];
        for (int i = 0; i < group.length; i++) {
            values[start[i]] = group[i];
            start[i + 1] = start[i] + (group[i] < 0 ? 0 : 1);
        }
        return new Lists(start, Arrays.copyOf(values, start[group.length])).inverse(n);
    }

    /** For each value from 0 to n - 1, the lists that hold it, ascending. */
    public Lists inverse(int n) {
        int[] turned = new int[n + 1];
        for (int value : values) {
            turned[value + 1]++;
        }
        for (int i = 0; i < n; i++) {
            turned[i + 1] += turned[i];
        }
        int[] next = turned.clone();
        int[] holders = new int[values.length];
        for (int list = 0; list + 1 < start.length; list++) {
            for (int at = start[list]; at < start[list + 1]; at++) {
                holders[next[values[at]]++] = list;
            }
        }
        return new Lists(turned, holders);
    }

    /** How many lists there are. */
    public int size() {
        return start.length - 1;
    }

    /** Place of the first value of a list. */
    public int from(int list) {
        return start[list];
    }

    /** Place after the last value of a list. */
    public int to(int list) {
        return start[list + 1];
    }

    /** Values in a list. */
    public int length(int list) {
        return start[list + 1] - start[list];
    }

    /** Values in each list. */
    public int[] lengths() {
        int[] lengths = new int[size()];
        Arrays.setAll(lengths, this::length);
        return lengths;
    }

    /** The value at a place. */
    public int value(int place) {
        return values[place];
    }

    /** Values in all lists. */
    public int total() {
        return values.length;
    }
}
