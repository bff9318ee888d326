package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smssev.jobs.ingest.number.RoundedNumber;

class CellNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-3, -3",
        "0.1, 0.1",
        "20150376176, 20150376176",
        "123456789012345, 123456789012345",
        "999999999999999, 999999999999999"
    })
    void numbersOfFifteenDigitsArePlain(double value, String text) {
        assertThat(CellNumbers.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "-4267, false, 1888-04-24",
        "-1, false, 1899-12-29",
        "-5729, true, 1888-04-24",
        "1, false, 1900-01-01",
        "61, false, 1900-03-01",
        "0, false, 0",
        "-0.5, false, -0.5",
        "-400000, false, -400000"
    })
    void daysBefore1900AreTheNegativeOnesOfLibreOffice(double value, boolean from1904, String text) {
        assertThat(CellNumbers.date(value, from1904)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"201930000123456800, 2.01930000123457E+17", "1e15, 1E+15", "2e17, 2E+17"})
    void numbersOfMoreDigitsAreToldToBeRounded(double value, String text) {
        assertThat(CellNumbers.number(value)).isEqualTo(text);
        assertThat(RoundedNumber.isOne(text)).isTrue();
    }
}
