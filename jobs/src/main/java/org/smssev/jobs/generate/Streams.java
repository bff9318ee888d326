package org.smssev.jobs.generate;

import java.util.SplittableRandom;

/**
 * Random streams named by the seed, a purpose and keys, so that what is drawn for one record depends neither on the
 * number of threads nor on which other records are made.
 */
final class Streams {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Streams() {}

    /** What a stream is for. */
    enum Purpose {
        WORLD(1),
        WORDS(2),
        NAMES(3),
        STRUCTURE(4),
        MEMBER(5),
        TEXT(6),
        PARTIES(7),
        CITATIONS(8),
        BAD(9),
        CHANGE(10),
        PANEL(11);

        private final int key;

        Purpose(int key) {
            this.key = key;
        }
    }

    /** A 64-bit hash of the keys. */
    static long hash(long seed, Purpose purpose, long key, long second) {
        long h = mix(seed + GOLDEN);
        h = mix(h + GOLDEN * purpose.key);
        h = mix(h + GOLDEN * (key + 1));
        return mix(h + GOLDEN * (second + 1));
    }

    /** The stream of the keys. */
    static SplittableRandom of(long seed, Purpose purpose, long key, long second) {
        return new SplittableRandom(hash(seed, purpose, key, second));
    }

    /** A number from 0 to under 1 of the keys. */
    static double unit(long seed, Purpose purpose, long key, long second) {
        return (hash(seed, purpose, key, second) >>> 11) * 0x1.0p-53;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
