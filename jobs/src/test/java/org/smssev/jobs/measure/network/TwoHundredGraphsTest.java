package org.smssev.jobs.measure.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.ClosenessCentrality;
import org.jgrapht.alg.scoring.ClusteringCoefficient;
import org.jgrapht.alg.scoring.Coreness;
import org.jgrapht.alg.scoring.HarmonicCentrality;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.graph.AsUnweightedGraph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All measures on 200 seeded random graphs, weighted and not, connected and not: against JGraphT where it defines them
 * alike, else against their plain formulas. Weights are powers of two, as JGraphT compares lengths of paths by ==.
 */
class TwoHundredGraphsTest {
    private static final Offset<Double> CLOSE = within(1e-9);
    private static final int EACH = 50;

    private int connected;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void weightedGraphs(boolean dense) {
        IntStream.range(0, EACH).forEach(i -> check(graph(i, dense, true)));
        assertThat(connected).as("connected graphs among %s", EACH).isBetween(1, EACH);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void unweightedGraphs(boolean dense) {
        IntStream.range(EACH, 2 * EACH).forEach(i -> check(graph(i, dense, false)));
        assertThat(connected).as("connected graphs among %s", EACH).isBetween(1, EACH);
    }

    /** From 2 to 31 nodes; dense ones mostly hang together, sparse ones mostly do not. */
    private static CsrGraph graph(int i, boolean dense, boolean weighted) {
        Random random = new Random(1_000 + i);
        int nodes = 2 + random.nextInt(30);
        double density = dense ? .2 + .6 * random.nextDouble() : (.5 + 3 * random.nextDouble()) / nodes;
        CsrGraph graph = Graphs.random(nodes, density, i);
        return weighted ? graph : Graphs.unweighted(graph);
    }

    private void check(CsrGraph graph) {
        Measures measures = new Measures(graph, graph, Communities.leiden(graph, 1, 7));
        boolean isConnected = Arrays.stream(measures.component).max().orElse(0) == 0;
        connected += isConnected ? 1 : 0;
        againstJGraphT(graph, measures, isConnected);
        againstFormulas(graph, measures);
    }

    private static void againstJGraphT(CsrGraph graph, Measures measures, boolean isConnected) {
        Graph<Integer, DefaultWeightedEdge> lengths = Graphs.jgrapht(graph, true);
        Graph<Integer, DefaultWeightedEdge> hops = new AsUnweightedGraph<>(lengths);
        int n = graph.nodes();
        same(ShortestPaths.of(graph).betweenness(), new BetweennessCentrality<>(lengths).getScores());
        same(measures.harmonic, new HarmonicCentrality<>(lengths, false, true).getScores());
        same(HopBetweenness.of(graph, Sources.all(n)), new BetweennessCentrality<>(hops).getScores());
        same(measures.pageRank, new PageRank<>(Graphs.jgrapht(graph, false), .85, 10_000, 1e-14).getScores());
        Map<Integer, Integer> cores = new Coreness<>(hops).getScores();
        Map<Integer, Double> clustering = new ClusteringCoefficient<>(hops).getScores();
        for (int v = 0; v < n; v++) {
            assertThat(measures.core[v]).isEqualTo(cores.get(v));
            if (graph.degree(v) > 1) {
                assertThat(measures.clustering[v]).isEqualTo(clustering.get(v), CLOSE);
            }
        }
        if (isConnected) {
            Map<Integer, Double> closeness = new ClosenessCentrality<>(lengths, false, true).getScores();
            same(Measures.orZero(measures.closeness), closeness);
        }
        Set<Set<Integer>> components =
                new ConnectivityInspector<>(hops).connectedSets().stream().collect(Collectors.toSet());
        Set<Set<Integer>> ours = IntStream.range(0, n)
                .boxed()
                .collect(Collectors.groupingBy(v -> measures.component[v], Collectors.toSet()))
                .values()
                .stream()
                .collect(Collectors.toSet());
        assertThat(ours).isEqualTo(components);
    }

    private static void same(double[] ours, Map<Integer, Double> theirs) {
        double[] expected = new double[ours.length];
        theirs.forEach((v, score) -> expected[v] = score);
        assertThat(ours).containsExactly(expected, CLOSE);
    }

    private static void againstFormulas(CsrGraph graph, Measures measures) {
        PlainFormulas plain = new PlainFormulas(graph);
        int n = graph.nodes();
        int[] community = measures.community;
        assertThat(ShortestPaths.of(graph).betweenness()).containsExactly(plain.betweenness(), CLOSE);
        assertThat(Measures.orZero(measures.closeness)).containsExactly(plain.closeness(), CLOSE);
        assertThat(measures.sCore).containsExactly(plain.strengthCores(), CLOSE);
        assertThat(Groups.labels(graph, 5)).isEqualTo(plain.labels(5));
        assertThat(Triangles.of(graph))
                .isEqualTo(IntStream.range(0, n).mapToLong(plain::triangles).toArray());
        same(measures.constraint, plain::constraint);
        same(measures.effectiveSize, plain::effectiveSize);
        same(measures.participation, v -> plain.participation(v, community));
        same(measures.withinZ, v -> plain.withinZ(v, community));
        same(measures.bridging, v -> measures.betweenness == null ? null : plain.bridging(v, measures.betweenness[v]));
        isEigenvector(plain, measures);
    }

    private static void same(Double[] ours, IntFunction<Double> formula) {
        for (int v = 0; v < ours.length; v++) {
            Double expected = formula.apply(v);
            if (expected == null) {
                assertThat(ours[v]).isNull();
            } else {
                assertThat(ours[v]).isEqualTo(expected, CLOSE);
            }
        }
    }

    /** {@code A x = lambda x} with x at least 0 has one solution in a component: that is the definition itself. */
    private static void isEigenvector(PlainFormulas plain, Measures measures) {
        double[] x = Measures.orZero(measures.eigenvector);
        if (Arrays.stream(x).max().orElse(0) == 0) {
            return;
        }
        assertThat(Arrays.stream(x).max()).hasValue(1);
        double[] product = Arrays.stream(plain.weight)
                .mapToDouble(row -> IntStream.range(0, plain.n)
                        .mapToDouble(u -> row[u] * x[u])
                        .sum())
                .toArray();
        double eigenvalue = Arrays.stream(product).max().orElseThrow();
        for (int v = 0; v < plain.n; v++) {
            assertThat(x[v]).isGreaterThanOrEqualTo(0);
            assertThat(product[v] / eigenvalue).isEqualTo(x[v], CLOSE);
        }
    }
}
