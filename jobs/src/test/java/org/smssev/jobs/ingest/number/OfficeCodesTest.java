package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeCodesTest {
    @ParameterizedTest
    @CsvSource({
        "EP_2471949_A1, EP",
        "IN 12/MUMX5/2005 A, IN",
        "US7650331, US",
        "QQ 12/MUMX5/2005 A,",
        "TOTAL 1 OF 2 A,",
        "EP-2471949-A1,",
        "ep2471949,",
        "EP,",
        "108-493-016-922-603,"
    })
    void aNumberOfUnknownFormIsOfTheOfficeBeforeItsDigits(String number, String office) {
        assertThat(OfficeCodes.of(number)).isEqualTo(office);
    }
}
