package org.smssev.jobs.measure.citation;

import java.util.Arrays;
import org.smssev.jobs.measure.Lists;

/**
 * PageRank of a citation network (Brin and Page 1998): a reader follows a citation with probability {@code damping}, else
 * starts anew anywhere; where nothing is cited he always starts anew. Sums to 1.
 */
final class PageRank {
    private static final double PRECISION = 1e-12;
    private static final int MOST_ROUNDS = 500;

    private PageRank() {}

    /**
     * Ranks all nodes, to a total change of 1e-12 a round.
     *
     * @param cited for each node, those that it cites
     * @param citedBy for each node, those that cite it
     * @param damping 0 to below 1
     */
    static double[] of(Lists cited, Lists citedBy, double damping) {
        int n = cited.size();
        double[] rank = new double[n];
        Arrays.fill(rank, 1.0 / n);
        double[] next = new double[n];
        double[] passed = new double[n];
        double change = 1;
        for (int round = 0; round < MOST_ROUNDS && change > PRECISION; round++) {
            double idle = 0;
            for (int v = 0; v < n; v++) {
                if (cited.length(v) == 0) {
                    idle += rank[v];
                } else {
                    passed[v] = rank[v] / cited.length(v);
                }
            }
            double base = (1 - damping + damping * idle) / n;
            change = 0;
            for (int v = 0; v < n; v++) {
                double sum = 0;
                for (int at = citedBy.from(v); at < citedBy.to(v); at++) {
                    sum += passed[citedBy.value(at)];
                }
                next[v] = base + damping * sum;
                change += Math.abs(next[v] - rank[v]);
            }
            double[] old = rank;
            rank = next;
            next = old;
        }
        return rank;
    }
}
