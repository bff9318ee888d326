package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationNumberTest {
    @ParameterizedTest
    @CsvSource({
        "US 15/062116, US, US15062116",
        "15/062116, US, US15062116",
        "US15062116A, US, US15062116",
        "US 15062116 20160305, EP, US15062116",
        "JP2015122335A 2015-06-17, US, JP2015122335",
        "EP 14001234.5, EP, EP140012345",
        "CN201410351234.5, CN, CN201410351234",
        "CN 201410351234.X, EP, CN201410351234",
        "201410351234.5, CN, CN201410351234",
        "CN201410351234, CN, CN201410351234",
        "CN201410351234.5 20140722, CN, CN201410351234",
        "CN 85100134.7, CN, CN85100134",
        "ZL201410351234.5, CN, CN201410351234",
        "ZL 201410351234.5,, CN201410351234",
        "CN-201410351234.5,, CN201410351234",
        "201410351234.5, US, US2014103512345",
        "0815123, US, US815123",
        "??, US, ''"
    })
    void spellingsOfOneNumberGiveOneKey(String raw, String office, String key) {
        assertThat(ApplicationNumber.key(raw, office)).isEqualTo(key);
    }
}
