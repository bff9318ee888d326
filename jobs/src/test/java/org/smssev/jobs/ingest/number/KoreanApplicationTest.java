package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KoreanApplicationTest {
    @ParameterizedTest
    @CsvSource({
        "1020040012345, 20040012345, A",
        "2020040012345, 20040012345, U",
        "3020090012345, 20090012345, F",
        "20040012345, 20040012345, B",
        "2015101688, 20150101688, B",
        "200711111, 20070011111, B",
        "20071111, 20070001111, B",
        "2007111, 2007111, B",
        "4020040012345, 4020040012345, B",
        "199512345, 19950012345, B"
    })
    void aNumberIsAYearAndSevenDigitsWhoseRightIsItsLetter(String given, String digits, String letter) {
        assertThat(KoreanApplication.digits(given)).isEqualTo(digits);
        assertThat(KoreanApplication.letter(given, "B")).isEqualTo(letter);
    }
}
