package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDigitTest {
    @ParameterizedTest
    @CsvSource({
        "CN201410351234.5,, CN201410351234",
        "CN-201410351234.X, EP, CN201410351234",
        "201410351234.5, CN, CN201410351234",
        "ZL2014103512345,, CN201410351234",
        "CN85100134.7, CN, CN85100134",
        "EP14001234.5,, EP14001234",
        "DE102012012345.6,, DE102012012345",
        "DE19918735.2,, DE19918735",
        "P3512345.2, DE, DEP3512345",
        "G8804767.3, DE, DEG8804767",
        "8150124.2, EP, EP08150124",
        "150126.2, EP, EP00150126",
        "800132.4, GB, GB0800132",
        "1234.5, GB, GB0001234",
        "GB1212345.6,, GB201212345",
        "GB0412345.6,, GB0412345",
        "GB9712345.6,, GB9712345",
        "SE0401234-5,, SE0401234",
        "HK17101234.5,, HK17101234",
        "HK62020012345.6,, HK62020012345",
        "RU2019123456/09,, RU2019123456",
        "94012345/28, RU, RU94012345",
        "4812345/28, SU, SU4812345",
        "PI0412345-6, BR, BRPI0412345",
        "BRPI04123456,, BRPI0412345",
        "BR1020120123456,, BR102012012345"
    })
    void databasesLeaveItOut(String text, String office, String number) {
        assertThat(CheckDigit.taken(text, office)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "201410351234.5, US",
        "US15/062116,",
        "EP14001234.56,",
        "EP12345.6,",
        "RU94012345/281,",
        "CN201410351234,",
        "SE0401234-56,",
        "PI0412345-6, US",
        "15/062116,"
    })
    void whatHasNoneIsAsItIs(String text, String office) {
        assertThat(CheckDigit.taken(text, office)).isEqualTo(text);
    }
}
