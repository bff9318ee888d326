package org.smssev.jobs.measure.cluster;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Silhouettes under squared Euclidean distance (Rousseeuw 1987), -1 to 1, in time linear in the rows: the mean squared
 * distance of x to a cluster C of N rows is |x|^2 + (sum of squared norms)/N - 2 x (sum of rows)/N, as Spark's
 * ClusteringEvaluator computes it. A row alone in its cluster has 0.
 */
final class Silhouette implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long[] sizes;
    private final double[] meanSquares;
    /** Means of the clusters, dimensions x clusters. */
    private final float[] means;

    private Silhouette(ClusterSums sums) {
        int k = sums.sizes.length;
        int dimensions = sums.sums[0].length;
        sizes = sums.sizes.clone();
        meanSquares = new double[k];
        means = new float[dimensions * k];
        for (int c = 0; c < k; c++) {
            meanSquares[c] = sums.squares[c] / Math.max(1, sizes[c]);
            for (int d = 0; d < dimensions && sizes[c] > 0; d++) {
                means[d * k + c] = (float) (sums.sums[c][d] / sizes[c]);
            }
        }
    }

    /** Silhouettes by the sums over the clusters; null with fewer than two clusters. */
    static Silhouette of(ClusterSums sums) {
        return Arrays.stream(sums.sizes).filter(size -> size > 0).count() < 2 ? null : new Silhouette(sums);
    }

    /** The mean over all usable rows; null with fewer than two clusters. */
    static Double mean(List<DenseBlock> blocks, List<int[]> assignments, ClusterSums sums) {
        Silhouette silhouette = of(sums);
        if (silhouette == null) {
            return null;
        }
        double[] parts = new double[blocks.size()];
        IntStream.range(0, parts.length).parallel().forEach(b -> {
            for (double value : silhouette.of(blocks.get(b), assignments.get(b))) {
                parts[b] += Double.isNaN(value) ? 0 : value;
            }
        });
        return Arrays.stream(parts).sum() / Arrays.stream(sums.sizes).sum();
    }

    /** The silhouette of each row of a block; NaN for rows without a cluster. */
    double[] of(DenseBlock block, int[] assignment) {
        float[] products = new float[sizes.length];
        double[] silhouettes = new double[block.size];
        for (int row = 0; row < block.size; row++) {
            int own = assignment[row];
            if (own < 0) {
                silhouettes[row] = Double.NaN;
            } else if (sizes[own] > 1) {
                Rows.dense(block.values, row * block.dimensions, block.dimensions, means, sizes.length, products);
                silhouettes[row] = value(square(block, row), own, products);
            }
        }
        return silhouettes;
    }

    private double value(double square, int own, float[] products) {
        double other = Double.POSITIVE_INFINITY;
        for (int c = 0; c < sizes.length; c++) {
            if (c != own && sizes[c] > 0) {
                other = Math.min(other, square + meanSquares[c] - 2.0 * products[c]);
            }
        }
        double mean = square + meanSquares[own] - 2.0 * products[own];
        double within = Math.max(0, mean * sizes[own] / (sizes[own] - 1));
        double greater = Math.max(within, other);
        return greater > 0 ? Math.max(-1, (other - within) / greater) : 0;
    }

    private static double square(DenseBlock block, int row) {
        double square = 0;
        for (int d = 0; d < block.dimensions; d++) {
            double x = block.values[row * block.dimensions + d];
            square += x * x;
        }
        return square;
    }
}
