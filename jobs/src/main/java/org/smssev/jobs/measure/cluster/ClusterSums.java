package org.smssev.jobs.measure.cluster;

import java.io.Serializable;
import java.util.List;

/** Sums over the rows of each cluster: what a step of Lloyd and the silhouette need. */
final class ClusterSums implements Serializable {
    private static final long serialVersionUID = 1L;

    final double[][] sums;
    /** Sums of squared norms. */
    final double[] squares;

    final long[] sizes;
    double cost;

    private ClusterSums(int k, int dimensions) {
        sums = new double[k][dimensions];
        squares = new double[k];
        sizes = new long[k];
    }

    /** The sums of a block under an assignment; with the squared distances to the centres as cost. */
    static ClusterSums of(DenseBlock block, int[] nearest, Centres centres) {
        ClusterSums result = new ClusterSums(centres.k, block.dimensions);
        for (int row = 0; row < block.size; row++) {
            int c = nearest[row];
            if (c < 0) {
                continue;
            }
            double[] sum = result.sums[c];
            double square = 0;
            for (int d = 0; d < block.dimensions; d++) {
                double x = block.values[row * block.dimensions + d];
                sum[d] += x;
                square += x * x;
            }
            result.squares[c] += square;
            result.sizes[c]++;
            result.cost += centres.distance(block, row, c);
        }
        return result;
    }

    /** Adds the blocks' sums in their order. */
    static ClusterSums add(List<ClusterSums> parts) {
        ClusterSums first = parts.get(0);
        ClusterSums total = new ClusterSums(first.sums.length, first.sums[0].length);
        for (ClusterSums part : parts) {
            for (int c = 0; c < total.sizes.length; c++) {
                for (int d = 0; d < total.sums[c].length; d++) {
                    total.sums[c][d] += part.sums[c][d];
                }
                total.squares[c] += part.squares[c];
                total.sizes[c] += part.sizes[c];
            }
            total.cost += part.cost;
        }
        return total;
    }

    /** The means of the clusters; an empty one keeps its centre. */
    Centres means(Centres before) {
        double[][] points = new double[sizes.length][];
        for (int c = 0; c < sizes.length; c++) {
            points[c] = before.point(c);
            for (int d = 0; sizes[c] > 0 && d < points[c].length; d++) {
                points[c][d] = sums[c][d] / sizes[c];
            }
        }
        return new Centres(points);
    }
}
