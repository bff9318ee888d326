package org.smssev.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.NetworkTables.IpcNode;

class NetworkDrawingTest {
    private final SampleNetwork network = SampleNetwork.of(new Random(3));

    @Test
    void codesLieInsideTheSquareInTheirOrder() {
        NetworkDrawing drawing = NetworkDrawing.of(network.nodes().subList(0, 40), network.edges());
        assertThat(drawing.x()).hasSize(40).allMatch(x -> x >= 0 && x <= 1);
        assertThat(drawing.y()).hasSize(40).allMatch(y -> y >= 0 && y <= 1);
    }

    @Test
    void codesOfACommunityLieCloserThanOthers() {
        List<IpcNode> nodes = network.nodes();
        NetworkDrawing drawing = NetworkDrawing.of(nodes, network.edges());
        double within = 0;
        double between = 0;
        long pairsWithin = 0;
        long pairsBetween = 0;
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = 0; j < i; j++) {
                double distance = Math.hypot(
                        drawing.x().get(i) - drawing.x().get(j),
                        drawing.y().get(i) - drawing.y().get(j));
                if (nodes.get(i).community() == nodes.get(j).community()) {
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
        assertThat(NetworkDrawing.of(network.nodes().subList(0, 5), List.of()).x())
                .hasSize(5);
        assertThat(NetworkDrawing.of(network.nodes().subList(0, 1), List.of()).x())
                .containsExactly(0.5);
        assertThat(NetworkDrawing.of(List.of(), List.of()).x()).isEmpty();
    }
}
