package org.smssev.jobs.generate;

import java.util.List;
import java.util.SplittableRandom;

/** Sampling by tables: an item stands in the table in proportion to its weight, so that a draw is one look-up. */
final class Tables {
    private Tables() {}

    /** A table of items weighted by rank, {@code 1 / (rank + offset)^exponent} with ranks from 0. */
    static String[] zipf(List<String> items, double exponent, double offset, int size) {
        int[] indices = proportional(zipfWeights(items.size(), exponent, offset), size);
        String[] table = new String[size];
        for (int i = 0; i < size; i++) {
            table[i] = items.get(indices[i]);
        }
        return table;
    }

    /** The weights {@code 1 / (rank + offset)^exponent}. */
    static double[] zipfWeights(int n, double exponent, double offset) {
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            weights[i] = 1 / StrictMath.pow(i + offset, exponent);
        }
        return weights;
    }

    /** A table of indices in proportion to weights. */
    static int[] proportional(double[] weights, int size) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        int[] table = new int[size];
        int index = 0;
        double reached = weights[0];
        for (int i = 0; i < size; i++) {
            double at = total * (i + 0.5) / size;
            while (index < weights.length - 1 && reached < at) {
                index++;
                reached += weights[index];
            }
            table[i] = index;
        }
        return table;
    }

    /** An index drawn by weights. */
    static int draw(double[] weights, SplittableRandom random) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = random.nextDouble() * total;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    static <T> T pick(T[] table, SplittableRandom random) {
        return table[random.nextInt(table.length)];
    }

    /** A permutation of 0 to n - 1. */
    static int[] permutation(int n, SplittableRandom random) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
