package org.smssev.common.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PartitionAgreementTest {
    private static final int[] A = {0, 0, 0, 1, 1, 1, 2, 2, 2, 2};
    private static final int[] B = {0, 0, 1, 1, 1, 1, 2, 2, 0, 2};

    @Test
    void figuresAreThoseOfScikitLearn() {
        // adjusted_rand_score and normalized_mutual_info_score
        assertThat(PartitionAgreement.adjustedRand(A, B)).isCloseTo(0.4318181818181818, within(1e-12));
        assertThat(PartitionAgreement.normalisedMutualInformation(A, B)).isCloseTo(0.6180656462921543, within(1e-12));
    }

    @Test
    void namesOfThePartsDoNotMatter() {
        assertThat(PartitionAgreement.adjustedRand(A, new int[] {5, 5, 5, 0, 0, 0, -1, -1, -1, -1}))
                .isEqualTo(1);
    }

    @Test
    void trivialPartitionsAgree() {
        assertThat(PartitionAgreement.adjustedRand(new int[4], new int[4])).isEqualTo(1);
        assertThat(PartitionAgreement.normalisedMutualInformation(new int[4], new int[4]))
                .isEqualTo(1);
    }

    @Test
    void eachPartIsComparedWithTheOneMostLikeIt() {
        int[] a = {0, 0, 0, 1, 1, 2, -1};
        int[] b = {1, 1, 0, 0, 0, 0, 0};
        // {0,1,2} and {0,1}: 2 of 3; {3,4} and {2,3,4,5,6}: 2 of 5; {5} and the same: 1 of 5; no row of the fourth.
        assertThat(PartitionAgreement.bestJaccards(a, b, 4)).containsExactly(2 / 3., 2 / 5., 1 / 5., Double.NaN);
    }

    @Test
    void equalPartitionsUnderOtherNumbersOverlapWhole() {
        assertThat(PartitionAgreement.bestJaccards(new int[] {0, 1, 1, 2}, new int[] {2, 0, 0, 1}, 3))
                .containsExactly(1, 1, 1);
    }
}
