package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationFlawTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.0141E+11",
                "2.0141e+11",
                "2,0141e+11",
                "2,0141E+11",
                "1.23e10",
                "1.23E9",
                "2e+11",
                "2E11",
                "2e11",
                "US2.0141e+11",
                "US2e11"
            })
    void roundedNumbersAreNone(String raw) {
        assertThat(PublicationFlaw.of(raw, PublicationNumber.parse(raw, null, null)))
                .contains("rounded");
        assertThat(PublicationFlaw.of(raw, PublicationNumber.parse(raw, "CN", null)))
                .contains("rounded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"35/2014", "01/2022", "IN 53/2010", "IN 35/2014 A", "35/2014 (A)", "35 / 2014", "35/2014."})
    void issuesOfTheJournalOfIndiaAreNone(String raw) {
        assertThat(PublicationFlaw.of(raw, PublicationNumber.parse(raw, "IN", null)))
                .contains("issue of the journal", "application numbers");
        assertThat(PublicationFlaw.of("35/2014", PublicationNumber.parse("35/2014", "US", null)))
                .isNull();
        assertThat(PublicationFlaw.of("1235/2014", PublicationNumber.parse("1235/2014", "IN", null)))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"US2E1", "US 2 e1", "EP1234567E", "USRE45678E1", "IN 12/MUMX5/2005 A"})
    void numbersThatHoldALetterEAreNotRounded(String raw) {
        assertThat(PublicationFlaw.of(raw, PublicationNumber.parse(raw, null, null)))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-", "EP-", "US", "US-0", "EP-000-A1"})
    void anOfficeWithoutANumberIsNone(String raw) {
        for (String kind : new String[] {null, "A", "A1", "B2"}) {
            assertThat(PublicationFlaw.of(raw, PublicationNumber.parse(raw, "US", kind)))
                    .contains("not a publication number");
        }
    }

    @Test
    void wordsAndLongTextsAreNone() {
        for (String raw : new String[] {"Total: 1", "Page 1 of the whole list", "EP1 ".repeat(26), "-1", "0000"}) {
            assertThat(PublicationFlaw.of(raw, PublicationNumber.parse(raw, null, null)))
                    .as(raw)
                    .endsWith("is not a publication number");
        }
    }

    @Test
    void aLongTextIsCutOff() {
        String raw = "EP_".repeat(50);
        assertThat(PublicationFlaw.of(raw, PublicationNumber.parse(raw + "1", null, null)))
                .isEqualTo("'" + raw.substring(0, 100) + "…' is not a publication number");
    }
}
