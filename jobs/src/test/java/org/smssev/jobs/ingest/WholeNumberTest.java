package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.jobs.ingest.RecordNormaliser.Writing;
import org.smssev.jobs.ingest.format.Field;

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

    @Test
    void applicationsAreThoseOfTheDigits() {
        Writing writing = new Writing(";", "yyyy-MM-dd");
        ApplicationKeys keys = new ApplicationKeys(
                Map.of(Field.APPLICATION_NUMBER, writing, Field.PRIORITY_NUMBERS, writing), Map.of());
        assertThat(keys.of(
                        Map.of(Field.APPLICATION_NUMBER, "15345678.0", Field.PRIORITY_NUMBERS, "15111111.0;15222222"),
                        PublicationNumber.parse("US7650331B2", null, null)))
                .isEqualTo(List.of("US15345678", "US15111111", "US15222222"));
        assertThat(keys.of(
                        Map.of(Field.APPLICATION_NUMBER, "201410351234.0"),
                        PublicationNumber.parse("CN104267743A", null, null)))
                .isEqualTo(keys.of(
                        Map.of(Field.APPLICATION_NUMBER, "201410351234.5"),
                        PublicationNumber.parse("CN104267743A", null, null)));
    }
}
