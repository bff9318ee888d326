package org.smssev.jobs.measure.network;

import java.util.Arrays;

/**
 * A weighted undirected graph in compressed sparse rows. Nodes are 0 to n-1, neighbours stand in ascending order, each
 * edge is held from both ends. Without self-loops and parallel edges.
 */
final class CsrGraph {
    private final int[] first;
    private final int[] neighbours;
    private final double[] weights;
    private final int[] edges;

    private CsrGraph(int[] first, int[] neighbours, double[] weights, int[] edges) {
        this.first = first;
        this.neighbours = neighbours;
        this.weights = weights;
        this.edges = edges;
    }

    /**
     * The graph of the given edges.
     *
     * @param nodes number of nodes; those without edges are isolates
     * @param lesser lesser end of each edge; edges are sorted by lesser, then greater end
     * @param greater greater end of each edge
     * @param weight weight of each edge, more than 0
     * @throws IllegalArgumentException if an edge is out of order or its weight is not more than 0
     */
    static CsrGraph of(int nodes, int[] lesser, int[] greater, double[] weight) {
        int[] first = new int[nodes + 1];
        for (int e = 0; e < lesser.length; e++) {
            checkEdge(nodes, lesser, greater, weight, e);
            first[lesser[e] + 1]++;
            first[greater[e] + 1]++;
        }
        for (int v = 0; v < nodes; v++) {
            first[v + 1] += first[v];
        }
        int[] next = Arrays.copyOf(first, nodes);
        int[] neighbours = new int[2 * lesser.length];
        double[] weights = new double[2 * lesser.length];
        int[] edges = new int[2 * lesser.length];
        // The lesser neighbours of a node come first, and both passes go in edge order: so rows are ascending.
        for (int e = 0; e < lesser.length; e++) {
            int at = next[greater[e]]++;
            neighbours[at] = lesser[e];
            weights[at] = weight[e];
            edges[at] = e;
        }
        for (int e = 0; e < lesser.length; e++) {
            int at = next[lesser[e]]++;
            neighbours[at] = greater[e];
            weights[at] = weight[e];
            edges[at] = e;
        }
        return new CsrGraph(first, neighbours, weights, edges);
    }

    private static void checkEdge(int nodes, int[] lesser, int[] greater, double[] weight, int e) {
        boolean inOrder =
                e == 0 || lesser[e - 1] < lesser[e] || (lesser[e - 1] == lesser[e] && greater[e - 1] < greater[e]);
        if (!inOrder || lesser[e] < 0 || lesser[e] >= greater[e] || greater[e] >= nodes || !(weight[e] > 0)) {
            throw new IllegalArgumentException("Edge " + lesser[e] + " - " + greater[e] + " with weight " + weight[e]
                    + " is out of order, outside of " + nodes + " nodes, or without a weight above 0");
        }
    }

    int nodes() {
        return first.length - 1;
    }

    int edges() {
        return neighbours.length / 2;
    }

    /** Where the row of a node starts; it ends where the next one starts. */
    int first(int node) {
        return first[node];
    }

    int neighbour(int at) {
        return neighbours[at];
    }

    double weight(int at) {
        return weights[at];
    }

    /** Number of the edge at a place of a row, in the order given. */
    int edge(int at) {
        return edges[at];
    }

    int degree(int node) {
        return first[node + 1] - first[node];
    }

    /** Sum of the weights of a node's edges, in the order of its neighbours. */
    double strength(int node) {
        double sum = 0;
        for (int at = first[node]; at < first[node + 1]; at++) {
            sum += weights[at];
        }
        return sum;
    }

    int[] degrees() {
        int[] degrees = new int[nodes()];
        Arrays.setAll(degrees, this::degree);
        return degrees;
    }

    double[] strengths() {
        double[] strengths = new double[nodes()];
        Arrays.setAll(strengths, this::strength);
        return strengths;
    }

    /** The same nodes with only the chosen edges. */
    CsrGraph withEdges(boolean[] chosen) {
        int count = 0;
        for (boolean c : chosen) {
            count += c ? 1 : 0;
        }
        int[] lesser = new int[count];
        int[] greater = new int[count];
        double[] weight = new double[count];
        int next = 0;
        for (int v = 0; v < nodes(); v++) {
            for (int at = first[v]; at < first[v + 1]; at++) {
                if (neighbours[at] > v && chosen[edges[at]]) {
                    lesser[next] = v;
                    greater[next] = neighbours[at];
                    weight[next++] = weights[at];
                }
            }
        }
        return of(nodes(), lesser, greater, weight);
    }
}
