package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WholeNumberTest {
    @Test
    void digitsLoseThePointAndZeroOfAColumnOfDecimals() {
        assertThat(WholeNumber.of("7650331.0")).isEqualTo("7650331");
        assertThat(WholeNumber.of("7650331.5")).isEqualTo("7650331.5");
        assertThat(WholeNumber.of("7650331.00")).isEqualTo("7650331.00");
        assertThat(WholeNumber.of("US7650331.0")).isEqualTo("US7650331.0");
    }

    @Test
    void checkDigitsOfChinaStay() {
        assertThat(WholeNumber.of("201410351234.0", "CN")).isEqualTo("201410351234.0");
        assertThat(WholeNumber.of("201410351234.5", "CN")).isEqualTo("201410351234.5");
        assertThat(WholeNumber.of("102012012345.0", "DE")).isEqualTo("102012012345");
        assertThat(WholeNumber.of("107106377.0", "CN")).isEqualTo("107106377");
    }

    @Test
    void publicationsAreThoseOfTheDigits() {
        assertThat(PublicationNumber.parse("650331.0", "US", "B1").canonical()).isEqualTo("US-650331-B1");
        assertThat(PublicationNumber.parse(" 7650331.0", "US", "B1").canonical())
                .isEqualTo("US-7650331-B1");
        assertThat(PublicationNumber.parse("ZL201410351234.0", "CN", "B").canonical())
                .isEqualTo("CN-ZL2014103512340-B");
        assertThat(PublicationNumber.canonical("7650331.0")).isEqualTo("7650331");
    }
}
