package org.smssev.jobs.measure.network;

import java.util.Arrays;

/** Cores of a graph, by number of neighbours and by strength. */
final class Cores {
    private Cores() {}

    /**
     * Core number of each node: the greatest k for which it is in a subgraph of nodes with at least k neighbours.
     * Source: Batagelj and Zaversnik (2003), O(m) time.
     */
    static int[] ofDegree(CsrGraph graph) {
        int n = graph.nodes();
        int[] core = graph.degrees();
        int greatest = Arrays.stream(core).max().orElse(0);
        int[] start = new int[greatest + 2];
        for (int d : core) {
            start[d + 1]++;
        }
        for (int d = 0; d <= greatest; d++) {
            start[d + 1] += start[d];
        }
        int[] order = new int[n];
        int[] place = new int[n];
        int[] next = start.clone();
        for (int v = 0; v < n; v++) {
            place[v] = next[core[v]]++;
            order[place[v]] = v;
        }
        for (int i = 0; i < n; i++) {
            int v = order[i];
            for (int at = graph.first(v); at < graph.first(v + 1); at++) {
                int u = graph.neighbour(at);
                if (core[u] > core[v]) {
                    int head = start[core[u]];
                    int other = order[head];
                    order[place[u]] = other;
                    place[other] = place[u];
                    order[head] = u;
                    place[u] = head;
                    start[core[u]]++;
                    core[u]--;
                }
            }
        }
        return core;
    }

    /**
     * s-core of each node: the greatest s for which it is in a subgraph of nodes with strength of at least s. Nodes are
     * taken away by rising strength, ties in heap order, which does not change the values. Source: Eidsaa and Almaas
     * (2013); O(m log n) time.
     */
    static double[] ofStrength(CsrGraph graph) {
        double[] left = graph.strengths();
        IndexedHeap heap = new IndexedHeap(left);
        for (int v = 0; v < left.length; v++) {
            heap.decrease(v);
        }
        double[] core = new double[left.length];
        boolean[] gone = new boolean[left.length];
        double level = 0;
        while (!heap.isEmpty()) {
            int v = heap.removeLeast();
            gone[v] = true;
            level = Math.max(level, left[v]);
            core[v] = level;
            for (int at = graph.first(v); at < graph.first(v + 1); at++) {
                int u = graph.neighbour(at);
                if (!gone[u]) {
                    left[u] -= graph.weight(at);
                    heap.decrease(u);
                }
            }
        }
        return core;
    }
}
