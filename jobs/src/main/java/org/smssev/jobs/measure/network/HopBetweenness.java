package org.smssev.jobs.measure.network;

import java.util.Arrays;

/** Betweenness where every edge is one hop long, by the algorithm of Brandes (2001) with breadth-first search. */
final class HopBetweenness {
    private HopBetweenness() {}

    /** Betweenness of each node over unordered pairs, not normalised; O(m) time for each source. */
    static double[] of(CsrGraph graph, Sources sources) {
        double[] sums = SourceBlocks.sum(sources.nodes(), graph.nodes(), () -> new Search(graph));
        for (int v = 0; v < sums.length; v++) {
            sums[v] *= sources.scale() / 2;
        }
        return sums;
    }

    /** Work space of the search from one source after another. */
    private static final class Search implements SourceBlocks.FromSource {
        private final CsrGraph graph;
        private final int[] hops;
        private final int[] queue;
        private final double[] paths;
        private final double[] dependency;

        Search(CsrGraph graph) {
            this.graph = graph;
            this.hops = new int[graph.nodes()];
            this.queue = new int[graph.nodes()];
            this.paths = new double[graph.nodes()];
            this.dependency = new double[graph.nodes()];
        }

        @Override
        public void add(int source, double[] sums) {
            int reached = search(source);
            for (int i = reached - 1; i > 0; i--) {
                int w = queue[i];
                double share = (1 + dependency[w]) / paths[w];
                for (int at = graph.first(w); at < graph.first(w + 1); at++) {
                    int v = graph.neighbour(at);
                    if (hops[v] == hops[w] - 1) {
                        dependency[v] += paths[v] * share;
                    }
                }
                sums[w] += dependency[w];
            }
        }

        private int search(int source) {
            Arrays.fill(hops, -1);
            Arrays.fill(paths, 0);
            Arrays.fill(dependency, 0);
            hops[source] = 0;
            paths[source] = 1;
            queue[0] = source;
            int reached = 1;
            for (int i = 0; i < reached; i++) {
                int v = queue[i];
                for (int at = graph.first(v); at < graph.first(v + 1); at++) {
                    int w = graph.neighbour(at);
                    if (hops[w] < 0) {
                        hops[w] = hops[v] + 1;
                        queue[reached++] = w;
                    }
                    if (hops[w] == hops[v] + 1) {
                        paths[w] += paths[v];
                    }
                }
            }
            return reached;
        }
    }
}
