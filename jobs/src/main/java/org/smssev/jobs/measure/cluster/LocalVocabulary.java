package org.smssev.jobs.measure.cluster;

import java.util.Arrays;

/**
 * Numbers names in order of appearance; looks them up from character buffers without making strings. The names lie in one
 * array, as following a pointer or two for each comparison takes most of the time of counting words.
 */
final class LocalVocabulary {
    private char[] characters = new char[1 << 14];
    /** Where each name starts; one more, where the next will. */
    private int[] starts = new int[1025];

    private int[] hashes = new int[1024];
    private int size;
    /** Open addressing: number + 1, 0 for free. */
    private int[] slots = new int[4096];

    /** The number of a mark followed by {@code length} characters; a new one if it was not met before. */
    int number(char mark, char[] buffer, int length) {
        int hash = mark;
        for (int i = 0; i < length; i++) {
            hash = hash * 31 + buffer[i];
        }
        int mask = slots.length - 1;
        int slot = (hash ^ (hash >>> 15)) & mask;
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (hashes[number] == hash && same(number, mark, buffer, length)) {
                return number;
            }
            slot = (slot + 1) & mask;
        }
        return add(slot, hash, mark, buffer, length);
    }

    /** The names by number. */
    String[] names() {
        String[] names = new String[size];
        Arrays.setAll(names, number -> new String(characters, starts[number], starts[number + 1] - starts[number]));
        return names;
    }

    private boolean same(int number, char mark, char[] buffer, int length) {
        int start = starts[number];
        return characters[start] == mark && Arrays.equals(characters, start + 1, starts[number + 1], buffer, 0, length);
    }

    private int add(int slot, int hash, char mark, char[] buffer, int length) {
        if (size == hashes.length) {
            starts = Arrays.copyOf(starts, size * 2 + 1);
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        int start = starts[size];
        if (start + length + 1 > characters.length) {
            characters = Arrays.copyOf(characters, Math.max(characters.length * 2, start + length + 1));
        }
        characters[start] = mark;
        System.arraycopy(buffer, 0, characters, start + 1, length);
        hashes[size] = hash;
        starts[size + 1] = start + 1 + length;
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int number = 0; number < size; number++) {
            int slot = (hashes[number] ^ (hashes[number] >>> 15)) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number + 1;
        }
    }
}
