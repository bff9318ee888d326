package org.smssev.common.stats;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Agreement of two partitions of the same items. */
public final class PartitionAgreement {
    private PartitionAgreement() {}

    /**
     * Adjusted Rand index (Hubert and Arabie 1985): 1 for equal partitions, 0 by chance. Both trivial: 1.
     *
     * @param a part of each item in the first partition
     * @param b part of each item in the second
     */
    public static double adjustedRand(int[] a, int[] b) {
        if (a.length < 2) {
            return 1;
        }
        double cells = pairs(joint(a, b));
        double rows = pairs(counts(a));
        double columns = pairs(counts(b));
        double all = a.length * (a.length - 1.0) / 2;
        double expected = rows * columns / all;
        double most = (rows + columns) / 2;
        return most == expected ? 1 : (cells - expected) / (most - expected);
    }

    /** Normalised mutual information, divided by the mean of both entropies: 1 for equal partitions. Both trivial: 1. */
    public static double normalisedMutualInformation(int[] a, int[] b) {
        double ha = entropy(counts(a), a.length);
        double hb = entropy(counts(b), b.length);
        double mutual = ha + hb - entropy(joint(a, b), a.length);
        return ha + hb == 0 ? 1 : mutual / ((ha + hb) / 2);
    }

    /**
     * The greatest Jaccard index of each part of a partition with any part of another (Hennig 2007).
     *
     * @param a part of each item, from 0; negative for none
     * @param b the same in the other partition
     * @param parts parts of the first
     * @return 0 to 1 each; NaN for a part without items
     */
    public static double[] bestJaccards(int[] a, int[] b, int parts) {
        long[] inA = sizes(a, parts);
        long[] inB = sizes(b, Arrays.stream(b).max().orElse(-1) + 1);
        double[] best = new double[parts];
        Arrays.setAll(best, part -> inA[part] == 0 ? Double.NaN : 0);
        joint(a, b).forEach((pair, n) -> {
            int i = (int) (pair >>> Integer.SIZE);
            int j = (int) (long) pair;
            if (i >= 0 && j >= 0) {
                best[i] = Math.max(best[i], (double) n / (inA[i] + inB[j] - n));
            }
        });
        return best;
    }

    private static long[] sizes(int[] part, int parts) {
        long[] sizes = new long[parts];
        for (int p : part) {
            if (p >= 0) {
                sizes[p]++;
            }
        }
        return sizes;
    }

    private static Map<Long, Long> counts(int[] a) {
        Map<Long, Long> n = new HashMap<>();
        for (int x : a) {
            n.merge((long) x, 1L, Long::sum);
        }
        return n;
    }

    private static Map<Long, Long> joint(int[] a, int[] b) {
        Map<Long, Long> n = new HashMap<>();
        for (int i = 0; i < a.length; i++) {
            n.merge(((long) a[i] << 32) | (b[i] & 0xffffffffL), 1L, Long::sum);
        }
        return n;
    }

    private static double pairs(Map<Long, Long> counts) {
        return counts.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
    }

    private static double entropy(Map<Long, Long> counts, double total) {
        return -counts.values().stream()
                .sorted()
                .mapToDouble(n -> n / total * Math.log(n / total))
                .sum();
    }
}
