package org.smssev.jobs.measure.cluster;

import java.io.Serializable;
import java.util.Arrays;

/** Centres of clusters, with what assigning rows to them needs. */
final class Centres implements Serializable {
    private static final long serialVersionUID = 1L;

    final int k;
    final int dimensions;
    private final double[][] points;
    /** Dimensions x k. */
    private final float[] transposed;

    private final float[] halfSquares;

    /** Rounds each coordinate to 1e-6, so that the last digits of whoever made them do not matter. */
    Centres(double[][] points) {
        this.k = points.length;
        this.dimensions = points[0].length;
        this.points = new double[k][dimensions];
        this.transposed = new float[dimensions * k];
        this.halfSquares = new float[k];
        for (int c = 0; c < k; c++) {
            double square = 0;
            for (int d = 0; d < dimensions; d++) {
                double x = Math.rint(points[c][d] * 1e6) / 1e6;
                this.points[c][d] = x;
                transposed[d * k + c] = (float) x;
                square += x * x;
            }
            halfSquares[c] = (float) (square / 2);
        }
    }

    double[] point(int c) {
        return points[c].clone();
    }

    /** The nearest centre of each row (the first of equals), -1 for unusable rows. */
    int[] nearest(DenseBlock block) {
        int[] nearest = new int[block.size];
        Arrays.fill(nearest, -1);
        products(block, (row, products) -> {
            int best = 0;
            float most = products[0] - halfSquares[0];
            for (int c = 1; c < k; c++) {
                float value = products[c] - halfSquares[c];
                if (value > most) {
                    most = value;
                    best = c;
                }
            }
            nearest[row] = best;
        });
        return nearest;
    }

    /** By how much the cost of a block would rise without each centre: its rows would go to their second nearest. */
    double[] missed(DenseBlock block) {
        double[] missed = new double[k];
        products(block, (row, products) -> {
            int best = -1;
            float most = Float.NEGATIVE_INFINITY;
            float second = Float.NEGATIVE_INFINITY;
            for (int c = 0; c < k; c++) {
                float value = products[c] - halfSquares[c];
                if (value > most) {
                    second = most;
                    most = value;
                    best = c;
                } else if (value > second) {
                    second = value;
                }
            }
            missed[best] += 2.0 * (most - second);
        });
        return missed;
    }

    /** Takes the products of a row with all centres. */
    @FunctionalInterface
    private interface Products {
        void of(int row, float[] products);
    }

    /** Gives the products of each usable row, in their order. */
    private void products(DenseBlock block, Products to) {
        float[] first = new float[k];
        float[] second = new float[k];
        int waiting = -1;
        for (int row = 0; row < block.size; row++) {
            if (!block.usable[row]) {
                continue;
            }
            if (waiting < 0) {
                waiting = row;
                continue;
            }
            Rows.densePair(
                    block.values, waiting * dimensions, row * dimensions, dimensions, transposed, k, first, second);
            to.of(waiting, first);
            to.of(row, second);
            waiting = -1;
        }
        if (waiting >= 0) {
            Rows.dense(block.values, waiting * dimensions, dimensions, transposed, k, first);
            to.of(waiting, first);
        }
    }

    /** Squared distance of a row to a centre. */
    double distance(DenseBlock block, int row, int c) {
        double sum = 0;
        for (int d = 0; d < dimensions; d++) {
            double difference = block.values[row * dimensions + d] - points[c][d];
            sum += difference * difference;
        }
        return sum;
    }
}
