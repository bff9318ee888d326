package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedYearTest {
    @ParameterizedTest
    @CsvSource({
        "KR, 95-12345, KR19950012345",
        "KR, 1995-12346, KR19950012346",
        "KR, P95-12345, KR19950012345",
        "KR, P1995/12345, KR19950012345",
        "KR, 1995-12345 U, KR19950012345U",
        "CZ, PV 2012-775, CZ20120775",
        "CZ, PV 2012-75, CZ20120075",
        "CZ, PUV 2014-30250, CZ201430250U",
        "CZ, 2012-775, CZ20120775",
        "BE, 2015/5251, BE201505251",
        "BE, 2015/5251 A, BE201505251"
    })
    void theMarkTellsTheYear(String office, String number, String key) {
        assertThat(MarkedYear.key(number, office)).isEqualTo(key);
        assertThat(MarkedYear.key(office + " " + number, "US")).isEqualTo(key);
    }

    /** A series of the United States under the wrong country, a month, a year to come, and what has no form in DOCDB. */
    @ParameterizedTest
    @CsvSource({
        "KR, 60/123456",
        "BE, 2012-07",
        "CZ, 2012/07",
        "KR, 2099-12345",
        "CZ, PV 1985-775",
        "US, 2012-775",
        ", 95-12345"
    })
    void elsewhereItTellsNone(String office, String number) {
        assertThat(MarkedYear.key(number, office)).isNull();
    }
}
