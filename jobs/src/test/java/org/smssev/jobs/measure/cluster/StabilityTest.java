package org.smssev.jobs.measure.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StabilityTest {
    @Test
    void eachClusterIsComparedWithTheOneMostLikeIt() {
        int[] a = {0, 0, 0, 1, 1, 2, -1};
        int[] b = {1, 1, 0, 0, 0, 0, 0};
        // {0,1,2} and {0,1}: 2 of 3; {3,4} and {2,3,4,5,6}: 2 of 5; {5} and the same: 1 of 5; no row of the fourth.
        assertThat(Stability.bestJaccards(a, b, 4)).containsExactly(2 / 3., 2 / 5., 1 / 5., Double.NaN);
    }

    @Test
    void equalClusteringsUnderOtherNumbersOverlapWhole() {
        assertThat(Stability.bestJaccards(new int[] {0, 1, 1, 2}, new int[] {2, 0, 0, 1}, 3))
                .containsExactly(1, 1, 1);
    }

    @Test
    void verdictsAreThoseOfHennig() {
        assertThat(Stability.verdict(0.75)).isEqualTo("STABLE");
        assertThat(Stability.verdict(0.7499)).isEqualTo("PATTERN");
        assertThat(Stability.verdict(0.6)).isEqualTo("PATTERN");
        assertThat(Stability.verdict(0.5001)).isEqualTo("DOUBTFUL");
        assertThat(Stability.verdict(0.5)).isEqualTo("DISSOLVED");
    }
}
