package org.smssev.common.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatsTest {
    private static final int OWN = 164;

    @ParameterizedTest
    @ValueSource(
            strings = {"yyyy-mm-dd", "d/m/yy", "mmm dd", "yyyy\"年\"m\"月\"", "[$-411]ge.m.d", "yyyy年m月d日", "[red]dd.mm"})
    void formatsWithYearsOrDaysAndMonthsShowDates(String format) {
        assertThat(NumberFormats.isDate(OWN, format)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "General", "#,##0 \"days per mm\"", "[Red]0", "_d0_m", "*d0*m", "\\d0\\m", "h:mm"})
    void othersShowNumbersOrTimes(String format) {
        assertThat(NumberFormats.isDate(OWN, format)).isFalse();
    }

    @Test
    void formatsThatAreNotSpelledOutAreToldByTheirNumbers() {
        for (int id : new int[] {14, 17, 22, 27, 36, 50, 58}) {
            assertThat(NumberFormats.isDate(id, null)).as("%d", id).isTrue();
        }
        assertThat(NumberFormats.isDate(18, null)).isFalse();
        assertThat(NumberFormats.isDate(OWN, "y".repeat(256))).isFalse();
    }
}
