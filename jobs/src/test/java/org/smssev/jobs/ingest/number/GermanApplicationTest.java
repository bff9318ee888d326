package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GermanApplicationTest {
    @ParameterizedTest
    @CsvSource({
        "200510012345,, 102005012345",
        "201910001234,, 102019001234",
        "201020012345, U, 202010012345",
        "20001012345,, 10012345",
        "19991018735,, 19918735",
        "19986032731, T, 69832731",
        "19952012345,, 29512345",
        "19904012345,, 4012345",
        "19888804767, U, 8804767"
    })
    void theTypeOfRightStandsInFront(String given, String letter, String digits) {
        assertThat(GermanApplication.digits(given, letter)).isEqualTo(digits);
    }

    /** Types in this year, the year of a utility model without its letter, no type of right, and numbers of DOCDB. */
    @ParameterizedTest
    @CsvSource({
        "202010012345,",
        "19888804767,",
        "20041012345,",
        "19675012345,",
        "201930012345,",
        "19918735,",
        "2012345,"
    })
    void whatTellsNoYearStays(String given, String letter) {
        assertThat(GermanApplication.digits(given, letter)).isEqualTo(given);
    }
}
