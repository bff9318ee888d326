package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AsciiTest {
    @Test
    void lettersAreCapitalsAndDigitsOfHalfWidth() {
        assertThat("AZ".chars().allMatch(c -> Ascii.isLetter((char) c))).isTrue();
        assertThat("@[azÄＡ0 ".chars().noneMatch(c -> Ascii.isLetter((char) c))).isTrue();
        assertThat("09".chars().allMatch(c -> Ascii.isDigit((char) c))).isTrue();
        assertThat("/:A１٣".chars().noneMatch(c -> Ascii.isDigit((char) c))).isTrue();
    }

    @Test
    void onlyLettersFromAToZHaveCapitals() {
        assertThat(Ascii.capital('a')).isEqualTo('A');
        assertThat(Ascii.capital('z')).isEqualTo('Z');
        assertThat(Ascii.capital('ä')).isEqualTo('ä');
        assertThat(Ascii.capital('{')).isEqualTo('{');
    }

    @Test
    void anEndIsTheStartWhereThereIsNone() {
        assertThat(Ascii.endOfLetters("US12A", 0)).isEqualTo(2);
        assertThat(Ascii.endOfDigits("US12A", 2)).isEqualTo(4);
        assertThat(Ascii.endOfDigits("US12A", 0)).isZero();
        assertThat(Ascii.endOfDigits("US", 2)).isEqualTo(2);
        assertThat(Ascii.endOfDigits("", 2)).isEqualTo(2);
    }
}
