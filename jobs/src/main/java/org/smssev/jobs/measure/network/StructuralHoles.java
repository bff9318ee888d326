package org.smssev.jobs.measure.network;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How far a node stands between others that are not joined themselves. Source: Burt (1992), Structural Holes. */
final class StructuralHoles {
    private StructuralHoles() {}

    /**
     * Constraint: sum over neighbours j of {@code (p_ij + sum over common neighbours q of p_iq p_qj)^2}, with p_ij the
     * share of j in the strength of i. Low marks a broker; 1 for degree 1; may exceed 1. Null for isolates. Time is the
     * sum of the squares of the degrees; each node's value is summed in row order by one thread.
     */
    static Double[] constraint(CsrGraph graph) {
        double[] strength = graph.strengths();
        return IntStream.range(0, graph.nodes())
                .parallel()
                .mapToObj(v -> graph.degree(v) == 0 ? null : (Double) constraint(graph, strength, v))
                .toArray(Double[]::new);
    }

    private static double constraint(CsrGraph graph, double[] strength, int v) {
        int from = graph.first(v);
        int to = graph.first(v + 1);
        double sum = 0;
        for (int at = from; at < to; at++) {
            int j = graph.neighbour(at);
            double share = graph.weight(at) / strength[v] + indirect(graph, strength, v, j);
            sum += share * share;
        }
        return sum;
    }

    /** Sum of p_vq p_qj over the common neighbours, which the merge of both rows meets in ascending order. */
    private static double indirect(CsrGraph graph, double[] strength, int v, int j) {
        double sum = 0;
        int a = graph.first(v);
        int b = graph.first(j);
        int endA = graph.first(v + 1);
        int endB = graph.first(j + 1);
        while (a < endA && b < endB) {
            int x = graph.neighbour(a);
            int y = graph.neighbour(b);
            if (x == y) {
                sum += graph.weight(a) / strength[v] * (graph.weight(b) / strength[x]);
            }
            a += x <= y ? 1 : 0;
            b += y <= x ? 1 : 0;
        }
        return sum;
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
