package org.smssev.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkDrawingTest {
    private final SampleNetwork network = SampleNetwork.of(new Random(3));

    @Test
    void drawsTheStrongestCodesInsideTheSquare() {
        NetworkDrawing drawing = NetworkDrawing.of(network.nodes(), network.edges(), 40);
        assertThat(drawing.nodes()).hasSize(40);
        double weakestDrawn = drawing.nodes().get(39).strength();
        assertThat(network.nodes().stream().filter(node -> node.strength() > weakestDrawn))
                .hasSize(39);
        assertThat(drawing.x()).allMatch(x -> x >= 0 && x <= 1);
        assertThat(drawing.y()).allMatch(y -> y >= 0 && y <= 1);
    }

    @Test
    void codesOfACommunityLieCloserThanOthers() {
        NetworkDrawing drawing = NetworkDrawing.of(network.nodes(), network.edges(), 150);
        double within = 0;
        double between = 0;
        long pairsWithin = 0;
        long pairsBetween = 0;
        for (int i = 0; i < 150; i++) {
            for (int j = 0; j < i; j++) {
                double distance = Math.hypot(
                        drawing.x().get(i) - drawing.x().get(j),
                        drawing.y().get(i) - drawing.y().get(j));
                if (drawing.nodes().get(i).community() == drawing.nodes().get(j).community()) {
                    within += distance;
                    pairsWithin++;
                } else {
                    between += distance;
                    pairsBetween++;
                }
            }
        }
        assertThat(within / pairsWithin).isLessThan(0.6 * between / pairsBetween);
    }

    @Test
    void codesWithoutLinksAndNoCodesAreDrawn() {
        assertThat(NetworkDrawing.of(network.nodes(), List.of(), 5).x()).hasSize(5);
        assertThat(NetworkDrawing.of(network.nodes(), List.of(), 1).x()).containsExactly(0.5);
        assertThat(NetworkDrawing.of(List.of(), List.of(), 5).nodes()).isEmpty();
        assertThat(NetworkDrawing.of(network.nodes(), network.edges(), 0).nodes())
                .isEmpty();
    }
}
