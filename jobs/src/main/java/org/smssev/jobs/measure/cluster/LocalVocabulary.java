package org.smssev.jobs.measure.cluster;

import java.util.Arrays;

/** Numbers names in order of appearance; looks them up from character buffers without making strings. */
final class LocalVocabulary {
    private String[] names = new String[1024];
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
            if (hashes[number] == hash && same(names[number], mark, buffer, length)) {
                return number;
            }
            slot = (slot + 1) & mask;
        }
        return add(slot, hash, mark + new String(buffer, 0, length));
    }

    /** The names by number. */
    String[] names() {
        return Arrays.copyOf(names, size);
    }

    private static boolean same(String name, char mark, char[] buffer, int length) {
        if (name.length() != length + 1 || name.charAt(0) != mark) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (name.charAt(i + 1) != buffer[i]) {
                return false;
            }
        }
        return true;
    }

    private int add(int slot, int hash, String name) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        names[size] = name;
        hashes[size] = hash;
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
