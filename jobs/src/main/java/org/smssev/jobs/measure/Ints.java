package org.smssev.jobs.measure;

import java.io.Serializable;
import java.util.Arrays;

/** A growing column of whole numbers. */
public final class Ints implements Serializable {
    private static final long serialVersionUID = 1L;

    private int[] values = new int[64];
    private int size;

    /** Adds a number at the end. */
    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The number at a place. */
    public int get(int at) {
        return values[at];
    }
}
