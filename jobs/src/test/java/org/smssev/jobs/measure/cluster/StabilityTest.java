package org.smssev.jobs.measure.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StabilityTest {
    @Test
    void verdictsAreThoseOfHennig() {
        assertThat(Stability.verdict(0.75)).isEqualTo("STABLE");
        assertThat(Stability.verdict(0.7499)).isEqualTo("PATTERN");
        assertThat(Stability.verdict(0.6)).isEqualTo("PATTERN");
        assertThat(Stability.verdict(0.5001)).isEqualTo("DOUBTFUL");
        assertThat(Stability.verdict(0.5)).isEqualTo("DISSOLVED");
    }
}
