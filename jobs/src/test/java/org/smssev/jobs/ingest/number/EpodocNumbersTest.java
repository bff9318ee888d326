package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpodocNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "US20050123456 20050506, US12345605A 20050506",
        "US19980083597 19980522, US08359798A 19980522",
        "US20110984568 20110104, US98456811A 20110104",
        "US20110123456 20110506, US20110123456 20110506",
        "US20080050000P 20080502, US20080050000P 20080502",
        "US201113021234 20110506, US201113021234 20110506",
        "DE20001012345 20000506, DE20001012345 20000506"
    })
    void oldNumbersOfTheUnitedStatesAreThoseOfDocdb(String epodoc, String docdb) {
        assertThat(EpodocNumbers.asDocdb(epodoc)).isEqualTo(docdb);
    }
}
