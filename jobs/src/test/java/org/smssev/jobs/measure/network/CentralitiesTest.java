package org.smssev.jobs.measure.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.assertj.core.data.Offset;
import org.jgrapht.Graph;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.Coreness;
import org.jgrapht.alg.scoring.HarmonicCentrality;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.graph.AsUnweightedGraph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CentralitiesTest {
    private static final Offset<Double> CLOSE = within(1e-6);

    @Test
    void strengthOfFourCodes() {
        assertThat(Graphs.fourCodes().strengths()).containsExactly(2, 3, 2, 1);
        assertThat(Graphs.fourCodes().degrees()).containsExactly(2, 3, 3, 2);
    }

    @Test
    void betweennessOfFourCodes() {
        double[] betweenness = ShortestPaths.of(Graphs.fourCodes()).betweenness();
        assertThat(betweenness).containsExactly(0, 2, 0, 0);
        assertThat(ShortestPaths.normalise(betweenness)[Graphs.B]).isEqualTo(0.666667, CLOSE);
    }

    @Test
    void harmonicOfFourCodes() {
        assertThat(ShortestPaths.of(Graphs.fourCodes()).harmonic())
                .containsExactly(new double[] {.825, 1, .7, .458333}, CLOSE);
    }

    @Test
    void pageRankOfFourCodes() {
        assertThat(Centralities.pageRank(Graphs.fourCodes()))
                .containsExactly(new double[] {.244530, .361026, .252205, .142239}, CLOSE);
    }

    @Test
    void eigenvectorOfFourCodes() {
        Double[] values = Centralities.eigenvector(Graphs.fourCodes(), new int[4]);
        assertThat(Measures.orZero(values)).containsExactly(new double[] {.847555, 1, .735441, .393764}, CLOSE);
    }

    @Test
    void fourCodesAreOneCore() {
        assertThat(Centralities.cores(Graphs.fourCodes())).containsExactly(2, 2, 2, 2);
    }

    @Test
    void modularityOfTwoHalves() {
        double[] parts = Communities.modularityParts(Graphs.fourCodes(), new int[] {0, 0, 1, 1}, 1);
        assertThat(Arrays.stream(parts).sum()).isEqualTo(-0.03125, CLOSE);
    }

    @Test
    void disparityOfAB() {
        // From A: (1 - 1.5/2)^1; from B: (1 - 1.5/3)^2; both are .25.
        assertThat(Disparity.alphas(Graphs.fourCodes())[0]).isEqualTo(.25, CLOSE);
    }

    @Test
    void endOfDegreeOneLeavesTheDecisionToTheOther() {
        // A star of three: the centre gives (1 - 2/4)^2, the leaves 1.
        CsrGraph star = CsrGraph.of(4, new int[] {0, 0, 0}, new int[] {1, 2, 3}, new double[] {2, 1, 1});
        assertThat(Disparity.alphas(star)).containsExactly(.25, .5625, .5625);
        assertThat(Disparity.backbone(Disparity.alphas(star), .3)).containsExactly(true, false, false);
        assertThat(star.withEdges(new boolean[] {false, true, false}).degrees()).containsExactly(1, 0, 1, 0);
    }

    @ParameterizedTest
    @CsvSource({"40, .1, 1", "60, .05, 2", "30, .6, 3", "80, .02, 4", "50, .3, 5"})
    void agreesWithJGraphT(int nodes, double density, long seed) {
        CsrGraph graph = Graphs.random(nodes, density, seed);
        Graph<Integer, DefaultWeightedEdge> lengths = Graphs.jgrapht(graph, true);
        Graph<Integer, DefaultWeightedEdge> hops = new AsUnweightedGraph<>(lengths);
        ShortestPaths paths = ShortestPaths.of(graph);
        assertEqual(paths.betweenness(), new BetweennessCentrality<>(lengths).getScores());
        assertEqual(paths.harmonic(), new HarmonicCentrality<>(lengths, false, true).getScores());
        assertEqual(HopBetweenness.of(graph), new BetweennessCentrality<>(hops).getScores());
        assertEqual(
                Centralities.pageRank(graph),
                new PageRank<>(Graphs.jgrapht(graph, false), .85, 1_000, 1e-14).getScores());
        Map<Integer, Integer> cores = new Coreness<>(hops).getScores();
        int[] expectedCores = new int[nodes];
        Arrays.setAll(expectedCores, cores::get);
        assertThat(Centralities.cores(graph)).isEqualTo(expectedCores);
    }

    private static void assertEqual(double[] ours, Map<Integer, Double> theirs) {
        double[] expected = new double[ours.length];
        theirs.forEach((v, score) -> expected[v] = score);
        assertThat(ours).containsExactly(expected, within(1e-8));
    }

    @Test
    void roundingBreaksNoTie() {
        // Lengths .1 + .3 over node 1 and .3 + .1000000000000001 over node 2: equal up to rounding, so half each.
        CsrGraph square = CsrGraph.of(4, new int[] {0, 0, 1, 2}, new int[] {1, 2, 3, 3}, new double[] {
            10, 1 / .3, 1 / .3, 1 / .1000000000000001
        });
        assertThat(ShortestPaths.of(square).betweenness()).containsExactly(.5, .5, .5, .5);
    }

    @Test
    void emptyGraphHasNoValues() {
        CsrGraph empty = Graphs.empty();
        Measures measures = new Measures(empty, empty, Communities.leiden(empty, 1, 7));
        assertThat(measures.nodes()).isZero();
        assertThat(measures.betweenness).isNull();
        assertThat(measures.pageRank).isEmpty();
    }

    @Test
    void oneNodeHasAllThePageRankAndNoBetweenness() {
        CsrGraph one = Graphs.isolates(1);
        Measures measures = new Measures(one, one, Communities.leiden(one, 1, 7));
        assertThat(measures.pageRank).containsExactly(1);
        assertThat(measures.harmonic).containsExactly(0);
        assertThat(measures.betweenness).isNull();
        assertThat(measures.eigenvector).containsOnlyNulls();
        assertThat(measures.participation).containsOnlyNulls();
    }

    @Test
    void isolatesShareThePageRank() {
        CsrGraph isolates = Graphs.isolates(4);
        Measures measures = new Measures(isolates, isolates, Communities.leiden(isolates, 1, 7));
        assertThat(measures.pageRank).containsExactly(.25, .25, .25, .25);
        assertThat(measures.betweenness).containsOnly(0);
        assertThat(measures.betweennessResidual).containsOnlyNulls();
        assertThat(measures.core).containsOnly(0);
    }

    @Test
    void pairIsBipartiteAndStillSettles() {
        Measures measures = new Measures(Graphs.pair(), Graphs.pair(), new int[2]);
        assertThat(measures.eigenvector).containsExactly(1., 1.);
        assertThat(measures.harmonic).containsExactly(4, 4);
        assertThat(measures.participation).containsExactly(0., 0.);
    }

    @Test
    void componentsAreNumberedBySize() {
        CsrGraph graph = Graphs.disconnected();
        int[] component = Centralities.components(graph);
        assertThat(component).containsExactly(0, 0, 0, 2, 1, 1);
        assertThat(ShortestPaths.of(graph).betweenness()).containsExactly(0, 1, 0, 0, 0, 0);
        assertThat(ShortestPaths.of(graph).harmonic()).containsExactly(.3, .4, .3, 0, .4, .4);
        assertThat(Arrays.stream(Centralities.pageRank(graph)).sum()).isEqualTo(1, CLOSE);
        Double[] eigenvector = Centralities.eigenvector(graph, component);
        assertThat(eigenvector[0]).isEqualTo(Math.sqrt(.5), CLOSE);
        assertThat(eigenvector[4]).isNull();
    }

    @Test
    void residualIsZeroWhereStrengthExplainsAll() {
        double[] strength = {1, 3, 7, 15};
        Double[] residual = Centralities.betweennessResidual(new double[] {0, 3, 7, 15}, strength);
        assertThat(residual[0]).isNull();
        assertThat(residual[1]).isEqualTo(0, CLOSE);
        assertThat(residual[3]).isEqualTo(0, CLOSE);
    }

    @Test
    void sameBitsOnAnyNumberOfThreads() throws Exception {
        CsrGraph graph = Graphs.random(150, .2, 9);
        ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool five = new ForkJoinPool(5);
        double[] serial =
                one.submit(() -> ShortestPaths.of(graph).betweenness()).get();
        double[] parallel =
                five.submit(() -> ShortestPaths.of(graph).betweenness()).get();
        one.shutdown();
        five.shutdown();
        assertThat(parallel).isEqualTo(serial);
    }

    @Test
    void edgesOutOfOrderAreRefused() {
        assertThatThrownBy(() -> CsrGraph.of(3, new int[] {1, 0}, new int[] {2, 1}, new double[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Edge 0 - 1 with weight 1.0 is out of order");
    }
}
