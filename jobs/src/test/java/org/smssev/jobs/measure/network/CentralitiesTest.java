package org.smssev.jobs.measure.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

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
    void closenessOfFourCodes() {
        assertThat(Measures.orZero(ShortestPaths.of(Graphs.fourCodes()).closeness()))
                .containsExactly(new double[] {.6, .818182, .642857, .45}, CLOSE);
    }

    @Test
    void constraintAndEffectiveSizeOfFourCodes() {
        CsrGraph graph = Graphs.fourCodes();
        assertThat(Measures.orZero(StructuralHoles.constraint(graph)))
                .containsExactly(new double[] {1.015625, .696181, 1.021267, 1.006944}, CLOSE);
        assertThat(Measures.orZero(StructuralHoles.effectiveSize(graph.degrees(), Triangles.of(graph))))
                .containsExactly(new double[] {1, 1.666667, 1.666667, 1}, CLOSE);
    }

    @Test
    void strengthCoresOfFourCodes() {
        assertThat(Cores.ofStrength(Graphs.fourCodes())).containsExactly(1.5, 1.5, 1.5, 1);
    }

    @Test
    void trianglesOfFourCodes() {
        // ABC and BCD; of the three pairs of neighbours of B, AC and CD are joined.
        long[] triangles = Triangles.of(Graphs.fourCodes());
        assertThat(triangles).containsExactly(1, 2, 2, 1);
        assertThat(Triangles.clustering(Graphs.fourCodes().degrees(), triangles))
                .containsExactly(1., 2 / 3., 2 / 3., 1.);
    }

    @Test
    void opsahlOfFourCodes() {
        // sqrt(2 2), sqrt(3 3), sqrt(3 2), sqrt(2 1)
        assertThat(Centralities.opsahl(
                        Graphs.fourCodes().degrees(), Graphs.fourCodes().strengths()))
                .containsExactly(new double[] {2, 3, 2.449490, 1.414214}, CLOSE);
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
        assertThat(Cores.ofDegree(Graphs.fourCodes())).containsExactly(2, 2, 2, 2);
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
        assertThat(measures.closeness).containsExactly(0.);
        assertThat(measures.constraint).containsOnlyNulls();
        assertThat(measures.effectiveSize).containsOnlyNulls();
        assertThat(measures.bridging).containsOnlyNulls();
        assertThat(measures.clustering).containsOnlyNulls();
        assertThat(measures.withinZ).containsOnlyNulls();
        assertThat(measures.sCore).containsExactly(0);
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
        assertThat(measures.closeness).containsExactly(4., 4.);
        assertThat(measures.constraint).containsExactly(1., 1.);
        assertThat(measures.effectiveSize).containsExactly(1., 1.);
        assertThat(measures.clustering).containsOnlyNulls();
        assertThat(measures.withinZ).as("both have the same strength").containsOnlyNulls();
        assertThat(measures.bridging).as("fewer than three nodes").containsOnlyNulls();
    }

    @Test
    void componentsAreNumberedBySize() {
        CsrGraph graph = Graphs.disconnected();
        int[] component = Groups.components(graph);
        assertThat(component).containsExactly(0, 0, 0, 2, 1, 1);
        assertThat(ShortestPaths.of(graph).betweenness()).containsExactly(0, 1, 0, 0, 0, 0);
        assertThat(ShortestPaths.of(graph).harmonic()).containsExactly(.3, .4, .3, 0, .4, .4);
        // Distances 1 and 2, 1 and 1; of five others two are reached: (2/5)(2/3), (2/5)(2/2); at distance .5,
        // (1/5)(1/.5).
        assertThat(Measures.orZero(ShortestPaths.of(graph).closeness()))
                .containsExactly(new double[] {4 / 15., .4, 4 / 15., 0, .4, .4}, CLOSE);
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
