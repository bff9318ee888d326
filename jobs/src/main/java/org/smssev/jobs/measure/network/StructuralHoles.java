package org.smssev.jobs.measure.network;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How far a node stands between others that are not joined themselves. Source: Burt (1992), Structural Holes. */
final class StructuralHoles {
    private StructuralHoles() {}

    /**
     * Constraint: sum over neighbours j of {@code (p_ij + sum over common neighbours q of p_iq p_qj)^2}, with p_ij the
     * share of j in the strength of i. Low marks a broker; 1 for degree 1; may exceed 1. Null for isolates. Time is the
     * sum of the squares of the degrees.
     */
    static Double[] constraint(CsrGraph graph) {
        int n = graph.nodes();
        double[] constraint = SourceBlocks.sum(Sources.all(n).nodes(), n, () -> new Constraint(graph));
        return IntStream.range(0, n)
                .mapToObj(v -> graph.degree(v) == 0 ? null : (Double) constraint[v])
                .toArray(Double[]::new);
    }

    /** Work space of one node after another. */
    private static final class Constraint implements SourceBlocks.FromSource {
        private final CsrGraph graph;
        private final double[] strength;
        /** Shares in the strength of the node; of its neighbours only, what stands for others is left from before. */
        private final double[] direct;

        /** Likewise by way of common neighbours. */
        private final double[] indirect;

        Constraint(CsrGraph graph) {
            this.graph = graph;
            this.strength = graph.strengths();
            this.direct = new double[graph.nodes()];
            this.indirect = new double[graph.nodes()];
        }

        @Override
        public void add(int node, double[] sums) {
            int from = graph.first(node);
            int to = graph.first(node + 1);
            for (int at = from; at < to; at++) {
                direct[graph.neighbour(at)] = graph.weight(at) / strength[node];
                indirect[graph.neighbour(at)] = 0;
            }
            for (int at = from; at < to; at++) {
                int q = graph.neighbour(at);
                double share = direct[q] / strength[q];
                for (int on = graph.first(q); on < graph.first(q + 1); on++) {
                    // Those that are no neighbours get a sum too, which nobody reads: cheaper than to ask.
                    indirect[graph.neighbour(on)] += share * graph.weight(on);
                }
            }
            double sum = 0;
            for (int at = from; at < to; at++) {
                int j = graph.neighbour(at);
                sum += (direct[j] + indirect[j]) * (direct[j] + indirect[j]);
            }
            sums[node] += sum;
        }
    }

    /**
     * Effective size, 1 to degree, binary: degree less the mean number of ties of a neighbour to the others, {@code k -
     * 2t/k} with t the triangles. Null for isolates. Source: Borgatti (1997).
     */
    static Double[] effectiveSize(int[] degree, long[] triangles) {
        Double[] size = new Double[degree.length];
        Arrays.setAll(size, v -> degree[v] == 0 ? null : degree[v] - 2.0 * triangles[v] / degree[v]);
        return size;
    }

    /**
     * Bridging centrality, at least 0: {@code betweenness (1/k) / sum over neighbours of 1/k}. Null for isolates, and
     * for all where betweenness is undefined. Source: Hwang et al. (2006).
     *
     * @param betweenness normalised; null as a whole where undefined
     */
    static Double[] bridging(CsrGraph graph, double[] betweenness) {
        Double[] bridging = new Double[graph.nodes()];
        for (int v = 0; v < bridging.length && betweenness != null; v++) {
            if (graph.degree(v) > 0) {
                double around = 0;
                for (int at = graph.first(v); at < graph.first(v + 1); at++) {
                    around += 1.0 / graph.degree(graph.neighbour(at));
                }
                bridging[v] = betweenness[v] / graph.degree(v) / around;
            }
        }
        return bridging;
    }
}
