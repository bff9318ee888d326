package org.smssev.jobs.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.ScreenConfig.Overlap;

class MergingTest {
    @Test
    void guestJoinsTheHostThatItOverlapsMost() {
        // overlaps: t1-c1 80/100, t2-c1 60/60
        assertThat(Merging.join(
                                Map.of("t1", 100L, "t2", 60L),
                                Map.of("c1", 140L),
                                List.of(new Merging.Common("t1", "c1", 80), new Merging.Common("t2", "c1", 60)),
                                Overlap.SMALLER,
                                .5,
                                0)
                        .get("c1"))
                .isEqualTo(new Merging.Joined("t2", "c1", 1.0));
    }

    @Test
    void jaccardTakesTheWholeOfBoth() {
        // t1-c1 80/160, t2-c1 60/140
        assertThat(Merging.join(
                                Map.of("t1", 100L, "t2", 60L),
                                Map.of("c1", 140L),
                                List.of(new Merging.Common("t1", "c1", 80), new Merging.Common("t2", "c1", 60)),
                                Overlap.JACCARD,
                                .5,
                                0)
                        .get("c1"))
                .isEqualTo(new Merging.Joined("t1", "c1", .5));
    }

    @Test
    void pairsAreOneToOneBeforeRestJoins() {
        // t1 takes c1 (.9); t2 then takes c2 (.6) although c2 overlaps t1 by .7; c3 is left over and joins t1
        Map<String, Merging.Joined> joined = Merging.join(
                Map.of("t1", 100L, "t2", 100L),
                Map.of("c1", 100L, "c2", 100L, "c3", 100L),
                List.of(
                        new Merging.Common("t1", "c1", 90),
                        new Merging.Common("t1", "c2", 70),
                        new Merging.Common("t2", "c2", 60),
                        new Merging.Common("t1", "c3", 55)),
                Overlap.SMALLER,
                .5,
                0);
        assertThat(joined.get("c1").host()).isEqualTo("t1");
        assertThat(joined.get("c2").host()).isEqualTo("t2");
        assertThat(joined.get("c3").host()).isEqualTo("t1");
    }

    @Test
    void overlapBelowTheLeastIsNotJoined() {
        assertThat(Merging.join(
                        Map.of("t", 100L),
                        Map.of("c", 100L),
                        List.of(new Merging.Common("t", "c", 49)),
                        Overlap.SMALLER,
                        .5,
                        0))
                .isEmpty();
    }

    @Test
    void aHostThatCoversLittleOfAGuestDoesNotTakeIt() {
        // 5 of the 6 families of wing lie in a cluster of 211, of which body holds 80: .83 and .8 of the smaller, but
        // .02 and .38 of the cluster
        assertThat(Merging.join(
                                Map.of("wing", 6L, "body", 100L),
                                Map.of("c", 211L),
                                List.of(new Merging.Common("wing", "c", 5), new Merging.Common("body", "c", 80)),
                                Overlap.SMALLER,
                                .5,
                                .2)
                        .get("c"))
                .isEqualTo(new Merging.Joined("body", "c", .8));
        assertThat(Merging.join(
                        Map.of("wing", 6L),
                        Map.of("c", 211L),
                        List.of(new Merging.Common("wing", "c", 5)),
                        Overlap.SMALLER,
                        .5,
                        .2))
                .isEmpty();
    }
}
