package org.smssev.jobs.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smssev.jobs.ingest.format.Field;

class DateReaderTest {
    private final DateReader plain = new DateReader("yyyy-MM-dd");
    /** The same pattern, spelled so that its dates are read by java.time. */
    private final DateReader byPattern = new DateReader("uuuu-MM-dd");

    @Test
    void plainDatesAreThoseOfThePatternOnEveryDay() {
        LocalDate day = LocalDate.of(1617, 1, 1);
        while (day.getYear() <= 2100) {
            assertThat(plain.read(day.toString())).isEqualTo(day);
            day = day.plusDays(1);
        }
        assertThat(byPattern.read("2012-02-29")).isEqualTo(plain.read("2012-02-29"));
        assertThat(plain.read(" 2012-02-29 ")).isEqualTo(LocalDate.of(2012, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2015-02-29",
                "2015-00-10",
                "2015-13-10",
                "2015-10-00",
                "2015-10-32",
                "1616-12-31",
                "2101-01-01",
                "2015/10/10",
                "2015-1O-10",
                "-015-10-10",
                "2015-10-1\u0661",
                "2015-10-1",
                "2015-10-100"
            })
    void whatIsNoDateIsRefusedInTheSameWords(String text) {
        assertThatThrownBy(() -> byPattern.read(text))
                .isInstanceOf(DateTimeException.class)
                .satisfies(e -> assertThatThrownBy(() -> plain.read(text)).hasMessage(e.getMessage()));
    }

    @Test
    void withoutADayTheFirstIsMeant() {
        assertThat(new DateReader("yyyy").read("2015")).isEqualTo(LocalDate.of(2015, 1, 1));
        assertThat(new DateReader("MM/yyyy").read("07/2015")).isEqualTo(LocalDate.of(2015, 7, 1));
        assertThat(new DateReader("yyyyDDD").read("2016060")).isEqualTo(LocalDate.of(2016, 2, 29));
        assertThatThrownBy(() -> new DateReader("yyyy").read("2015-01")).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> new DateReader("yyyy").read("1015")).isInstanceOf(DateTimeException.class);
    }

    @Test
    void aDayIsReadFromWhatToolsPutBehindIt() {
        LocalDate day = LocalDate.of(2015, 6, 17);
        DateReader iso = new DateReader("yyyy-MM-dd");
        for (String text : List.of(
                "2015-06-17",
                "2015-06-17 00:00:00",
                "2015-06-17T00:00:00.000Z",
                "2015-06-17 13:45:00.123456",
                "2015-06-17T13:45+02:00")) {
            assertThat(iso.read(text)).as(text).isEqualTo(day);
        }
        DateReader digits = new DateReader("yyyyMMdd");
        for (String text : List.of("20150617", "20150617.0", "2015-06-17", "2015-06-17 00:00:00")) {
            assertThat(digits.read(text)).as(text).isEqualTo(day);
        }
        assertThat(new DateReader("yyyy-dd-MM").read("2015-07-06")).isEqualTo(LocalDate.of(2015, 6, 7));
        assertThat(new DateReader("yyyy").read("2015.0")).isEqualTo(LocalDate.of(2015, 1, 1));
        assertThat(new DateReader("yyyy-MM-dd HH:mm").read("2015-06-17 13:45")).isEqualTo(day);
    }

    @Test
    void theYearOfAWeekIsNoYearOfADate() {
        assertThatThrownBy(() -> new DateReader("YYYY-MM-DD")).hasMessageContaining("yyyy-MM-dd");
    }

    @Test
    void eastAsianDatesAreReadWhateverThePatternAlsoByTheYearsOfEras() {
        for (String pattern : List.of("yyyy-MM-dd", "dd/MM/yyyy", "yyyyMMdd")) {
            DateReader reader = new DateReader(pattern);
            assertThat(reader.read("2014年6月16日")).isEqualTo(LocalDate.of(2014, 6, 16));
            assertThat(reader.read("2014년 6월 16일")).isEqualTo(LocalDate.of(2014, 6, 16));
            assertThat(reader.read("令和7年10月8日")).isEqualTo(LocalDate.of(2025, 10, 8));
            assertThat(reader.read("令和元年５月１日")).isEqualTo(LocalDate.of(2019, 5, 1));
            assertThat(reader.read("平成31年4月30日")).isEqualTo(LocalDate.of(2019, 4, 30));
            assertThat(reader.read("昭和64年1月7日")).isEqualTo(LocalDate.of(1989, 1, 7));
            assertThat(reader.read("明治33年11月2日")).isEqualTo(LocalDate.of(1900, 11, 2));
        }
        for (String none :
                List.of("令和7年2月30日", "令和0年1月1日", "昭和99年1月1日", "平成45年1月1日", "慶応3年1月1日", "令和7年10月", "7年10月8日")) {
            assertThatThrownBy(() -> plain.read(none)).as(none).isInstanceOf(DateTimeException.class);
        }
    }

