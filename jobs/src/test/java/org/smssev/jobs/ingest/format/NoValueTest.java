package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoValueTest {
    @Test
    void aTextOfWhichAnEncodingLeftNoLetterIsNone() {
        for (String lost : List.of("????", "?? ???", "??????: ???", "?-?")) {
            assertThat(NoValue.isOne(lost)).as(lost).isTrue();
        }
        for (String text : List.of("??? 2", "?? LED", "Why?", "(?)x")) {
            assertThat(NoValue.isOne(text)).as(text).isFalse();
        }
    }

    @Test
    void eachWordStandsForNothingInAnyCaseAlsoInThePlaceOfADate() {
        for (String word : NoValue.WORDS) {
            for (String written : List.of(word, word.toLowerCase(Locale.ROOT), " " + word + " ")) {
                assertThat(NoValue.isOne(written.strip())).as(written).isTrue();
                assertThat(NoValue.isNoDate(written)).as(written).isTrue();
                assertThat(Cleaning.value(written)).as(written).isEmpty();
                assertThat(Dates.iso(written)).as(written).isEmpty();
            }
        }
        assertThat(List.of(
                        "/",
                        "——",
                        "－",
                        "＿",
                        "ー",
                        "----",
                        "***",
                        "空",
                        "(blank)",
                        "无数据",
                        "不适用",
                        "没有",
                        "Not applicable",
                        "／",
                        "-----",
                        "(none)",
                        "空白",
                        "なし"))
                .allMatch(NoValue::isOne);
        assertThat(List.of("0", "//", "空调", "NANO", "US", "-1", "#1", "UNKNOWN CORP"))
                .noneMatch(NoValue::isOne);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0001-01-01",
                "9999-12-31",
                "9999-12-31 00:00:00",
                "0001-01-01T00:00:00Z",
                "9999",
                "99991231",
                "9999/12/31",
                "31.12.9999",
                "31/12/9999",
                "12/31/9999",
                "00010101",
                "01.01.0001",
                "1/1/0001 12:00:00 AM"
            })
    void theFirstAndLastDaysOfDatabasesAreNoDate(String text) {
        assertThat(NoValue.isNoDate(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0000",
                "00000000",
                "0.0",
                "0000-00-00",
                "0000-00-00 00:00:00",
                "00/00/0000",
                "1900-01-00",
                "1900/1/0",
                "1/0/1900",
                "00.01.1900",
                "0-Jan-00",
                "1900-01-00 00:00:00"
            })
    void zerosOfDatabasesAndDayZeroOfSpreadsheetsAreNoDate(String text) {
        assertThat(NoValue.isNoDate(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00",
                "1900-01-01",
                "1900-10-10",
                "0000-01-00",
                "1900",
                "10/10/1900",
                "01/01/1900",
                "31.12.1999",
                "01.01.2001",
                "10000101",
                "99991230",
                "31.12-9999",
                "1899-12-30"
            })
    void whatIsNotAllZerosIsLookedAt(String text) {
        assertThat(NoValue.isNoDate(text)).isFalse();
    }
}
