package org.smssev.jobs.measure.gap.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SideTest {
    /** A side of families whose citations are so old, in years, each of a weight. */
    private static Side aged(double... agesAndWeights) {
        double[] sums = new double[Side.YEARS];
        for (int i = 0; i < agesAndWeights.length; i += 2) {
            sums[Side.AGES + (int) (2 * agesAndWeights[i])] += agesAndWeights[i + 1];
        }
        return new Side(2000, sums);
    }

    @Test
    void medianAgeIsThatOfTheFamilies() {
        assertThat(aged(3, 1, 4.5, 1, 9, 1).medianAge()).isEqualTo(4.5);
        assertThat(aged(3, 1, 4.5, 1, 9, 1, 20, 1).medianAge()).isEqualTo(6.75);
        assertThat(aged(40, 1).medianAge()).isEqualTo(40);
        assertThat(aged().medianAge()).isNaN();
    }

    @Test
    void familiesCountByTheirParts() {
        assertThat(aged(3, .5, 4.5, .25, 9, .1).medianAge()).isEqualTo(3);
        assertThat(aged(3, .1, 4.5, .1, 9, .1, 10, .1, 11, .1).medianAge()).isEqualTo(9);
    }

    @Test
    void yearsOutsideTheFrameAreEmpty() {
        double[] sums = new double[Side.YEARS + 2];
        sums[Side.YEARS] = 1;
        sums[Side.YEARS + 1] = 2;
        Side side = new Side(2000, sums);
        assertThat(side.between(1990, 2010)).isEqualTo(3);
        assertThat(side.in(1999)).isZero();
        assertThat(side.in(2002)).isZero();
    }
}
