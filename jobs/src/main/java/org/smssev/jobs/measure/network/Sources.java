package org.smssev.jobs.measure.network;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The nodes from which shortest paths are searched: all, or a seeded sample without replacement (Brandes and Pich 2007).
 * The bound of a sample follows from Hoeffding's inequality for each node and a union over the nodes: {@code k >= ln(2n /
 * delta) / (2 epsilon^2)} sources keep every betweenness over ordered pairs, divided by {@code n(n-1)}, within epsilon of
 * its value with probability {@code 1 - delta}.
 *
 * @param nodes sources, ascending
 * @param of nodes of the graph
 * @param epsilon bound on the normalised betweenness over unordered pairs, epsilon n/(n-2); 0 where exact
 */
record Sources(int[] nodes, int of, double epsilon) {
    /** All nodes: exact. */
    static Sources all(int n) {
        return new Sources(IntStream.range(0, n).toArray(), n, 0);
    }

    /**
     * As many as the bound needs; all where the graph has at most {@code exactNodes}, or the sample would hold all.
     *
     * @param epsilon greatest error, above 0
     * @param delta probability with which a greater one may occur, above 0
     */
    static Sources bounded(int n, int exactNodes, double epsilon, double delta, long seed) {
        double needed = Math.ceil(Math.log(2.0 * n / delta) / (2 * epsilon * epsilon));
        if (n <= exactNodes || needed >= n) {
            return all(n);
        }
        int[] nodes = IntStream.range(0, n).toArray();
        Random random = new Random(seed);
        int k = (int) needed;
        for (int i = 0; i < k; i++) {
            int other = i + random.nextInt(n - i);
            int chosen = nodes[other];
            nodes[other] = nodes[i];
            nodes[i] = chosen;
        }
        int[] sample = Arrays.copyOf(nodes, k);
        Arrays.sort(sample);
        return new Sources(sample, n, epsilon * n / (n - 2.0));
    }

    boolean isExact() {
        return nodes.length == of;
    }

    /** What a sum over the sources is multiplied by to stand for all nodes. */
    double scale() {
        return nodes.length == 0 ? 1 : (double) of / nodes.length;
    }

    boolean holds(int node) {
        return isExact() || Arrays.binarySearch(nodes, node) >= 0;
    }
}
