package org.smssev.jobs.measure.network;

import java.util.Arrays;

/**
 * Betweenness where every edge is one hop long, by the algorithm of Brandes (2001) with breadth-first search. Between two
 * levels the edges are walked from the side that has fewer: where most nodes are two hops away, as in dense networks, that
 * leaves most edges out (Beamer, Asanovic and Patterson 2012).
 */
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
        /** Nodes in the order of their levels. */
        private final int[] queue;

        /** Where each level starts in the queue, and the degrees of its nodes together. */
        private final int[] starts;

        private final long[] degrees;
        /** Nodes not reached when it was last looked through. */
        private final int[] rest;

        private final double[] paths;
        private final double[] dependency;
        private final double[] share;

        Search(CsrGraph graph) {
            int n = graph.nodes();
            this.graph = graph;
            this.hops = new int[n];
            this.queue = new int[n];
            this.starts = new int[n + 2];
            this.degrees = new long[n + 1];
            this.rest = new int[n];
            this.paths = new double[n];
            this.dependency = new double[n];
            this.share = new double[n];
        }

        @Override
        public void add(int source, double[] sums) {
            for (int level = search(source); level > 0; level--) {
                for (int i = starts[level]; i < starts[level + 1]; i++) {
                    int w = queue[i];
                    sums[w] += dependency[w];
                    share[w] = (1 + dependency[w]) / paths[w];
                }
                if (level > 1 && degrees[level] <= degrees[level - 1]) {
                    giveUp(level);
                } else if (level > 1) {
                    take(level - 1);
                }
            }
        }

        /** The nodes of a level give their share to those before them. */
        private void giveUp(int level) {
            for (int i = starts[level]; i < starts[level + 1]; i++) {
                int w = queue[i];
                for (int at = graph.first(w); at < graph.first(w + 1); at++) {
                    int v = graph.neighbour(at);
                    if (hops[v] == level - 1) {
                        dependency[v] += paths[v] * share[w];
                    }
                }
            }
        }

        /** The nodes of a level take the shares of those behind them. */
        private void take(int level) {
            for (int i = starts[level]; i < starts[level + 1]; i++) {
                int v = queue[i];
                double sum = 0;
                for (int at = graph.first(v); at < graph.first(v + 1); at++) {
                    int w = graph.neighbour(at);
                    if (hops[w] == level + 1) {
                        sum += share[w];
                    }
                }
                dependency[v] = paths[v] * sum;
            }
        }

        /** Finds the levels; gives the last. */
        private int search(int source) {
            Arrays.fill(hops, -1);
            Arrays.fill(paths, 0);
            Arrays.fill(dependency, 0);
            Arrays.setAll(rest, v -> v);
            int left = rest.length;
            long leftDegrees = 2L * graph.edges() - degree(source);
            hops[source] = 0;
            paths[source] = 1;
            queue[0] = source;
            starts[1] = 1;
            degrees[0] = degree(source);
            for (int level = 0; ; level++) {
                if (degrees[level] <= leftDegrees) {
                    starts[level + 2] = goOn(level, starts[level + 1]);
                } else {
                    left = lookBack(level, left);
                }
                int end = starts[level + 2];
                degrees[level + 1] = 0;
                for (int i = starts[level + 1]; i < end; i++) {
                    degrees[level + 1] += degree(queue[i]);
                }
                leftDegrees -= degrees[level + 1];
                if (end == starts[level + 1]) {
                    return level;
                }
            }
        }

        /** Finds the next level from the nodes of a level; gives the end of the queue. */
        private int goOn(int level, int reached) {
            int end = reached;
            for (int i = starts[level]; i < starts[level + 1]; i++) {
                int v = queue[i];
                for (int at = graph.first(v); at < graph.first(v + 1); at++) {
                    int w = graph.neighbour(at);
                    if (hops[w] < 0) {
                        hops[w] = level + 1;
                        queue[end++] = w;
                    }
                    if (hops[w] == level + 1) {
                        paths[w] += paths[v];
                    }
                }
            }
            return end;
        }

        /** Finds the next level from the nodes not yet reached; gives how many are left. */
        private int lookBack(int level, int before) {
            int end = starts[level + 1];
            int left = 0;
            for (int i = 0; i < before; i++) {
                int w = rest[i];
                if (hops[w] >= 0) {
                    continue;
                }
                for (int at = graph.first(w); at < graph.first(w + 1); at++) {
                    int v = graph.neighbour(at);
                    if (hops[v] == level) {
                        paths[w] += paths[v];
                    }
                }
                if (paths[w] > 0) {
                    hops[w] = level + 1;
                    queue[end++] = w;
                } else {
                    rest[left++] = w;
                }
            }
            starts[level + 2] = end;
            return left;
        }

        private int degree(int v) {
            return graph.first(v + 1) - graph.first(v);
        }
    }
}
