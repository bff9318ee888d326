package org.smssev.jobs.measure.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.NetworkConfig;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.tables.NetworkTables;

class CommunityScanTest {
    private static final Scope SCOPE =
            new Scope(IpcSymbol.Level.MAIN_GROUP, "ALL", Integer.MIN_VALUE, Integer.MAX_VALUE);

    private static NetworkConfig settings(List<Double> resolutions, int seeds) {
        return Graphs.settings(resolutions, seeds);
    }

    /** Four groups of ten, joined within by .8 and between by the given share of pairs. */
    private static CsrGraph planted(double between) {
        Random random = new Random(5);
        List<int[]> edges = new ArrayList<>();
        for (int a = 0; a < 40; a++) {
            for (int b = a + 1; b < 40; b++) {
                if (random.nextDouble() < (a / 10 == b / 10 ? .8 : between)) {
                    edges.add(new int[] {a, b});
                }
            }
        }
        return CsrGraph.of(
                40,
                edges.stream().mapToInt(e -> e[0]).toArray(),
                edges.stream().mapToInt(e -> e[1]).toArray(),
                edges.stream().mapToDouble(e -> 1).toArray());
    }

    @Test
    void plantedGroupsAreFoundAndDoNotDependOnTheSeed() {
        CommunityScan scan = new CommunityScan(planted(.05), SCOPE, settings(List.of(), 5));
        for (int v = 0; v < 40; v++) {
            assertThat(scan.community[v]).isEqualTo(scan.community[v / 10 * 10]);
        }
        assertThat(scan.stability).containsExactly(1, 1, 1, 1);
        assertThat(scan.curve).singleElement().satisfies(row -> {
            assertThat(row.communities()).isEqualTo(4);
            assertThat(row.largest()).isEqualTo(10);
            assertThat(row.seeds()).isEqualTo(6);
            assertThat(row.ariMean()).isEqualTo(1);
            assertThat(row.chosen()).isTrue();
        });
    }

    @Test
    void greaterResolutionsGiveMoreCommunities() {
        CommunityScan scan = new CommunityScan(planted(.05), SCOPE, settings(List.of(.1, 3., 1., 8.), 0));
        assertThat(scan.curve)
                .extracting(NetworkTables.CommunityScan::resolution)
                .containsExactly(.1, 1., 3., 8.);
        assertThat(scan.curve)
                .extracting(NetworkTables.CommunityScan::communities)
                .isSorted()
                .contains(4);
        assertThat(scan.curve.get(0).communities()).isEqualTo(1);
        assertThat(scan.curve.get(3).communities()).isGreaterThan(4);
        assertThat(scan.curve)
                .extracting(NetworkTables.CommunityScan::chosen)
                .containsExactly(false, true, false, false);
        assertThat(scan.curve).extracting(NetworkTables.CommunityScan::ariMean).containsOnlyNulls();
        assertThat(scan.stability).isNull();
    }

    @Test
    void randomGraphHasCommunitiesThatDependOnTheSeed() {
        CommunityScan scan = new CommunityScan(planted(.8), SCOPE, settings(List.of(), 5));
        assertThat(scan.curve.get(0).ariMean()).isLessThan(.9);
    }

    @Test
    void stabilityIsTheMeanOfTheBestJaccards() {
        int[] community = {0, 0, 0, 1, 1};
        // Against {0 1}{2 3 4}: {0 1 2} has 2/3, {3 4} has 2/3; against itself 1 and 1.
        double[] stability = Communities.stability(community, List.of(new int[] {0, 0, 1, 1, 1}, community));
        assertThat(stability).containsExactly(new double[] {5 / 6., 5 / 6.}, within(1e-12));
    }

    @Test
    void graphWithoutEdgesHasNoModularity() {
        CommunityScan scan = new CommunityScan(Graphs.isolates(3), SCOPE, settings(List.of(), 2));
        assertThat(scan.community).containsExactly(0, 1, 2);
        assertThat(scan.curve.get(0).modularity()).isNull();
        assertThat(new CommunityScan(Graphs.empty(), SCOPE, settings(List.of(), 2))
                        .curve
                        .get(0)
                        .communities())
                .isZero();
    }
}
