package org.smssev.jobs.measure.cluster;

import java.util.List;
import java.util.stream.IntStream;

/** Criteria of a clustering from the spread within its clusters and between them; empty clusters count for nothing. */
final class Separation {
    private final List<DenseBlock> blocks;
    private final List<int[]> assignment;
    private final ClusterSums sums;
    /** Numbers of the clusters that are not empty. */
    private final int[] clusters;

    private final double[][] means;
    private final long rows;

    /** The blocks, the cluster of each of their rows, and the sums over the clusters. */
    Separation(List<DenseBlock> blocks, List<int[]> assignment, ClusterSums sums) {
        this.blocks = blocks;
        this.assignment = assignment;
        this.sums = sums;
        this.clusters = IntStream.range(0, sums.sizes.length)
                .filter(c -> sums.sizes[c] > 0)
                .toArray();
        this.means = new double[sums.sizes.length][];
        long total = 0;
        for (int c : clusters) {
            means[c] = sums.sums[c].clone();
            for (int d = 0; d < means[c].length; d++) {
                means[c][d] /= sums.sizes[c];
            }
            total += sums.sizes[c];
        }
        rows = total;
    }

    /** Clusters that are not empty. */
    int found() {
        return clusters.length;
    }

    /**
     * [B/(k - 1)] / [W/(n - k)] with B and W the sums of squares between and within clusters (Calinski and Harabasz
     * 1974), 0 or more; null with one cluster, as many as rows, or no spread within them.
     */
    Double calinskiHarabasz() {
        double[] centre = new double[sums.sums[0].length];
        for (int c : clusters) {
            for (int d = 0; d < centre.length; d++) {
                centre[d] += sums.sums[c][d] / rows;
            }
        }
        double between = 0;
        double within = 0;
        for (int c : clusters) {
            between += sums.sizes[c] * squaredDistance(means[c], centre);
            within += sums.squares[c] - sums.sizes[c] * squaredDistance(means[c], new double[centre.length]);
        }
        int k = clusters.length;
        return k < 2 || k >= rows || !(within > 1e-9 * rows) ? null : between / (k - 1) / (within / (rows - k));
    }

    /**
     * Mean over clusters of the greatest (S_i + S_j) / M_ij, S the mean distance of a cluster's rows to its mean and M the
     * distance of two means (Davies and Bouldin 1979), 0 or more; null with one cluster, or where two means coincide.
     */
    Double daviesBouldin() {
        if (clusters.length < 2) {
            return null;
        }
        double[] spread = spreads();
        double total = 0;
        for (int i : clusters) {
            double worst = 0;
            for (int j : clusters) {
                if (i != j) {
                    double apart = Math.sqrt(squaredDistance(means[i], means[j]));
                    worst = Math.max(worst, (spread[i] + spread[j]) / apart);
                }
            }
            total += worst;
        }
        double mean = total / clusters.length;
        return Double.isFinite(mean) ? mean : null;
    }

    private double[] spreads() {
        double[][] parts = new double[blocks.size()][means.length];
        IntStream.range(0, parts.length).parallel().forEach(b -> {
            DenseBlock block = blocks.get(b);
            for (int row = 0; row < block.size; row++) {
                int c = assignment.get(b)[row];
                if (c >= 0) {
                    parts[b][c] += Math.sqrt(squaredDistance(block.row(row), means[c]));
                }
            }
        });
        double[] spread = new double[means.length];
        for (double[] part : parts) {
            for (int c : clusters) {
                spread[c] += part[c] / sums.sizes[c];
            }
        }
        return spread;
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += (a[d] - b[d]) * (a[d] - b[d]);
        }
        return sum;
    }
}
