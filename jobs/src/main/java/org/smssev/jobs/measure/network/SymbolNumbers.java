package org.smssev.jobs.measure.network;

import java.util.Arrays;

/**
 * Numbers IPC symbols in the order in which they are first met, from texts of many symbols, without making a string of one
 * that is known.
 */
final class SymbolNumbers {
    /** Between two symbols of a text; no canonical symbol has it. */
    static final char SEPARATOR = '\n';

    /** Numbers of the symbols of the text read last; {@link #count} of them. */
    int[] numbers = new int[16];

    int count;

    private String[] symbols = new String[1024];
    private int size;
    /** Open addressing: number + 1, 0 for free. */
    private int[] slots = new int[4096];

    /** Reads a text of symbols. */
    void read(String text) {
        count = 0;
        int start = 0;
        int hash = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == SEPARATOR) {
                if (i > start) {
                    add(number(text, start, i, hash));
                }
                start = i + 1;
                hash = 0;
            } else {
                // As String.hashCode, so that a symbol's own hash, which it keeps, tells where it belongs.
                hash = hash * 31 + text.charAt(i);
            }
        }
    }

    /** How many symbols were met so far. */
    int size() {
        return size;
    }

    /** A symbol by its number. */
    String symbol(int number) {
        return symbols[number];
    }

    private void add(int number) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        numbers[count++] = number;
    }

    private int number(String text, int start, int end, int hash) {
        int mask = slots.length - 1;
        int slot = spread(hash) & mask;
        while (slots[slot] != 0) {
            String known = symbols[slots[slot] - 1];
            if (known.length() == end - start && text.startsWith(known, start)) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & mask;
        }
        if (size == symbols.length) {
            symbols = Arrays.copyOf(symbols, 2 * size);
        }
        symbols[size] = text.substring(start, end);
        slots[slot] = ++size;
        if (4 * size > slots.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        int mask = slots.length - 1;
        for (int number = 0; number < size; number++) {
            int slot = spread(symbols[number].hashCode()) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number + 1;
        }
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 15);
    }
}
