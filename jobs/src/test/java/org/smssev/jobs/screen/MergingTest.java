package org.smssev.jobs.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergingTest {
    @Test
    void clusterJoinsTheTechnologyThatItOverlapsMost() {
        // overlaps: t1-c1 80/100, t2-c1 60/60
        assertThat(Merging.join(
                                Map.of("t1", 100L, "t2", 60L),
                                Map.of(1, 140L),
                                List.of(new Merging.Common("t1", 1, 80), new Merging.Common("t2", 1, 60)),
                                .5)
                        .get(1))
                .isEqualTo(new Merging.Joined("t2", 1, 1.0));
    }

    @Test
    void pairsAreOneToOneBeforeRestJoins() {
        // t1 takes c1 (.9); t2 then takes c2 (.6) although c2 overlaps t1 by .7; c3 is left over and joins t1
        Map<Integer, Merging.Joined> joined = Merging.join(
                Map.of("t1", 100L, "t2", 100L),
                Map.of(1, 100L, 2, 100L, 3, 100L),
                List.of(
                        new Merging.Common("t1", 1, 90),
                        new Merging.Common("t1", 2, 70),
                        new Merging.Common("t2", 2, 60),
                        new Merging.Common("t1", 3, 55)),
                .5);
        assertThat(joined.get(1).technologyId()).isEqualTo("t1");
        assertThat(joined.get(2).technologyId()).isEqualTo("t2");
        assertThat(joined.get(3).technologyId()).isEqualTo("t1");
    }

    @Test
    void overlapBelowTheLeastIsNotJoined() {
        assertThat(Merging.join(Map.of("t", 100L), Map.of(1, 100L), List.of(new Merging.Common("t", 1, 49)), .5))
                .isEmpty();
    }
}
