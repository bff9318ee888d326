package org.smssev.common.stats;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;

/** Scaling and objective weights of a matrix of alternatives (rows) by criteria (columns). */
public final class Criteria {
    private static final int BISECTIONS = 100;

    private Criteria() {}

    /**
     * Min-max scaling to 0 to 1, 1 the best: (x - min)/(max - min), or (max - x)/(max - min) for a cost. A constant
     * column tells nothing and becomes 0.
     */
    public static double[][] scale(double[][] x, boolean[] benefit) {
        double[][] scaled = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            scaled[i] = new double[x[i].length];
        }
        for (int j = 0; j < benefit.length; j++) {
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            for (double[] row : x) {
                min = Math.min(min, row[j]);
                max = Math.max(max, row[j]);
            }
            for (int i = 0; i < x.length && max > min; i++) {
                scaled[i][j] = (benefit[j] ? x[i][j] - min : max - x[i][j]) / (max - min);
            }
        }
        return scaled;
    }

    /**
     * {@link #scale Min-max scaling} with the percentiles {@code share} and {@code 1 - share} as ends; what lies beyond
     * counts as the end, so that one outlier does not press all others together.
     *
     * @param share 0 to below .5
     */
    public static double[][] percentileScale(double[][] x, boolean[] benefit, double share) {
        double[][] cut = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            cut[i] = x[i].clone();
        }
        for (int j = 0; j < benefit.length && x.length > 0; j++) {
            double[] column = column(x, j);
            double least = Descriptive.quantile(column, share);
            double most = Descriptive.quantile(column, 1 - share);
            for (double[] row : cut) {
                row[j] = Math.min(most, Math.max(least, row[j]));
            }
        }
        return scale(cut, benefit);
    }

    /** Scaling by ranks, (rank - 1)/(n - 1), 1 the best, ties at their mean rank; a constant column becomes 0. */
    public static double[][] rankScale(double[][] x, boolean[] benefit) {
        double[][] ranked = new double[x.length][benefit.length];
        for (int j = 0; j < benefit.length; j++) {
            double[] column = column(x, j);
            double[] ranks = Ranks.averageRanks(column, !benefit[j]);
            boolean isConstant = Arrays.stream(column).distinct().count() < 2;
            for (int i = 0; i < x.length && !isConstant; i++) {
                ranked[i][j] = (ranks[i] - 1) / (x.length - 1);
            }
        }
        return ranked;
    }

    /**
     * Entropy weights (Shannon; Hwang and Yoon 1981): p = x / column sum, e = -sum p ln p / ln m, w in proportion to
     * 1 - e. A column of zeros gets 0; where no column tells the alternatives apart, all weights are equal.
     */
    public static double[] entropyWeights(double[][] scaled) {
        int n = columns(scaled);
        double[] divergence = new double[n];
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (double[] row : scaled) {
                sum += row[j];
            }
            if (sum > 0 && scaled.length > 1) {
                double entropy = 0;
                for (double[] row : scaled) {
                    double p = row[j] / sum;
                    entropy -= p > 0 ? p * Math.log(p) : 0;
                }
                divergence[j] = Math.max(0, 1 - entropy / Math.log(scaled.length));
            }
        }
        return normalised(divergence);
    }

    /**
     * CRITIC weights (Diakoulaki, Mavrotas and Papayannakis 1995): w in proportion to sd_j sum_k (1 - r_jk), r
     * Pearson's. A constant column gets 0; where all are constant, all weights are equal.
     */
    public static double[] criticWeights(double[][] scaled) {
        return criticWeights(scaled, Ranks::pearson);
    }

    /** {@link #criticWeights CRITIC weights} with Spearman's r, which skewed columns and outliers move less. */
    public static double[] criticWeightsByRanks(double[][] scaled) {
        return criticWeights(scaled, Ranks::spearman);
    }

    private static double[] criticWeights(double[][] scaled, ToDoubleBiFunction<double[], double[]> correlation) {
        int n = columns(scaled);
        double[] information = new double[n];
        for (int j = 0; j < n; j++) {
            double[] column = column(scaled, j);
            double sd = Descriptive.sd(column);
            if (!(sd > 0)) {
                continue;
            }
            double conflict = 0;
            for (int k = 0; k < n; k++) {
                double r = k == j ? 1 : correlation.applyAsDouble(column, column(scaled, k));
                conflict += Double.isNaN(r) ? 1 : 1 - r;
            }
            information[j] = sd * conflict;
        }
        return normalised(information);
    }

    /**
     * Given and objective weights put together, {@code share given + (1 - share) objective}, made to sum to 1.
     *
     * @param share 0 to 1
     */
    public static double[] linear(double[] given, double[] objective, double share) {
        double[] parts = new double[given.length];
        double[] own = normalised(given);
        double[] other = normalised(objective);
        Arrays.setAll(parts, j -> share * own[j] + (1 - share) * other[j]);
        return normalised(parts);
    }

    /** Weights in proportion to given times objective; a 0 of either kills a criterion. All 0: equal ones. */
    public static double[] product(double[] given, double[] objective) {
        double[] parts = new double[given.length];
        Arrays.setAll(parts, j -> given[j] * objective[j]);
        return normalised(parts);
    }

    /** Weights without those of some criteria, made to sum to 1; all equal where nothing is left. */
    public static double[] without(double[] weights, boolean[] dropped) {
        double[] parts = weights.clone();
        Arrays.setAll(parts, j -> dropped[j] ? 0 : weights[j]);
        return normalised(parts);
    }

    /**
     * Weights held between a floor and a cap: {@code min(cap, max(floor, c w))} with the c that makes them sum to 1, so that
     * those between keep their ratios. Weights of 0 stay 0. Where the others are too few or too many for the bounds, these
     * are equal.
     *
     * @param weights summing to 1
     */
    public static double[] bounded(double[] weights, double floor, double cap) {
        double[] held = Arrays.stream(weights).filter(w -> w > 0).toArray();
        if (Arrays.stream(held).allMatch(w -> w >= floor && w <= cap)) {
            return weights;
        }
        if (held.length * cap <= 1 || held.length * floor >= 1) {
            return normalised(Arrays.stream(weights).map(w -> w > 0 ? 1 : 0).toArray());
        }
        double low = 0;
        double high = 1 / Arrays.stream(held).min().orElseThrow();
        for (int step = 0; step < BISECTIONS; step++) {
            double middle = (low + high) / 2;
            double sum = Arrays.stream(held)
                    .map(w -> clamped(middle * w, floor, cap))
                    .sum();
            low = sum < 1 ? middle : low;
            high = sum < 1 ? high : middle;
        }
        double factor = high;
        return normalised(Arrays.stream(weights)
                .map(w -> w > 0 ? clamped(factor * w, floor, cap) : 0)
                .toArray());
    }

    private static double clamped(double value, double floor, double cap) {
        return Math.min(cap, Math.max(floor, value));
    }

    private static int columns(double[][] x) {
        return x.length == 0 ? 0 : x[0].length;
    }

    private static double[] column(double[][] x, int j) {
        double[] column = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            column[i] = x[i][j];
        }
        return column;
    }

    private static double[] normalised(double[] parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        double[] weights = new double[parts.length];
        for (int j = 0; j < parts.length; j++) {
            weights[j] = sum > 0 ? parts[j] / sum : 1.0 / parts.length;
        }
        return weights;
    }
}