    @Test
    void isoIsReadWhateverThePatternAlsoWithoutMarksOrWithAZone() {
        LocalDate day = LocalDate.of(2014, 6, 16);
        for (String pattern : List.of("yyyy-MM-dd", "dd/MM/yyyy", "dd-MMM-yy")) {
            for (String text :
                    List.of("2014-06-16", "20140616", "2014-06-16Z", "2014-06-16+02:00", "2014-06-16-05:00")) {
                assertThat(new DateReader(pattern).read(text)).as(text).isEqualTo(day);
            }
        }
        assertThat(new DateReader("ddMMyyyy").read("20022011")).isEqualTo(LocalDate.of(2011, 2, 20));
        assertThatThrownBy(() -> new DateReader("ddMMyyyy").read("20140616")).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> plain.read("20141616")).isInstanceOf(DateTimeException.class);
    }

    @Test
    void monthsMayHaveEnglishNames() {
        LocalDate day = LocalDate.of(2014, 6, 16);
        assertThat(new DateReader("dd-MMM-yy").read("16-JUN-14")).isEqualTo(day);
        assertThat(new DateReader("MMMM d, yyyy").read("June 16, 2014")).isEqualTo(day);
        assertThat(new DateReader("dd-MMM-yy").read("16-JUN-14 00:00:00")).isEqualTo(day);
    }

    @Test
    void aTextThatIsNoDateIsToldWithTheSettingThatSaysItsPattern() {
        assertThat(problem("dd/MM/yyyy", "16.06.2014"))
                .isEqualTo(
                        "filing-date '16.06.2014' is not a date of pattern dd/MM/yyyy (text.date-pattern of the source)");
        assertThat(problem("dd/MM/yyyy", "31/06/2014"))
                .isEqualTo(
                        "filing-date '31/06/2014' is not a date of pattern dd/MM/yyyy (text.date-pattern of the source):"
                                + " this day does not exist");
    }

    @Test
    void theNumberThatASpreadsheetProgramKeepsOfADayIsToldAsThat() {
        for (String number : List.of("20000", "44203", "60000")) {
            assertThat(problem("dd/MM/yyyy", number))
                    .isEqualTo("filing-date '" + number
                            + "' is not a date. It seems to be the day number of a spreadsheet"
                            + " program. Format the column as a date there and save the file again.");
        }
        for (String other : List.of("19999", "60001", "4420", "442031", "44203.5")) {
            assertThat(problem("dd/MM/yyyy", other)).contains("not a date of pattern");
        }
    }

    @Test
    void aTimeOfOneDigitOrOfHalfADayMayStandBehindADate() {
        LocalDate day = LocalDate.of(2020, 1, 2);
        DateReader reader = new DateReader("M/d/yyyy");
        for (String time : List.of("", " 0:00", " 0:00:00", " 12:00:00 AM", " 3:04 PM")) {
            assertThat(reader.read("1/2/2020" + time)).as(time).isEqualTo(day);
            assertThat(reader.read("2020-01-02" + time)).as(time).isEqualTo(day);
        }
    }

    private static String problem(String pattern, String text) {
        try {
            return String.valueOf(new DateReader(pattern).read(text));
        } catch (DateTimeException e) {
            return DateProblem.of(Field.FILING_DATE, text, pattern, e);
        }
    }

    @Test
    void aDateBehindANumberIsFoundWhateverStandsInFrontOfIt() {
        LocalDate day = LocalDate.of(2015, 2, 13);
        for (String front :
                List.of("US 62/116,216 P ", "US62116216P ", "JP2015-122335A ", "DE1".repeat(100_000) + " ")) {
            for (String date : List.of("20150213", "2015-02-13", "2015-02-13T00:00:00.000Z")) {
                assertThat(plain.readPriority(front + date)).isEqualTo(day);
            }
        }
        assertThat(plain.readPriority("US1" + "1".repeat(300_000))).isNull();
    }
}
