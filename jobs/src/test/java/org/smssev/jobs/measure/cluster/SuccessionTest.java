package org.smssev.jobs.measure.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.ClusterTables.Cluster;
import org.smssev.common.tables.ClusterTables.ClusterEvent;

class SuccessionTest {
    private static Cluster cluster(int id, long size) {
        return new Cluster(
                id, size, List.of(), List.of(), List.of(), List.of(), null, null, null, null, null, null, null, null);
    }

    private static List<Cluster> clusters(long... sizes) {
        return IntStream.range(0, sizes.length)
                .mapToObj(i -> cluster(i, sizes[i]))
                .toList();
    }

    private static Overlap.Shared shared(int earlier, int present, long families) {
        return new Overlap.Shared(earlier, present, families);
    }

    private static ClusterEvent event(
            String release, int id, String event, List<String> others, long families, Double overlap) {
        return new ClusterEvent(release, id, event, others, families, overlap);
    }

    private static Succession second(List<Cluster> earlier, List<Cluster> present, Overlap.Shared... shared) {
        return new Succession("2", present, List.of(), families(earlier, shared), 0.3);
    }

    /** The families shared, and of each earlier cluster those that are in none of this release. */
    private static List<Overlap.Shared> families(List<Cluster> earlier, Overlap.Shared... shared) {
        List<Overlap.Shared> families = new ArrayList<>(List.of(shared));
        for (Cluster cluster : earlier) {
            long gone = cluster.size()
                    - Stream.of(shared)
                            .filter(s -> s.earlier() == cluster.clusterId())
                            .mapToLong(Overlap.Shared::families)
                            .sum();
            families.add(shared(cluster.clusterId(), -1, gone));
        }
        return families;
    }

    @Test
    void clustersOfTheFirstReleaseAreBornUnderTheirNumbers() {
        Succession first =
                new Succession("1", List.of(cluster(-1, 4), cluster(0, 9), cluster(1, 5)), List.of(), List.of(), 0.3);

        assertThat(first.ids()).containsExactly(0, 1);
        assertThat(first.events())
                .containsExactly(event("1", 0, "BORN", List.of(), 9, null), event("1", 1, "BORN", List.of(), 5, null));
    }

    @Test
    void idsFollowTheFamiliesWhateverTheNewNumbers() {
        Succession succession = second(
                clusters(100, 60, 50), clusters(110, 70, 55), shared(0, 1, 60), shared(1, 2, 50), shared(2, 0, 50));

        assertThat(succession.ids()).containsExactly(2, 0, 1);
        assertThat(succession.named(clusters(110, 70, 55)))
                .extracting(Cluster::clusterId)
                .containsExactly(2, 0, 1);
        assertThat(succession.events())
                .containsExactlyInAnyOrder(
                        event("2", 2, "KEPT", List.of("2"), 110, 1.0),
                        event("2", 0, "KEPT", List.of("0"), 70, 1.0),
                        event("2", 1, "KEPT", List.of("1"), 55, 1.0));
    }

    @Test
    void theGreaterPartOfASplitClusterKeepsTheId() {
        Succession succession = second(clusters(100), clusters(60, 40), shared(0, 0, 60), shared(0, 1, 40));

        assertThat(succession.ids()).containsExactly(0, 1);
        assertThat(succession.events())
                .containsExactlyInAnyOrder(
                        event("2", 0, "KEPT", List.of("0"), 60, 0.6),
                        event("2", 1, "BORN", List.of(), 40, 0.4),
                        event("2", 0, "SPLIT", List.of("0", "1"), 100, 1.0));
    }

    @Test
    void clustersThatMergeLeaveOneIdAndOneDies() {
        Succession succession = second(clusters(60, 40), clusters(100), shared(0, 0, 60), shared(1, 0, 40));

        assertThat(succession.ids()).containsExactly(0);
        assertThat(succession.events())
                .containsExactlyInAnyOrder(
                        event("2", 0, "KEPT", List.of("0"), 100, 0.6),
                        event("2", 1, "DIED", List.of(), 40, 0.4),
                        event("2", 0, "MERGED", List.of("0", "1"), 100, 1.0));
    }

    @Test
    void aClusterOfNewFamiliesIsBornAndOneThatScattersDies() {
        Succession succession = second(
                clusters(50, 100),
                clusters(200, 100, 100, 100, 100, 100),
                shared(0, 1, 10),
                shared(0, 2, 10),
                shared(0, 3, 10),
                shared(0, 4, 10),
                shared(0, 5, 10),
                shared(1, 1, 90));

        assertThat(succession.ids()).containsExactly(2, 1, 3, 4, 5, 6);
        assertThat(succession.events())
                .contains(event("2", 2, "BORN", List.of(), 200, null), event("2", 0, "DIED", List.of(), 50, 0.2))
                .noneMatch(e -> e.event().equals("SPLIT") || e.event().equals("MERGED"));
    }

    @Test
    void anIdOfADeadClusterIsNeverUsedAgain() {
        List<ClusterEvent> past =
                List.of(event("1", 7, "BORN", List.of(), 5, null), event("2", 7, "DIED", List.of(), 5, null));
        Succession third = new Succession("3", clusters(10, 6), past, List.of(shared(0, 0, 10)), 0.3);

        assertThat(third.ids()).containsExactly(0, 8);
        assertThat(third.events()).containsAll(past).hasSize(4);
    }

    @Test
    void whereNoFamilyIsSharedAllDieAndAllAreBorn() {
        assertThat(second(clusters(5), clusters(5)).events())
                .containsExactlyInAnyOrder(
                        event("2", 0, "DIED", List.of(), 5, null), event("2", 1, "BORN", List.of(), 5, null));
    }
}
