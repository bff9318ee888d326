package org.smssev.jobs.measure.network;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** All measures of the nodes of a network; arrays by node, null where undefined. */
final class Measures {
    /** What is asked of an engine for the whole network. */
    static final Set<EngineMeasure> OF_NETWORK = EnumSet.of(
            EngineMeasure.DEGREE,
            EngineMeasure.STRENGTH,
            EngineMeasure.PAGERANK,
            EngineMeasure.TRIANGLES,
            EngineMeasure.COMPONENT);

    /** What is asked of an engine for the backbone: the whole network is one dense core, and takes one label. */
    static final Set<EngineMeasure> OF_BACKBONE = EnumSet.of(EngineMeasure.CORE, EngineMeasure.LABEL);

    final int[] degree;
    final double[] strength;
    final double[] opsahl;
    final double[] pageRank;

    /** Normalised; null as a whole where the graph has fewer than three nodes. */
    final double[] betweenness;

    /** Bound on the error of both betweennesses; 0 where they are exact. */
    final double betweennessEpsilon;

    /** Normalised, in hops on the backbone; null as a whole where the graph has fewer than three nodes. */
    final double[] betweennessBackbone;

    final Double[] closeness;
    final double[] harmonic;
    final Double[] eigenvector;

    /** On the backbone. */
    final int[] core;

    /** On the backbone. */
    final double[] sCore;

    final Double[] clustering;
    final Double[] constraint;
    final Double[] effectiveSize;
    final Double[] bridging;
    final Double[] participation;
    final Double[] withinZ;
    final Double[] betweennessResidual;
    final int[] component;
    final int[] community;

    /** Groups by label propagation on the backbone. */
    final int[] label;

    /** Exact measures of a graph with the given backbone and communities, by the compact engine. */
    Measures(CsrGraph graph, CsrGraph backbone, int[] community) {
        this(
                graph,
                backbone,
                community,
                NodeFigures.of(graph, OF_NETWORK),
                NodeFigures.of(backbone, OF_BACKBONE),
                Sources.all(graph.nodes()));
    }

    /**
     * Measures of a graph.
     *
     * @param figures what an engine found of {@link #OF_NETWORK}
     * @param backboneFigures what an engine found of {@link #OF_BACKBONE}
     * @param sources sources of the shortest paths
     */
    Measures(
            CsrGraph graph,
            CsrGraph backbone,
            int[] community,
            NodeFigures figures,
            NodeFigures backboneFigures,
            Sources sources) {
        this.community = community;
        degree = figures.degree();
        strength = figures.strength();
        opsahl = Centralities.opsahl(degree, strength);
        component = figures.component();
        pageRank = figures.pageRank();
        eigenvector = Centralities.eigenvector(graph, component);
        core = backboneFigures.core();
        label = backboneFigures.label();
        sCore = Cores.ofStrength(backbone);
        participation = Roles.participation(graph, community);
        withinZ = Roles.withinZ(graph, community);
        clustering = Triangles.clustering(degree, figures.triangles());
        effectiveSize = StructuralHoles.effectiveSize(degree, figures.triangles());
        constraint = StructuralHoles.constraint(graph);
        ShortestPaths paths = ShortestPaths.of(graph, sources);
        harmonic = paths.harmonic();
        closeness = paths.closeness();
        betweenness = ShortestPaths.normalise(paths.betweenness());
        betweennessEpsilon = sources.epsilon();
        betweennessBackbone = ShortestPaths.normalise(HopBetweenness.of(backbone, sources));
        bridging = StructuralHoles.bridging(graph, betweenness);
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
