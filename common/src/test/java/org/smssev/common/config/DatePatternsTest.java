package org.smssev.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatePatternsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DD/MM/YYYY | year of a week | Did you mean dd/MM/yyyy?
            dd/mm/yyyy | minutes | Did you mean dd/MM/yyyy?
            DD/MM/yyyy | day of the year | Did you mean dd/MM/yyyy?
            dd/MM/YYYY | year of a week | Did you mean dd/MM/yyyy?
            DD-mmm-yy | day of the year | Did you mean dd-MMM-yy?
            YYYY-MM-DD hh:mm:ss | year of a week | Did you mean yyyy-MM-dd hh:mm:ss?
            dd/MM | no year | yyyy-MM-dd
            yyyy dd | no month | yyyy-MM-dd
            qqq bad | no year | yyyy-MM-dd
            yyyy-MM-dd b | cannot read | yyyy-MM-dd
            [dd/MM/yyyy]] | cannot read | yyyy-MM-dd
            [DD/MM/YYYY][dd.MM.yyyy] | year of a week | Did you mean [dd/MM/yyyy][dd.MM.yyyy]?
            """)
    void aPatternThatReadsNoDatesIsToldWithWhatMayBeMeant(String pattern, String why, String hint) {
        assertThat(DatePatterns.flaw(pattern)).contains(pattern, why, hint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-MM-dd",
                "uuuu-MM-dd",
                "dd/MM/yy",
                "M/d/yyyy",
                "yyyyMMdd",
                "dd-MMM-yy",
                "MMMM d, yyyy",
                "d. LLLL yyyy",
                "yyyy-MM-dd HH:mm",
                "MM/dd/yyyy hh:mm a",
                "yyyy",
                "MM/yyyy",
                "yyyyDDD",
                "[dd/MM/yyyy][dd.MM.yyyy]",
                "yyyy-MM-dd[ HH:mm]",
                "d 'de' MMMM 'de' yyyy",
                "EEE MMM dd HH:mm:ss zzz yyyy",
                "yyyy-MM-dd'T'HH:mm:ssXXX"
            })
    void aPatternThatReadsDatesHasNoFlaw(String pattern) {
        assertThat(DatePatterns.flaw(pattern)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dd-MMM-yy | 16-JUN-14
            dd-MMM-yy | 16-Jun-14
            dd MMM yyyy | 16 jun 2014
            MMMM d, yyyy | June 16, 2014
            MMMM d, yyyy | JUNE 16, 2014
            """)
    void monthsHaveTheirEnglishNamesInAnyCase(String pattern, String text) {
        assertThat(LocalDate.parse(text, DatePatterns.formatter(pattern))).isEqualTo(LocalDate.of(2014, 6, 16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"17/06/1998", "17.06.1998", "17/06/98", "17.06.98"})
    void ofAlternativesTheOneThatFitsIsRead(String text) {
        String pattern = "[dd/MM/yyyy][dd.MM.yyyy][dd/MM/yy][dd.MM.yy]";
        assertThat(LocalDate.parse(text, DatePatterns.formatter(pattern))).isEqualTo(LocalDate.of(1998, 6, 17));
    }

    @Test
    void aDayThatIsNoneIsNoDateWhateverThePattern() {
        assertThatThrownBy(() -> LocalDate.parse("31-JUN-14", DatePatterns.formatter("dd-MMM-yy")))
                .isInstanceOf(DateTimeException.class);
    }
}
