package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsSeriesTest {
    /** Serial numbers are given out in blocks, and national phases have numbers that were kept for them. */
    @ParameterizedTest
    @CsvSource({
        "US12984568A, 2011-01-04, US12984568",
        "US10555086A, 2005-05-10, US10555086",
        "US10990086A, 2005-02-10, US10990086",
        "US08990086A, 1998-02-10, US8990086",
        "US08990098A, 1998-02-10, US8990098O",
        "US12984568A, 1968-01-04, US12984568O"
    })
    void aSeriesGoesOnBesideTheNext(String number, LocalDate date, String key) {
        assertThat(ApplicationNumber.key(number, null, date)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "12, 2003, true",
        "12, 2002, false",
        "12, 2012, true",
        "12, 2013, false",
        "10, 2006, true",
        "8, 2000, false",
        "13, 2014, true",
        "20, 2011, false"
    })
    void aSeriesHoldsTheYearsInWhichItsNumbersMayHaveBeenGiven(int series, int year, boolean holds) {
        assertThat(UsSeries.holds(series, year)).isEqualTo(holds);
    }
}
