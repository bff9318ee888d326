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
        "JP 2015060123 W, WO, JP2015060123W",
        "JP 2015060123 A, JP, JP2015060123",
        "KR 20150001234 U, KR, KR20150001234U",
        "KR 20150001234 A, KR, KR20150001234",
        "CN 201520123456 U, CN, CN201520123456",
        "US 9012398 P, US, US9012398P",
        "US 9012398 A, US, US9012398",
        "US 201562116216 P 20150213, US, US201562116216",
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
