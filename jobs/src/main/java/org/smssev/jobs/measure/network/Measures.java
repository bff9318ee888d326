package org.smssev.jobs.measure.network;

import java.util.Arrays;

/** All measures of the nodes of a network; arrays by node, null where undefined. */
final class Measures {
    final int[] degree;
    final double[] strength;
    final double[] pageRank;

    /** Normalised; null as a whole where the graph has fewer than three nodes. */
    final double[] betweenness;

    /** Normalised, in hops on the backbone; null as a whole where the graph has fewer than three nodes. */
    final double[] betweennessBackbone;

    final double[] harmonic;
    final Double[] eigenvector;

    /** On the backbone: the whole network is one dense core. */
    final int[] core;

    final Double[] participation;
    final Double[] betweennessResidual;
    final int[] component;
    final int[] community;

    /** Measures of a graph with the given backbone and communities. */
    Measures(CsrGraph graph, CsrGraph backbone, int[] community) {
        this.community = community;
        degree = graph.degrees();
        strength = graph.strengths();
        component = Centralities.components(graph);
        pageRank = Centralities.pageRank(graph);
        eigenvector = Centralities.eigenvector(graph, component);
        core = Centralities.cores(backbone);
        participation = Centralities.participation(graph, community);
        ShortestPaths paths = ShortestPaths.of(graph);
        harmonic = paths.harmonic();
        betweenness = ShortestPaths.normalise(paths.betweenness());
        betweennessBackbone = ShortestPaths.normalise(HopBetweenness.of(backbone));
        betweennessResidual = Centralities.betweennessResidual(paths.betweenness(), strength);
    }

    int nodes() {
        return degree.length;
    }

    /** Values of an array that may be undefined as a whole. */
    static Double at(double[] values, int node) {
        return values == null ? null : values[node];
    }

    /** The values with 0 for undefined ones: only to rank and to scale, never to be shown. */
    static double[] orZero(Double[] values) {
        return Arrays.stream(values).mapToDouble(v -> v == null ? 0 : v).toArray();
    }

    /** Zeros where the array is undefined as a whole. */
    static double[] orZero(double[] values, int nodes) {
        return values == null ? new double[nodes] : values;
    }
}
