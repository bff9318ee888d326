package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JapaneseApplicationTest {
    @ParameterizedTest
    @CsvSource({
        "JP 2005-123456,, JP2005123456",
        "JP 2005-1234,, JP2005001234",
        "JP 2005-123456 A1,, JP2005123456",
        "JP P2000-317806,, JP2000317806",
        "P2000-317806, JP, JP2000317806",
        "JP 1998-123499,, JP12349998",
        "JP10-123499, US, JP12349998",
        "10-123499, JP, JP12349998",
        "JP 12-034567,, JP2000034567",
        "JP 61-123456,, JP12345686",
        "JP H10-123499,, JP12349998",
        "JP S63-001234 A,, JP123488",
        "JP HEI 8-271234,, JP27123496",
        "JP SHO 63-001234,, JP123488",
        "JP R1-123456,, JP2019123456",
        "特願平10-123499, JP, JP12349998",
        "特願昭63-001234, JP, JP123488",
        "JP 実願平2-012345号,, JP1234590U",
        "JP 2-012345 U,, JP1234590U",
        "JP 意願2009-003456,, JP2009003456F"
    })
    void theYearIsOfFourDigitsOrOfAnEra(String text, String office, String key) {
        assertThat(JapaneseApplication.key(text, office, null)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "特願平10-123499, US, JP12349998",
        "特願10-123499, ZA, JP12349998",
        "' 特願2003-187654号', CN, JP2003187654",
        "実願平10-001234, KR, JP123498U"
    })
    void theWordInFrontIsJapansWhoeverPublishesWhatClaimsTheNumber(String text, String office, String key) {
        assertThat(ApplicationNumber.key(text, office, null)).isEqualTo(key);
        assertThat(ApplicationNumber.isOpen(text, office)).isTrue();
    }

    /** Of which era a year is that both may have, or behind which a slash stands, is not told. */
    @ParameterizedTest
    @CsvSource({
        "JP 25-123456,, JP25-123456",
        "JP 0-123456,, JP0-123456",
        "JP H0-123456,, JPH0-123456",
        "JP 99-123456,, JP99-123456",
        "JP 60/123456,, JP60-123456",
        "60/123456, JP, JP60-123456"
    })
    void whatIsOfNoEraKeepsItsForm(String text, String office, String key) {
        assertThat(JapaneseApplication.key(text, office, null)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "JP10-123499, 1998-05-06, JP12349998",
        "JP11-322368, 1999-11-12, JP32236899",
        "JP8-271234, 1996-10-14, JP27123496",
        "JP8-271234, 1933-10-14, JP27123433",
        "JP60/123456, 1985-06-01, JP12345685",
        "JP25-123456, 2013-06-01, JP2013123456",
        "JP25-123456, 1950-06-01, JP12345650",
        "JP10-123499, 2004-05-06, JP10-123499",
        "JP2003-187654, 1998-05-06, JP2003187654"
    })
    void theDateTellsTheEra(String text, LocalDate date, String key) {
        assertThat(JapaneseApplication.key(text, "US", date)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"JP10-1234567,", "JP 2005-1234567,", "JP 10123499,", "10-123499, US", "KR 10-123499, KR"})
    void othersAreNone(String text, String office) {
        assertThat(JapaneseApplication.key(text, office, null)).isNull();
    }

    /** Marks may stand in three places of a number, and how to share many of them out takes long to try. */
    @Test
    void manyMarksAreReadAtOnce() {
        String[] marked = {"JP" + "-".repeat(190), "JP" + " ".repeat(190) + "x", "-".repeat(195)};
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 300; i++) {
                for (String text : marked) {
                    assertThat(JapaneseApplication.key(text, "JP", null)).isNull();
                }
            }
        });
    }

    /** In DOCDB's form the year would be at the end. */
    @ParameterizedTest
    @CsvSource({
        "63088123, 1988-04-10, JP8812388",
        "10123456, 1998-05-06, JP12345698",
        "10123499, 1998-05-06, JP12349998",
        "10123498, 1998-05-06, JP10123498",
        "10123456, 1996-05-06, JP10123456",
        "10123456, , JP10123456",
        "12123456, 2000-05-06, JP12123456"
    })
    void withoutAMarkTheDateTellsTheYearInFront(String text, LocalDate date, String key) {
        assertThat(ApplicationNumber.key(text, "JP", date)).isEqualTo(key);
    }
}
