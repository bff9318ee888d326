package org.smssev.jobs.measure.cluster;

import java.util.Arrays;

/** Stability of single clusters. */
final class Stability {
    /** Least stability of a cluster that may be trusted (Hennig 2007). */
    static final double TRUSTED = 0.6;

    private static final double STABLE = 0.75;
    private static final double DISSOLVED = 0.5;

    private Stability() {}

    /**
     * The greatest Jaccard overlap of each cluster with any cluster of another clustering of the same rows.
     *
     * @param a cluster of each row, from 0; negative for none
     * @param b the same in the other clustering
     * @param k clusters of the first
     * @return 0 to 1 each; NaN for a cluster without rows
     */
    static double[] bestJaccards(int[] a, int[] b, int k) {
        int others = Arrays.stream(b).max().orElse(-1) + 1;
        int[][] both = new int[k][others];
        int[] inA = new int[k];
        int[] inB = new int[others];
        for (int row = 0; row < a.length; row++) {
            if (a[row] >= 0) {
                inA[a[row]]++;
            }
            if (b[row] >= 0) {
                inB[b[row]]++;
            }
            if (a[row] >= 0 && b[row] >= 0) {
                both[a[row]][b[row]]++;
            }
        }
        double[] best = new double[k];
        for (int c = 0; c < k; c++) {
            best[c] = inA[c] == 0 ? Double.NaN : 0;
            for (int other = 0; other < others && inA[c] > 0; other++) {
                best[c] = Math.max(best[c], (double) both[c][other] / (inA[c] + inB[other] - both[c][other]));
            }
        }
        return best;
    }

    /** What a stability means: STABLE from .75, PATTERN from .6, DOUBTFUL above .5, else DISSOLVED (Hennig 2007). */
    static String verdict(double stability) {
        if (stability >= STABLE) {
            return "STABLE";
        }
        if (stability >= TRUSTED) {
            return "PATTERN";
        }
        return stability > DISSOLVED ? "DOUBTFUL" : "DISSOLVED";
    }
}
