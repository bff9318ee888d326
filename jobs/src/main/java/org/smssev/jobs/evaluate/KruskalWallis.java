package org.smssev.jobs.evaluate;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.smssev.common.stats.Ranks;

/**
 * Whether groups differ (Kruskal and Wallis 1952): H = 12/(N(N + 1)) sum R_g^2/n_g - 3(N + 1), over 1 - sum(t^3 - t)/(N^3 -
 * N) for ties.
 *
 * @param h H; NaN below two groups or where all values are tied
 * @param p tail of the chi-squared distribution with one degree less than groups
 */
record KruskalWallis(double h, double p) {
    /** The test; empty groups are passed over. */
    static KruskalWallis of(List<double[]> given) {
        List<double[]> groups = given.stream().filter(group -> group.length > 0).toList();
        double[] all = groups.stream().flatMapToDouble(Arrays::stream).toArray();
        double n = all.length;
        double ties = KendallW.ties(all);
        double correction = 1 - ties / (n * n * n - n);
        if (groups.size() < 2 || !(correction > 0)) {
            return new KruskalWallis(Double.NaN, Double.NaN);
        }
        double[] ranks = Ranks.averageRanks(all, false);
        double sum = 0;
        int at = 0;
        for (double[] group : groups) {
            double own = Arrays.stream(ranks, at, at + group.length).sum();
            sum += own * own / group.length;
            at += group.length;
        }
        double h = (12 / (n * (n + 1)) * sum - 3 * (n + 1)) / correction;
        double p = 1 - new ChiSquaredDistribution(groups.size() - 1).cumulativeProbability(Math.max(0, h));
        return new KruskalWallis(h, p);
    }
}
