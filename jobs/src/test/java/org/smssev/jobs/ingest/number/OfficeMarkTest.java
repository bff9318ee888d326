package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeMarkTest {
    @ParameterizedTest
    @CsvSource({
        "AT, A12312001, AT12312001",
        "AT, GM4342002, AT4342002U",
        "DE, P3512345, DE3512345",
        "DE, P19512345, DE19512345",
        "DE, P102004012345, DE102004012345",
        "DE, P112005012345, DE112005012345",
        "DE, P59812345, DE59812345",
        "DE, P68912345, DE68912345",
        "DE, P602005012345, DE602005012345",
        "DE, G202005012345, DE202005012345",
        "DE, G8804767, DE8804767",
        "DE, G29512345, DE29512345",
        "DK, PA200100766A, DK200100766A",
        "DK, BA200200229, DK200200229U",
        "ES, P200201529, ES200201529",
        "ES, P9801170, ES9801170",
        "ES, U200201529, ES200201529U",
        "HU, P0103034, HU0103034",
        "HU, U1400083, HU1400083U",
        "JP, P2000317806, JP2000317806",
        "KR, P20010012345A1, KR20010012345A1",
        "MX, A2013005081, MX2013005081",
        "PL, P344259A, PL344259A",
        "RO, A201200665, RO201200665",
        "RO, U201200023, RO201200023U",
        "SI, P201000452, SI201000452"
    })
    void databasesHaveTheNumberWithoutIt(String office, String number, String key) {
        assertThat(OfficeMark.taken(number, office)).isEqualTo(key);
        assertThat(OfficeMark.taken(office + number, "US")).isEqualTo(key);
    }

    /** Those of Croatia, and of Germany before 1968, are part of the number; other offices have none. */
    @ParameterizedTest
    @CsvSource({
        "HRP20100468A,",
        "DEP0035123A,",
        "DEB0077613A,",
        "DEP5123456,",
        "DEG1234567,",
        "JPP1234,",
        "PLP34425,",
        "P20010012345, US",
        "ES200201529,",
        "ESP200201529XX,",
        "P9801170,"
    })
    void whatHasNoneIsAsItIs(String number, String office) {
        assertThat(OfficeMark.taken(number, office)).isEqualTo(number);
    }
}
