package org.smssev.jobs.measure.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SourcesTest {
    @Test
    void sampleIsAsLargeAsTheBoundNeeds() {
        // ln(2 1000 / .1) / (2 .1^2) = 495.2
        Sources sources = Sources.bounded(1_000, 500, .1, .1, 7);
        assertThat(sources.nodes()).hasSize(496).doesNotHaveDuplicates();
        assertThat(sources.nodes()).isSorted();
        assertThat(sources.isExact()).isFalse();
        assertThat(sources.epsilon()).isEqualTo(.1 * 1_000 / 998, within(1e-12));
    }

    @Test
    void smallGraphsAndTightBoundsAreExact() {
        assertThat(Sources.bounded(500, 500, .1, .1, 7).isExact()).isTrue();
        // method: 7,500 nodes within .01 would need 59,592 sources
        assertThat(Sources.bounded(7_500, 0, .01, .1, 7)).satisfies(s -> {
            assertThat(s.isExact()).isTrue();
            assertThat(s.epsilon()).isZero();
        });
        assertThat(Sources.bounded(0, 0, .1, .1, 7).nodes()).isEmpty();
    }

    @Test
    void sameSeedDrawsTheSameSources() {
        assertThat(Sources.bounded(1_000, 0, .1, .1, 7).nodes())
                .isEqualTo(Sources.bounded(1_000, 0, .1, .1, 7).nodes())
                .isNotEqualTo(Sources.bounded(1_000, 0, .1, .1, 8).nodes());
    }

    @Test
    void sampledBetweennessStaysWithinItsBound() {
        CsrGraph graph = Graphs.random(600, .01, 3);
        double[] exact = ShortestPaths.normalise(ShortestPaths.of(graph).betweenness());
        for (long seed = 0; seed < 10; seed++) {
            Sources sources = Sources.bounded(600, 0, .15, .01, seed);
            assertThat(sources.nodes().length).isLessThan(300);
            double[] sampled =
                    ShortestPaths.normalise(ShortestPaths.of(graph, sources).betweenness());
            assertThat(sampled).containsExactly(exact, within(sources.epsilon()));
            // Hoeffding's bound is wide; what is found is closer by far, but not exact.
            double error = greatestError(exact, sampled);
            assertThat(error).isBetween(1e-6, sources.epsilon() / 3);
        }
    }

    private static double greatestError(double[] exact, double[] sampled) {
        double greatest = 0;
        for (int v = 0; v < exact.length; v++) {
            greatest = Math.max(greatest, Math.abs(exact[v] - sampled[v]));
        }
        return greatest;
    }

    @Test
    void sampledClosenessIsNearTheExactOne() {
        CsrGraph graph = Graphs.random(600, .02, 4);
        ShortestPaths exact = ShortestPaths.of(graph);
        ShortestPaths sampled = ShortestPaths.of(graph, Sources.bounded(600, 0, .15, .1, 7));
        double mean = Arrays.stream(exact.harmonic()).average().orElseThrow();
        assertThat(sampled.harmonic()).containsExactly(exact.harmonic(), within(.2 * mean));
        assertThat(Measures.orZero(sampled.closeness()))
                .containsExactly(Measures.orZero(exact.closeness()), within(.2 * mean));
    }

    @Test
    void sampleOfAllNodesGivesTheExactFigures() {
        CsrGraph graph = Graphs.disconnected();
        ShortestPaths exact = ShortestPaths.of(graph);
        ShortestPaths all = ShortestPaths.of(graph, new Sources(new int[] {0, 1, 2, 3, 4, 5}, 6, 0));
        assertThat(all.betweenness()).isEqualTo(exact.betweenness());
        // Only node 4 and the isolate are sources: 5 is reached, the others have no distance to tell of.
        ShortestPaths two = ShortestPaths.of(graph, new Sources(new int[] {3, 4}, 6, .1));
        assertThat(two.closeness()).containsExactly(null, null, null, 0.0, null, .4);
    }
}
