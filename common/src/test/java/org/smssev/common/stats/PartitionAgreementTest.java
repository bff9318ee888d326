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
}
