package org.smssev.jobs.measure.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.smssev.common.config.Config;
import org.smssev.common.config.NetworkConfig;

/** Graphs for tests. */
final class Graphs {
    static final int A = 0;
    static final int B = 1;
    static final int C = 2;
    static final int D = 3;

    private Graphs() {}

    /** Counts of the families {A,B,C}, {A,B}, {A}, {B,C,D}. */
    static PairBlock fourFamilies() {
        PairBlock block = new PairBlock();
        block.add(List.of("A", "B", "C"), 2010, 100);
        block.add(List.of("A", "B"), 2011, 100);
        block.add(List.of("A"), 0, 100);
        block.add(List.of("B", "C", "D"), 2012, 100);
        return block.done();
    }

    /** Their graph, by Newman's counts: AB 1.5, AC .5, BC 1, BD .5, CD .5. */
    static CsrGraph fourCodes() {
        return CodeNetwork.of(fourFamilies(), 1).graph(NetworkConfig.Counting.NEWMAN);
    }

    static CsrGraph empty() {
        return isolates(0);
    }

    static CsrGraph isolates(int nodes) {
        return CsrGraph.of(nodes, new int[0], new int[0], new double[0]);
    }

    /** Two nodes and an edge of weight 4. */
    static CsrGraph pair() {
        return CsrGraph.of(2, new int[] {0}, new int[] {1}, new double[] {4});
    }

    /** 0 - 1 - 2 of weights 1, an isolate 3, and 4 - 5 of weight 2. */
    static CsrGraph disconnected() {
        return CsrGraph.of(6, new int[] {0, 1, 4}, new int[] {1, 2, 5}, new double[] {1, 1, 2});
    }

    /** Weights are powers of two, so that path lengths are exact and ties are true ties. */
    static CsrGraph random(int nodes, double density, long seed) {
        Random random = new Random(seed);
        int most = nodes * (nodes - 1) / 2;
        int[] lesser = new int[most];
        int[] greater = new int[most];
        double[] weight = new double[most];
        int count = 0;
        for (int a = 0; a < nodes; a++) {
            for (int b = a + 1; b < nodes; b++) {
                if (random.nextDouble() < density) {
                    lesser[count] = a;
                    greater[count] = b;
                    weight[count++] = Math.pow(2, random.nextInt(5) - 2);
                }
            }
        }
        return CsrGraph.of(
                nodes, Arrays.copyOf(lesser, count), Arrays.copyOf(greater, count), Arrays.copyOf(weight, count));
    }

    /** The graphs side by side, the nodes of each after those of the one before. */
    static CsrGraph union(CsrGraph... graphs) {
        List<int[]> ends = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        int nodes = 0;
        for (CsrGraph graph : graphs) {
            for (int v = 0; v < graph.nodes(); v++) {
                for (int at = graph.first(v); at < graph.first(v + 1); at++) {
                    if (graph.neighbour(at) > v) {
                        ends.add(new int[] {nodes + v, nodes + graph.neighbour(at)});
                        weights.add(graph.weight(at));
                    }
                }
            }
            nodes += graph.nodes();
        }
        return CsrGraph.of(
                nodes,
                ends.stream().mapToInt(e -> e[0]).toArray(),
                ends.stream().mapToInt(e -> e[1]).toArray(),
                weights.stream().mapToDouble(w -> w).toArray());
    }

    /** The same edges, each of weight 1. */
    static CsrGraph unweighted(CsrGraph graph) {
        return reweighted(graph, e -> 1);
    }

    /** The same edges with weights whose sums are rounded, so that their order shows in the last bits. */
    static CsrGraph fractions(CsrGraph graph) {
        return reweighted(graph, e -> 1 + 1.0 / (e + 3));
    }

    private static CsrGraph reweighted(CsrGraph graph, IntToDoubleFunction weightOf) {
        int[] lesser = new int[graph.edges()];
        int[] greater = new int[graph.edges()];
        double[] weight = new double[graph.edges()];
        Arrays.setAll(weight, weightOf);
        for (int v = 0; v < graph.nodes(); v++) {
            for (int at = graph.first(v); at < graph.first(v + 1); at++) {
                lesser[graph.edge(at)] = Math.min(v, graph.neighbour(at));
                greater[graph.edge(at)] = Math.max(v, graph.neighbour(at));
            }
        }
        return CsrGraph.of(graph.nodes(), lesser, greater, weight);
    }

    /** The same graph for JGraphT, with lengths 1/weight, or weights. */
    static Graph<Integer, DefaultWeightedEdge> jgrapht(CsrGraph graph, boolean lengths) {
        Graph<Integer, DefaultWeightedEdge> other = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        for (int v = 0; v < graph.nodes(); v++) {
            other.addVertex(v);
        }
        for (int v = 0; v < graph.nodes(); v++) {
            for (int at = graph.first(v); at < graph.first(v + 1); at++) {
                if (graph.neighbour(at) > v) {
                    DefaultWeightedEdge edge = other.addEdge(v, graph.neighbour(at));
                    other.setEdgeWeight(edge, lengths ? 1 / graph.weight(at) : graph.weight(at));
                }
            }
        }
        return other;
    }

    /** The settings by default, but for the choice of key nodes. */
    static NetworkConfig settings(int keyNodes, int quota, Config.Weights weights) {
        return settings(List.of(), 0, keyNodes, quota, weights);
    }

    /** The settings by default, but for the scan of communities. */
    static NetworkConfig settings(List<Double> resolutions, int stabilitySeeds) {
        return settings(resolutions, stabilitySeeds, 40, 1, Config.Weights.CRITIC);
    }

    private static NetworkConfig settings(
            List<Double> resolutions, int stabilitySeeds, int keyNodes, int quota, Config.Weights weights) {
        return new NetworkConfig(
                NetworkConfig.Level.MAIN_GROUP,
                List.of(),
                List.of(),
                1,
                100,
                NetworkConfig.Counting.NEWMAN,
                .05,
                1,
                resolutions,
                stabilitySeeds,
                20_000,
                .02,
                .1,
                weights,
                keyNodes,
                quota,
                NetworkConfig.Engine.COMPACT,
                20_000_000,
                7);
    }
}
