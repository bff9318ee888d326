package org.smssev.jobs.measure.cluster;

import java.io.Serializable;

/**
 * The cluster of each family of a block, its squared distance to the centre and its silhouette; -1 and NaN without a
 * vector, and no silhouettes (null) before they are known or with one cluster.
 */
final class AssignedBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    final int[] clusters;
    final double[] distances;
    final double[] silhouettes;

    private AssignedBlock(int[] clusters, double[] distances, double[] silhouettes) {
        this.clusters = clusters;
        this.distances = distances;
        this.silhouettes = silhouettes;
    }

    /** Assigns the rows of a block to their nearest centres. */
    static AssignedBlock of(DenseBlock block, Centres centres) {
        int[] clusters = centres.nearest(block);
        double[] distances = new double[block.size];
        for (int row = 0; row < block.size; row++) {
            distances[row] = clusters[row] < 0 ? Double.NaN : centres.distance(block, row, clusters[row]);
        }
        return new AssignedBlock(clusters, distances, null);
    }

    /** The same with silhouettes; null for none. */
    AssignedBlock with(DenseBlock block, Silhouette silhouette) {
        return new AssignedBlock(clusters, distances, silhouette == null ? null : silhouette.of(block, clusters));
    }

    /** The silhouette of a row; NaN where it has none. */
    double silhouette(int row) {
        return silhouettes == null ? Double.NaN : silhouettes[row];
    }
}
