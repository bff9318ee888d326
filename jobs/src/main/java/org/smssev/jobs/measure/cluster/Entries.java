package org.smssev.jobs.measure.cluster;

import java.util.Arrays;

/** Grows the counted features of one family after another. */
final class Entries {
    private int[] starts = new int[65];
    private int families;
    private int[] features = new int[4096];
    private short[] counts = new short[4096];
    /** Where the entry of a feature in the present family is; older values lie before the family's start. */
    private int[] entryOf = new int[0];

    /** Counts a feature of the present family; whether it is the first time. */
    boolean count(int feature, boolean once) {
        if (feature >= entryOf.length) {
            int old = entryOf.length;
            entryOf = Arrays.copyOf(entryOf, Math.max(4096, feature * 2));
            Arrays.fill(entryOf, old, entryOf.length, -1);
        }
        int entry = entryOf[feature];
        if (entry < starts[families]) {
            entry = starts[families + 1]++;
            if (entry == features.length) {
                features = Arrays.copyOf(features, entry * 2);
                counts = Arrays.copyOf(counts, entry * 2);
            }
            entryOf[feature] = entry;
            features[entry] = feature;
            counts[entry] = 1;
            return true;
        }
        if (!once && counts[entry] < Short.MAX_VALUE) {
            counts[entry]++;
        }
        return false;
    }

    /** The present family has no more. */
    void endFamily() {
        families++;
        if (families + 1 == starts.length) {
            starts = Arrays.copyOf(starts, families * 2 + 1);
        }
        starts[families + 1] = starts[families];
    }

    /** Entries so far. */
    int size() {
        return starts[families + 1];
    }

    /** Where the entries of each family start; one longer than the families. */
    int[] starts() {
        return Arrays.copyOf(starts, families + 1);
    }

    int[] features() {
        return Arrays.copyOf(features, starts[families]);
    }

    short[] counts() {
        return Arrays.copyOf(counts, starts[families]);
    }
}
