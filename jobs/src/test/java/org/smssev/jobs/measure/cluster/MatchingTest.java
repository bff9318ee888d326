package org.smssev.jobs.measure.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jgrapht.alg.matching.MaximumWeightBipartiteMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.junit.jupiter.api.Test;

class MatchingTest {
    @Test
    void theGreatestSumWinsOverTheGreatestPair() {
        double[][] weights = {{.9, .8}, {.7, 0}};
        assertThat(Matching.of(weights, 2)).containsExactly(1, 0);
    }

    @Test
    void pairsOfWeightZeroAreNone() {
        assertThat(Matching.of(new double[][] {{0, 0}, {0, .5}, {0, .4}}, 2)).containsExactly(-1, 1, -1);
    }

    @Test
    void nothingMatchesNothing() {
        assertThat(Matching.of(new double[0][0], 0)).isEmpty();
        assertThat(Matching.of(new double[2][0], 0)).containsExactly(-1, -1);
    }

    @Test
    void sumsAreThoseOfAnIndependentSolver() {
        Random random = new Random(17);
        for (int trial = 0; trial < 200; trial++) {
            int rows = 1 + random.nextInt(9);
            int columns = 1 + random.nextInt(9);
            double[][] weights = new double[rows][columns];
            for (double[] row : weights) {
                for (int c = 0; c < columns; c++) {
                    row[c] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
                }
            }

            int[] matched = Matching.of(weights, columns);

            double sum = 0;
            for (int r = 0; r < rows; r++) {
                sum += matched[r] < 0 ? 0 : weights[r][matched[r]];
            }
            assertThat(sum).isCloseTo(independent(weights, columns), within(1e-9));
            int[] used = Arrays.stream(matched).filter(c -> c >= 0).toArray();
            assertThat(Arrays.stream(used).distinct().count()).isEqualTo(used.length);
        }
    }

    private static double independent(double[][] weights, int columns) {
        SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        Set<Integer> left = IntStream.range(0, weights.length).boxed().collect(Collectors.toCollection(TreeSet::new));
        Set<Integer> right = IntStream.range(100, 100 + columns).boxed().collect(Collectors.toCollection(TreeSet::new));
        left.forEach(graph::addVertex);
        right.forEach(graph::addVertex);
        for (int r = 0; r < weights.length; r++) {
            for (int c = 0; c < columns; c++) {
                if (weights[r][c] > 0) {
                    graph.setEdgeWeight(graph.addEdge(r, 100 + c), weights[r][c]);
                }
            }
        }
        return new MaximumWeightBipartiteMatching<>(graph, left, right)
                .getMatching()
                .getWeight();
    }
}
