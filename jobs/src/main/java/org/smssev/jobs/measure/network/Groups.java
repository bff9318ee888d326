package org.smssev.jobs.measure.network;

import java.util.Arrays;

/** Groups that follow from the edges alone: connected components, and groups by label propagation. */
final class Groups {
    private Groups() {}

    /** Connected component of each node; 0 is the largest, of equal ones that with the least node comes first. */
    static int[] components(CsrGraph graph) {
        int n = graph.nodes();
        int[] component = new int[n];
        Arrays.fill(component, -1);
        int[] queue = new int[n];
        int found = 0;
        for (int root = 0; root < n; root++) {
            if (component[root] < 0) {
                component[root] = found;
                queue[0] = root;
                int reached = 1;
                for (int i = 0; i < reached; i++) {
                    for (int at = graph.first(queue[i]); at < graph.first(queue[i] + 1); at++) {
                        int u = graph.neighbour(at);
                        if (component[u] < 0) {
                            component[u] = found;
                            queue[reached++] = u;
                        }
                    }
                }
                found++;
            }
        }
        return Communities.bySize(component);
    }

    /**
     * Label propagation (Raghavan, Albert and Kumara 2007) in its synchronous form: every node starts with its own number,
     * and in each round takes the label that most of its neighbours had in the round before, of several the least. That
     * makes it the same for any order of work; a bipartite part may alternate for ever, hence a fixed number of rounds.
     *
     * @return label of each node, the number of some node; isolates keep their own
     */
    static int[] labels(CsrGraph graph, int rounds) {
        int n = graph.nodes();
        int[] label = new int[n];
        Arrays.setAll(label, v -> v);
        int[] votes = new int[n];
        for (int round = 0; round < rounds; round++) {
            int[] next = label.clone();
            for (int v = 0; v < n; v++) {
                int best = -1;
                for (int at = graph.first(v); at < graph.first(v + 1); at++) {
                    int candidate = label[graph.neighbour(at)];
                    int count = ++votes[candidate];
                    if (best < 0 || count > votes[best] || (count == votes[best] && candidate < best)) {
                        best = candidate;
                    }
                }
                for (int at = graph.first(v); at < graph.first(v + 1); at++) {
                    votes[label[graph.neighbour(at)]] = 0;
                }
                next[v] = best < 0 ? label[v] : best;
            }
            if (Arrays.equals(next, label)) {
                break;
            }
            label = next;
        }
        return label;
    }
}
