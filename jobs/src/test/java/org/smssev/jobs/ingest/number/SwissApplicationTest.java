package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwissApplicationTest {
    @ParameterizedTest
    @CsvSource({
        "CH 0904/03,,, CH9042003",
        "00904/03, CH,, CH9042003",
        "CH 904/2003,,, CH9042003",
        "CH 1149/98,,, CH114998",
        "CH 1149/1998,,, CH114998",
        "CH 1149/98 A,,, CH114998",
        "1611/98, CH,, CH161198",
        "CH 0904/03,, 2003-05-21, CH9042003",
        "CH 0904/03,, 1903-05-21, CH90403",
        "CH 0904/35,,, CH9042035",
        "CH 0904/36,,, CH90436"
    })
    void theYearStandsBehindTheSerialNumber(String text, String office, LocalDate date, String key) {
        assertThat(SwissApplication.key(text, office, date)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "CH 0904/03,, 2004-05-21",
        "CH 904/2003,, 2004-05-21",
        "CH9042003,,",
        "0904/03, US,",
        "CH 000/03,,",
        "CH 123456/03,,"
    })
    void whatIsOfAnotherYearThanItsDateOrOfAnotherFormIsNone(String text, String office, LocalDate date) {
        assertThat(SwissApplication.key(text, office, date)).isNull();
    }
}
