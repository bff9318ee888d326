package org.smssev.jobs.measure.cluster;

import java.io.Serializable;

/**
 * Occurrences of each feature in each cluster: of a term, how often it stands in the texts; of a code, in how many
 * families. Whole numbers, so the order of adding does not matter.
 */
final class FeatureCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    final int[][] counts;

    private FeatureCounts(int[][] counts) {
        this.counts = counts;
    }

    static FeatureCounts of(SparseBlock block, int[] clusters, int k, int features) {
        int[][] counts = new int[k][features];
        for (int row = 0; row < block.size(); row++) {
            if (clusters[row] >= 0) {
                int[] of = counts[clusters[row]];
                for (int e = block.starts[row]; e < block.starts[row + 1]; e++) {
                    of[block.features[e]] += block.counts[e];
                }
            }
        }
        return new FeatureCounts(counts);
    }

    /** Adds the counts of another to these. */
    FeatureCounts add(FeatureCounts other) {
        for (int c = 0; c < counts.length; c++) {
            for (int f = 0; f < counts[c].length; f++) {
                counts[c][f] += other.counts[c][f];
            }
        }
        return this;
    }
}
