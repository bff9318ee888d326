package org.smssev.jobs.measure.cluster;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Mean silhouette under squared Euclidean distance (Rousseeuw 1987), in time linear in the rows: the mean squared
 * distance of x to a cluster C of N rows is |x|^2 + (sum of squared norms)/N - 2 x (sum of rows)/N, as Spark's
 * ClusteringEvaluator computes it.
 */
final class Silhouette {
    private Silhouette() {}

    /** The mean over all usable rows, -1 to 1; null with fewer than two clusters. A cluster of one row counts 0. */
    static Double mean(List<DenseBlock> blocks, List<int[]> assignments, ClusterSums sums) {
        int clusters = 0;
        for (long size : sums.sizes) {
            clusters += size > 0 ? 1 : 0;
        }
        if (clusters < 2) {
            return null;
        }
        int k = sums.sizes.length;
        int dimensions = sums.sums[0].length;
        float[] transposed = new float[dimensions * k];
        for (int c = 0; c < k; c++) {
            for (int d = 0; d < dimensions && sums.sizes[c] > 0; d++) {
                transposed[d * k + c] = (float) (sums.sums[c][d] / sums.sizes[c]);
            }
        }
        double[] parts = new double[blocks.size()];
        long[] counts = new long[blocks.size()];
        IntStream.range(0, parts.length)
                .parallel()
                .forEach(b -> counts[b] = block(blocks.get(b), assignments.get(b), sums, transposed, parts, b));
        double total = 0;
        long rows = 0;
        for (int b = 0; b < parts.length; b++) {
            total += parts[b];
            rows += counts[b];
        }
        return total / rows;
    }

    private static long block(
            DenseBlock block, int[] assignment, ClusterSums sums, float[] means, double[] parts, int at) {
        int k = sums.sizes.length;
        float[] products = new float[k];
        long rows = 0;
        for (int row = 0; row < block.size; row++) {
            int own = assignment[row];
            if (own < 0) {
                continue;
            }
            rows++;
            if (sums.sizes[own] < 2) {
                continue;
            }
            Rows.dense(block.values, row * block.dimensions, block.dimensions, means, k, products);
            double square = 0;
            for (int d = 0; d < block.dimensions; d++) {
                double x = block.values[row * block.dimensions + d];
                square += x * x;
            }
            double other = Double.POSITIVE_INFINITY;
            for (int c = 0; c < k; c++) {
                if (c != own && sums.sizes[c] > 0) {
                    other = Math.min(other, square + sums.squares[c] / sums.sizes[c] - 2.0 * products[c]);
                }
            }
            long size = sums.sizes[own];
            double mean = square + sums.squares[own] / size - 2.0 * products[own];
            double within = Math.max(0, mean * size / (size - 1));
            double greater = Math.max(within, other);
            parts[at] += greater > 0 ? (other - within) / greater : 0;
        }
        return rows;
    }
}
