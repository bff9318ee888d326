package org.smssev.jobs.measure.citation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberingTest {
    @ParameterizedTest
    @CsvSource({
        "US, W, A1",
        "GB, D0, A",
        "KR, A, U",
        "KR, A, B1",
        "CZ, A3, B6",
        "CZ, A3, U1",
        "SE, L, B",
        "SE, T3, C2",
        "DK, A, B",
        "DK, A, T3",
        "HU, A2, B",
        "PL, A1, B1",
        "YU, A, B",
        "AT, T, B",
        "AT, U1, T",
        "ES, U, A2"
    })
    void numbersOfOtherRightsAreCountedApart(String office, String kind, String other) {
        assertThat(Numbering.isApart(office, kind, other)).isTrue();
        assertThat(Numbering.isApart(office, other, kind)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "EP, A1, B1",
        "US, A, B2",
        "CN, A, U",
        "GB, A, B",
        "DE, T2, D1",
        "NO, L, D0",
        "DK, D0, A",
        "DK, B, C",
        "FI, A0, L",
        "SE, D0, L",
        "HU, A2, D0",
        "AT, A1, B1",
        "ES, U, Y",
        "KR, B1, B2"
    })
    void stagesOfOneRightHaveOneNumber(String office, String kind, String other) {
        assertThat(Numbering.isApart(office, kind, other)).isFalse();
    }
}
