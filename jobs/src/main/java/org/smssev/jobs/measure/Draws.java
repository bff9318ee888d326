package org.smssev.jobs.measure;

import java.util.stream.IntStream;
import org.smssev.common.text.KeyIndex;

/**
 * Resamples families for intervals: in each draw a family counts as often as a Poisson variable of mean 1 says, which is
 * the bootstrap of a large number of families, one family at a time (Hanley and MacGibbon 2006). The variable depends on
 * the family's id, the draw and the seed alone, so a family counts alike wherever it belongs, and in every run.
 */
public final class Draws {
    private static final double[] UP_TO = cumulative();

    private final long[] key;
    private final long seed;

    /** How many draws there are. */
    public final int number;

    /** Draws of families, which are numbered as in {@code families}. */
    public Draws(KeyIndex families, int number, long seed) {
        this.number = number;
        this.seed = seed;
        key = new long[families.size()];
        for (int f = 0; f < key.length; f++) {
            String id = families.key(f);
            long hash = 0xcbf29ce484222325L;
            for (int i = 0; i < id.length(); i++) {
                hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
            }
            key[f] = mixed(hash);
        }
    }

    /**
     * How often each family counts in some draws.
     *
     * @param first the first of the draws
     * @param together how many draws
     * @return family by family, each with its draws
     */
    public byte[] times(int first, int together) {
        byte[] times = new byte[Math.multiplyExact(key.length, together)];
        IntStream.range(0, key.length).parallel().forEach(family -> {
            for (int d = 0; d < together; d++) {
                times[family * together + d] = (byte) count(family, first + d);
            }
        });
        return times;
    }

    /** How often a family counts in a draw. */
    int count(int family, int draw) {
        double u = (mixed(key[family] + (seed * 0x632be59bd9b4e019L) + (draw + 1L) * 0x9e3779b97f4a7c15L) >>> 11)
                * 0x1p-53;
        int times = 0;
        while (times < UP_TO.length && u >= UP_TO[times]) {
            times++;
        }
        return times;
    }

    private static double[] cumulative() {
        double[] upTo = new double[12];
        double probability = Math.exp(-1);
        double sum = 0;
        for (int k = 0; k < upTo.length; k++) {
            sum += probability;
            upTo[k] = sum;
            probability /= k + 1;
        }
        return upTo;
    }

    private static long mixed(long z) {
        long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }
}
