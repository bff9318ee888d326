package org.smssev.common.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GrowthTest {
    private static final Offset<Double> CLOSE = within(1e-12);

    @Test
    void doubledInOneYearIsGrowthOne() {
        assertThat(Growth.of(new long[] {0, 2, 4, 1}, 1, 1)).isEqualTo(1);
    }

    @Test
    void growthOfFiveYearsIsTheFifthRoot() {
        assertThat(Growth.of(new long[] {1, 1, 1, 1, 1, 32, 32, 32, 32, 32}, 5, 0))
                .isEqualTo(1, CLOSE);
    }

    @Test
    void emptyFirstWindowTakesTheSlope() {
        // ln(x+1) = 0, 0, ln 2, ln 4 in years -1.5, -.5, .5, 1.5: slope (.5 ln 2 + 1.5 ln 4)/5 = .7 ln 2
        assertThat(Growth.of(new long[] {0, 0, 1, 3}, 2, 0)).isEqualTo(Math.pow(2, .7) - 1, CLOSE);
    }

    @Test
    void growthWithoutFamiliesOrYearsIsUndefined() {
        assertThat(Growth.of(new long[4], 2, 0)).isNull();
        assertThat(Growth.of(new long[] {1, 2, 3}, 2, 0)).isNull();
    }
}
