package org.smssev.jobs.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinKeyTest {
    @ParameterizedTest
    @CsvSource({
        "EP 0235972 B1, EP235972B1",
        "US 2011/0185700 A1, US20110185700A1",
        "US2011185700A1, US-20110185700-A1",
        "WO 00/12345 A1, WO2000012345A1",
        "KR 10-2004-0012345 A, KR20040012345A",
        "us 7650331 b1, US7650331B1",
        "7650331.0, 7650331",
        "X 12/a, X12A"
    })
    void spellingsOfOnePublicationMeet(String one, String other) {
        assertThat(JoinKey.of(one, true)).isEqualTo(JoinKey.of(other, true));
    }

    @ParameterizedTest
    @CsvSource({"EP235972A1, EP235972B1", "EP235972, EP235972B1", "US1000001A1, US100000A1", "x1, x10"})
    void othersDoNot(String one, String other) {
        assertThat(JoinKey.of(one, true)).isNotEqualTo(JoinKey.of(other, true));
    }

    @Test
    void officeAndKindOfColumnsOfTheirOwnArePartOfTheNumber() {
        assertThat(JoinKey.of("7650331", "US", "B2")).isEqualTo(JoinKey.of("US7650331B2", true));
        assertThat(JoinKey.of("7650331.0", "US", "b2")).isEqualTo(JoinKey.of("US 7650331 B2", true));
        assertThat(JoinKey.of("US7650331", null, "B2")).isEqualTo(JoinKey.of("US7650331B2", true));
        assertThat(JoinKey.of("7650331", null, "B2")).isNotEqualTo(JoinKey.of("US7650331B2", true));
        assertThat(JoinKey.of(null, "US", "B2")).isNull();
        assertThat(JoinKey.of(" ", "US", "B2")).isNull();
    }

    @Test
    void whatIsNotNormalisedIsComparedAsItIs() {
        assertThat(JoinKey.of(" 019-654 ", false)).isEqualTo("019-654");
        assertThat(JoinKey.of("EP 1 A1", false)).isNotEqualTo(JoinKey.of("EP1A1", false));
    }

    @Test
    @Timeout(20)
    void aLongCellIsReadInOnePassWhoseCapitalsAreLonger() {
        assertThat(JoinKey.of("ß".repeat(1_000_000), true)).isEqualTo("SS".repeat(1_000_000));
    }

    @Test
    void nothingMeetsNothing() {
        assertThat(JoinKey.of(" ", true)).isNull();
        assertThat(JoinKey.of("", false)).isNull();
        assertThat(JoinKey.of(null, true)).isNull();
        assertThat(JoinKey.of("-", true)).isNull();
        assertThat(JoinKey.of("N/A", false)).isNull();
    }
}
