package org.smssev.jobs.measure.cluster;

import java.io.Serializable;

/** The cluster of each family of a block, and its squared distance to the centre; -1 and NaN without a vector. */
final class AssignedBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    final int[] clusters;
    final double[] distances;

    private AssignedBlock(int[] clusters, double[] distances) {
        this.clusters = clusters;
        this.distances = distances;
    }

    /** Assigns the rows of a block to their nearest centres. */
    static AssignedBlock of(DenseBlock block, Centres centres) {
        int[] clusters = centres.nearest(block);
        double[] distances = new double[block.size];
        for (int row = 0; row < block.size; row++) {
            distances[row] = clusters[row] < 0 ? Double.NaN : centres.distance(block, row, clusters[row]);
        }
        return new AssignedBlock(clusters, distances);
    }
}
