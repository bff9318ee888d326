package org.smssev.jobs.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.smssev.common.stats.Ranks;

/**
 * Kendall's coefficient of concordance with the correction for ties (Kendall and Babington Smith 1939): W = 12 S / (m^2
 * (n^3 - n) - m sum T), for m experts who all rank n candidates.
 *
 * @param w concordance, 0 to 1; NaN below two experts or candidates, or where every expert ties all candidates
 * @param chi2 m (n - 1) W, with n - 1 degrees of freedom
 * @param p tail of the chi-squared distribution
 * @param pPermutation share of all m-tuples of permutations with at least this S: exact up to seven candidates, where the
 *     tuples can be counted; else of seeded random ones, (1 + those with at least this S)/(1 + all)
 */
record KendallW(double w, double chi2, double p, double pPermutation) {
    private static final int MOST_FOR_PERMUTATION = 7;
    private static final long MOST_STEPS = 20_000_000;
    private static final int MOST_DRAWS = 1_999;
    private static final int FEWEST_DRAWS = 199;
    private static final long SEED = 7;

    /** Concordance of a complete matrix of scores, one row per expert; a high score has rank 1. */
    static KendallW of(double[][] scores) {
        int m = scores.length;
        int n = m == 0 ? 0 : scores[0].length;
        if (m < 2 || n < 2) {
            return new KendallW(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double[][] ranks = new double[m][];
        double[] sums = new double[n];
        double ties = 0;
        for (int e = 0; e < m; e++) {
            ranks[e] = Ranks.averageRanks(scores[e], true);
            ties += ties(ranks[e]);
            for (int i = 0; i < n; i++) {
                sums[i] += ranks[e][i];
            }
        }
        double denominator = (double) m * m * ((double) n * n * n - n) - m * ties;
        if (!(denominator > 0)) {
            return new KendallW(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double w = 12 * spread(sums) / denominator;
        double chi2 = m * (n - 1) * w;
        double p = 1 - new ChiSquaredDistribution(n - 1).cumulativeProbability(chi2);
        double exact = n <= MOST_FOR_PERMUTATION ? permutation(ranks) : Double.NaN;
        return new KendallW(w, chi2, p, Double.isNaN(exact) ? drawn(ranks, sums) : exact);
    }

    /** Draws permutations of the ranks of each expert; the fewer, the more there is to permute. */
    private static double drawn(double[][] ranks, double[] sums) {
        long cells = (long) ranks.length * ranks[0].length;
        int draws = (int) Math.max(FEWEST_DRAWS, Math.min(MOST_DRAWS, MOST_STEPS / cells));
        double seen = spread(sums) * (1 - 1e-12);
        double[][] shuffled = new double[ranks.length][];
        Arrays.setAll(shuffled, e -> ranks[e].clone());
        SplittableRandom random = new SplittableRandom(SEED);
        int reached = 0;
        double[] drawn = new double[sums.length];
        for (int draw = 0; draw < draws; draw++) {
            Arrays.fill(drawn, 0);
            for (double[] row : shuffled) {
                for (int i = row.length - 1; i >= 0; i--) {
                    int other = random.nextInt(i + 1);
                    double rank = row[other];
                    row[other] = row[i];
                    row[i] = rank;
                    drawn[i] += rank;
                }
            }
            reached += spread(drawn) >= seen ? 1 : 0;
        }
        return (1.0 + reached) / (1 + draws);
    }

    /** Sum of t^3 - t over the groups of equal values. */
    static double ties(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            double t = to - from;
            sum += t * t * t - t;
            from = to;
        }
        return sum;
    }

    private static double spread(double[] sums) {
        double mean = Arrays.stream(sums).sum() / sums.length;
        double spread = 0;
        for (double sum : sums) {
            spread += (sum - mean) * (sum - mean);
        }
        return spread;
    }

    /**
     * Adds one expert after the other to the distribution of the rank sums. The spread does not change with the order of
     * the candidates, so each state stands for all orders of its sums.
     */
    private static double permutation(double[][] ranks) {
        int n = ranks[0].length;
        List<int[]> orders = new ArrayList<>();
        orders(new int[n], 0, 0, orders);
        Map<List<Long>, Double> states = Map.of(sortedTwice(ranks[0]), 1.0);
        for (int e = 1; e < ranks.length; e++) {
            if ((long) states.size() * orders.size() > MOST_STEPS) {
                return Double.NaN;
            }
            Map<List<Long>, Double> next = new LinkedHashMap<>();
            for (Map.Entry<List<Long>, Double> state : states.entrySet()) {
                for (int[] order : orders) {
                    double[] sums = new double[n];
                    for (int i = 0; i < n; i++) {
                        sums[i] = state.getKey().get(i) / 2.0 + ranks[e][order[i]];
                    }
                    next.merge(sortedTwice(sums), state.getValue() / orders.size(), Double::sum);
                }
            }
            states = next;
        }
        double[] seen = new double[n];
        for (double[] row : ranks) {
            Arrays.setAll(seen, i -> seen[i] + row[i]);
        }
        double p = 0;
        for (Map.Entry<List<Long>, Double> state : states.entrySet()) {
            double[] sums = state.getKey().stream().mapToDouble(x -> x / 2.0).toArray();
            p += spread(sums) >= spread(seen) - 1e-9 ? state.getValue() : 0;
        }
        return Math.min(1, p);
    }

    /** Average ranks are halves; twice them are whole, and make exact keys. */
    private static List<Long> sortedTwice(double[] sums) {
        double[] sorted = sums.clone();
        Arrays.sort(sorted);
        return Arrays.stream(sorted).mapToObj(x -> Math.round(2 * x)).toList();
    }

    private static void orders(int[] order, int at, int used, List<int[]> found) {
        if (at == order.length) {
            found.add(order.clone());
            return;
        }
        for (int i = 0; i < order.length; i++) {
            if ((used & (1 << i)) == 0) {
                order[at] = i;
                orders(order, at + 1, used | (1 << i), found);
            }
        }
    }
}
