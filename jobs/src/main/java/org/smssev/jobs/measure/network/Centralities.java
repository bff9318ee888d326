package org.smssev.jobs.measure.network;

import java.util.Arrays;

/** Centralities that need no shortest paths. Sums go in node order. */
final class Centralities {
    private static final double PAGERANK_PRECISION = 1e-13;
    private static final double EIGENVECTOR_PRECISION = 1e-12;
    private static final int MAX_ITERATIONS = 10_000;

    private Centralities() {}

    /**
     * Degree and strength in one, {@code sqrt(degree strength)}: at least 0, tuning parameter a = .5 of {@code
     * degree^(1-a) strength^a}. Source: Opsahl, Agneessens and Skvoretz (2010).
     */
    static double[] opsahl(int[] degree, double[] strength) {
        double[] opsahl = new double[degree.length];
        Arrays.setAll(opsahl, v -> Math.sqrt(degree[v] * strength[v]));
        return opsahl;
    }

    /**
     * Weighted PageRank with damping .85: {@code p_i = (1-d)/n + d (sum_j p_j w_ji/s_j + (1/n) sum of p_j over isolates)}.
     * Sums to 1; empty for an empty graph. Source: Brin and Page (1998).
     */
    static double[] pageRank(CsrGraph graph) {
        int n = graph.nodes();
        double[] strength = graph.strengths();
        double[] rank = new double[n];
        Arrays.fill(rank, 1.0 / n);
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            double dangling = 0;
            double[] share = new double[n];
            for (int v = 0; v < n; v++) {
                if (strength[v] > 0) {
                    share[v] = rank[v] / strength[v];
                } else {
                    dangling += rank[v];
                }
            }
            double base = (1 - GraphEngine.DAMPING + GraphEngine.DAMPING * dangling) / n;
            double change = 0;
            for (int v = 0; v < n; v++) {
                double next = base + GraphEngine.DAMPING * timesRow(graph, v, share);
                change += Math.abs(next - rank[v]);
                rank[v] = next;
            }
            if (change < PAGERANK_PRECISION) {
                break;
            }
        }
        return rank;
    }

    /**
     * Eigenvector centrality in the largest component, its greatest value 1. Iterates on the weights divided by the
     * greatest strength, plus the identity, so that it also settles on bipartite graphs. Source: Bonacich (1972).
     *
     * @param component component of each node, 0 the largest
     * @return null for nodes of other components, for all where the largest is one node, and for all where 10,000
     *     iterations do not settle
     */
    static Double[] eigenvector(CsrGraph graph, int[] component) {
        int n = graph.nodes();
        double scale = Arrays.stream(graph.strengths()).max().orElse(0);
        if (scale == 0) {
            return new Double[n];
        }
        double[] x = new double[n];
        for (int v = 0; v < n; v++) {
            x[v] = component[v] == 0 ? 1 : 0;
        }
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            double[] next = new double[n];
            double greatest = 0;
            for (int v = 0; v < n; v++) {
                if (component[v] == 0) {
                    next[v] = x[v] + timesRow(graph, v, x) / scale;
                    greatest = Math.max(greatest, next[v]);
                }
            }
            double change = 0;
            for (int v = 0; v < n; v++) {
                next[v] /= greatest;
                change = Math.max(change, Math.abs(next[v] - x[v]));
            }
            x = next;
            if (change < EIGENVECTOR_PRECISION) {
                return inLargest(x, component);
            }
        }
        return new Double[n];
    }

    private static Double[] inLargest(double[] x, int[] component) {
        Double[] values = new Double[x.length];
        for (int v = 0; v < x.length; v++) {
            values[v] = component[v] == 0 ? x[v] : null;
        }
        return values;
    }

    private static double timesRow(CsrGraph graph, int v, double[] x) {
        double sum = 0;
        for (int at = graph.first(v); at < graph.first(v + 1); at++) {
            sum += graph.weight(at) * x[graph.neighbour(at)];
        }
        return sum;
    }

    /**
     * Betweenness not explained by strength: the residual of {@code ln(1 + betweenness)} on {@code ln(1 + strength)},
     * by least squares over the nodes with betweenness above 0; null for the others, and for all where the strengths
     * of those do not differ. High where a node joins parts that its size alone would not.
     *
     * @param betweenness over unordered pairs, not normalised
     */
    static Double[] betweennessResidual(double[] betweenness, double[] strength) {
        int count = 0;
        double meanX = 0;
        double meanY = 0;
        for (int v = 0; v < betweenness.length; v++) {
            if (betweenness[v] > 0) {
                count++;
                meanX += Math.log1p(strength[v]);
                meanY += Math.log1p(betweenness[v]);
            }
        }
        meanX /= count;
        meanY /= count;
        double xx = 0;
        double xy = 0;
        for (int v = 0; v < betweenness.length; v++) {
            if (betweenness[v] > 0) {
                double x = Math.log1p(strength[v]) - meanX;
                xx += x * x;
                xy += x * (Math.log1p(betweenness[v]) - meanY);
            }
        }
        Double[] residual = new Double[betweenness.length];
        for (int v = 0; v < betweenness.length && xx > 0; v++) {
            if (betweenness[v] > 0) {
                residual[v] = Math.log1p(betweenness[v]) - meanY - xy / xx * (Math.log1p(strength[v]) - meanX);
            }
        }
        return residual;
    }
}
