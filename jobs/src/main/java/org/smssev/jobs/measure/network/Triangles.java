package org.smssev.jobs.measure.network;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Triangles through each node, and the clustering coefficient made of them. */
final class Triangles {
    private Triangles() {}

    /**
     * Triangles through each node. Each is found once, from its node of least degree; O(m^1.5) time. Source: Latapy
     * (2008), Main-memory triangle computations for very large (sparse (power-law)) graphs.
     */
    static long[] of(CsrGraph graph) {
        int n = graph.nodes();
        int[] place = placesByDegree(graph);
        int[] first = new int[n + 1];
        int[] later = new int[graph.edges()];
        int count = 0;
        for (int v = 0; v < n; v++) {
            first[v] = count;
            for (int at = graph.first(v); at < graph.first(v + 1); at++) {
                if (place[graph.neighbour(at)] > place[v]) {
                    later[count++] = graph.neighbour(at);
                }
            }
        }
        first[n] = count;
        return count(first, later);
    }

    /** Counts in the graph whose edges each stand once, at the end that comes first. */
    private static long[] count(int[] first, int[] later) {
        long[] triangles = new long[first.length - 1];
        int[] markedBy = new int[triangles.length];
        Arrays.fill(markedBy, -1);
        for (int v = 0; v < triangles.length; v++) {
            for (int at = first[v]; at < first[v + 1]; at++) {
                markedBy[later[at]] = v;
            }
            for (int at = first[v]; at < first[v + 1]; at++) {
                int u = later[at];
                for (int on = first[u]; on < first[u + 1]; on++) {
                    if (markedBy[later[on]] == v) {
                        triangles[v]++;
                        triangles[u]++;
                        triangles[later[on]]++;
                    }
                }
            }
        }
        return triangles;
    }

    /** Nodes in the order of their degree, ties in node order: hubs come last, so that few edges stand at them. */
    private static int[] placesByDegree(CsrGraph graph) {
        int[] place = new int[graph.nodes()];
        int[] order = IntStream.range(0, graph.nodes())
                .boxed()
                .sorted((a, b) -> Integer.compare(graph.degree(a), graph.degree(b)))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
        return place;
    }

    /**
     * Clustering coefficient, 0 to 1: the share of pairs of neighbours that are neighbours themselves. Null below two
     * neighbours. Source: Watts and Strogatz (1998).
     */
    static Double[] clustering(int[] degree, long[] triangles) {
        Double[] clustering = new Double[degree.length];
        Arrays.setAll(
                clustering, v -> degree[v] < 2 ? null : 2.0 * triangles[v] / ((double) degree[v] * (degree[v] - 1.0)));
        return clustering;
    }
}
