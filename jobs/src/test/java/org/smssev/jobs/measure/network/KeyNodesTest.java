package org.smssev.jobs.measure.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.Config;
import org.smssev.common.config.NetworkConfig;

class KeyNodesTest {
    /** Two triangles 0 1 2 and 4 5 6, joined by 3, and the isolate 7. */
    private static final CsrGraph BOW =
            CsrGraph.of(8, new int[] {0, 0, 1, 2, 3, 4, 4, 5}, new int[] {1, 2, 2, 3, 4, 5, 6, 6}, new double[] {
                4, 4, 4, 1, 1, 2, 2, 2
            });

    private static final int BRIDGE = 3;
    private static final int ISOLATE = 7;

    private final int[] community = Communities.leiden(BOW, 1, 7);
    private final Measures measures = new Measures(BOW, BOW, community);

    @Test
    void leidenFindsTheTriangles() {
        assertThat(community[1]).isEqualTo(community[0]).isEqualTo(community[2]);
        assertThat(community[5]).isEqualTo(community[4]).isEqualTo(community[6]);
        assertThat(community[0]).isNotEqualTo(community[4]);
        assertThat(Communities.leiden(BOW, 1, 7)).isEqualTo(community);
    }

    @Test
    void communitiesAreNumberedBySizeThenLeastNode() {
        assertThat(Communities.bySize(new int[] {2, 0, 0, 1})).containsExactly(1, 0, 0, 2);
    }

    @Test
    void bridgeTakesPartInBothSides() {
        assertThat(measures.participation[BRIDGE]).isEqualTo(.5);
        assertThat(measures.participation[0]).isEqualTo(0);
        assertThat(measures.participation[ISOLATE]).isNull();
    }

    @Test
    void quotaComesFirstAndFillsUpByTopsis() {
        KeyNodes keyNodes = new KeyNodes(measures, new Double[8], settings(3, 1, Config.Weights.EQUAL));
        int[] chosen = IntStream.range(0, 8).filter(v -> keyNodes.isKeyNode[v]).toArray();
        assertThat(chosen).hasSize(3);
        assertThat(IntStream.of(chosen).map(v -> community[v]).distinct().count())
                .isEqualTo(2);
        assertThat(keyNodes.reason[chosen[0]]).contains("of 8 by TOPSIS");
    }

    @Test
    void isolateIsNeverAKeyNode() {
        KeyNodes keyNodes = new KeyNodes(measures, new Double[8], settings(8, 3, Config.Weights.CRITIC));
        assertThat(keyNodes.isKeyNode[ISOLATE]).isFalse();
        assertThat(keyNodes.reason[ISOLATE]).startsWith("ISOLATE: rank 8 of 8 by TOPSIS");
        assertThat(keyNodes.quadrant[ISOLATE]).isEqualTo("PERIPHERY");
        assertThat(keyNodes.votes[ISOLATE]).isZero();
    }

    @Test
    void joinsOfTheTrianglesAreHubsAndBrokers() {
        KeyNodes keyNodes = new KeyNodes(measures, new Double[8], settings(3, 0, Config.Weights.ENTROPY));
        assertThat(keyNodes.quadrant[2]).isEqualTo("HUB_BROKER");
        assertThat(keyNodes.quadrant[BRIDGE]).isEqualTo("BROKER");
        assertThat(keyNodes.communityRank[2]).isEqualTo(1);
    }

    @Test
    void graphWithoutEdgesHasNoKeyNodes() {
        for (int nodes : new int[] {0, 1, 2}) {
            CsrGraph graph = Graphs.isolates(nodes);
            Measures none = new Measures(graph, graph, Communities.leiden(graph, 1, 7));
            for (Config.Weights weights : Config.Weights.values()) {
                assertThat(new KeyNodes(none, new Double[nodes], settings(5, 1, weights)).isKeyNode)
                        .doesNotContain(true);
            }
        }
    }

    private static NetworkConfig settings(int keyNodes, int quota, Config.Weights weights) {
        return Graphs.settings(keyNodes, quota, weights);
    }
}
