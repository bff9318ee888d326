package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedApplicationTest {
    @ParameterizedTest
    @CsvSource({
        "NZ614915, 2014-10-07, NZ61491514",
        "IL139274, 1998-07-30, IL13927498",
        "PL344259, 1998-08-04, PL34425998",
        "PT117283, 2021-06-11, PT11728321",
        "AUPQ1234, 1999-06-30, AUPQ123499"
    })
    void theDateTellsTheYear(String key, LocalDate date, String ofYear) {
        assertThat(CountedApplication.keyOfYear(key, date)).isEqualTo(ofYear);
    }

    /** With the year at its end it may have one, of other forms are those of before, and without a date it is not told. */
    @ParameterizedTest
    @CsvSource({
        "NZ614914, 2014-10-07",
        "NZ61491514, 2014-10-07",
        "NZ61491, 2014-10-07",
        "AU2005123, 2005-10-07",
        "AUPQ123, 1999-06-30",
        "US614915, 2014-10-07",
        "NZ614915,"
    })
    void whatHasAYearOrIsOfAnotherFormGetsNone(String key, LocalDate date) {
        assertThat(CountedApplication.keyOfYear(key, date)).isNull();
    }
}
