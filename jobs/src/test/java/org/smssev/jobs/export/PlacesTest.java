package org.smssev.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.NetworkConfig.Counting;
import org.smssev.common.tables.NetworkTables.IpcEdge;

class PlacesTest {
    private static final List<IpcEdge> EDGES = SampleNetworks.edges();
    private static final double[] WEIGHTS = ExportedNetwork.weights(EDGES, Counting.NEWMAN);

    @Test
    void codesBeyondTheLimitStandBetweenTheirNeighboursOrOnTheRim() {
        Places places = Places.of(SampleNetworks.nodes(), EDGES, WEIGHTS, 2);
        Places.Point first = places.of(SampleNetworks.CODES.get(0));
        Places.Point second = places.of(SampleNetworks.CODES.get(1));
        Places.Point third = places.of(SampleNetworks.CODES.get(2));
        assertThat(first.placedBy()).isEqualTo("VOS");
        assertThat(second.placedBy()).isEqualTo("VOS");
        assertThat(third.placedBy()).isEqualTo("NEIGHBOURS");
        assertThat(third.x()).isCloseTo((1.25 * first.x() + .75 * second.x()) / 2, within(1e-4));
        assertThat(places.of(SampleNetworks.CODES.get(3)).x()).isEqualTo(third.x());
        assertThat(places.of(SampleNetworks.CODES.get(4))).isEqualTo(new Places.Point(1, .5, "RIM"));
        assertThat(places.count("VOS")).isEqualTo(2);
    }

    @Test
    void wholeNetworkIsLaidOutWhereItIsSmall() {
        Places places = Places.of(SampleNetworks.nodes(), EDGES, WEIGHTS, 10);
        assertThat(places.count("VOS")).isEqualTo(5);
        assertThat(SampleNetworks.CODES).allSatisfy(code -> {
            assertThat(places.of(code).x()).isBetween(0.0, 1.0);
            assertThat(places.of(code).y()).isBetween(0.0, 1.0);
        });
    }
}
