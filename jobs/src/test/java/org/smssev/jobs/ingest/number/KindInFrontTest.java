package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindInFrontTest {
    @ParameterizedTest
    @CsvSource({
        "EP-A-0123456, EP-123456-A",
        "EP-A1-0123456, EP-123456-A1",
        "EP-A1-0 123 456, EP-123456-A1",
        "ep-b1 0123456, EP-123456-B1",
        "US-A-4233567, US-4233567-A",
        "US-A-4 233 567, US-4233567-A",
        "WO-A1-2005/012345, WO-2005012345-A1",
        "WO-A-94/12345, WO-1994012345-A",
        "DE-C2-3512345, DE-3512345-C2",
        "DE-U1-9301234, DE-9301234-U1",
        "GB-A-2123456, GB-2123456-A",
        "AU-A-36767/84, AU-3676784-A",
        "KR-B1-10-0123456, KR-100123456-B1",
        "AT-A1-505495, AT-505495-A1",
        "BR-A2-PI0412345, BR-PI0412345-A2",
        "BR-U2-MU8800840, BR-MU8800840-U2",
        "DE-C2-4233567, DE-4233567-C2",
        "DE-D1-69012345, DE-69012345-D1",
        "FR-E-94079, FR-94079-E",
        "UK-A-2123456, GB-2123456-A",
        "CN-U-201234567, CN-201234567-U"
    })
    void kindStandsBehindTheNumber(String cited, String canonical) {
        assertThat(PublicationNumber.canonical(cited)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "US-H-485, US-H485",
        "US-D-801224, US-D801224",
        "HU-T-36091, HU-T36091",
        "AT-A4386-A, AT-A4386-A",
        "AT-A-4386, AT-A4386",
        "AT-E-50599, AT-E50599",
        "US-E-45678, US-E45678",
        "JP-T8-523456, JP-T8523456",
        "JP-U3-12345, JP-U312345",
        "HU-T36091-A, HU-T36091-A",
        "EP-A-0123456 and others, EP-A-0123456 and others"
    })
    void lettersOfNumbersStayInFront(String number, String canonical) {
        assertThat(PublicationNumber.canonical(number)).isEqualTo(canonical);
    }

    /** Eras are told as behind the kinds that the office's own marks are. */
    @ParameterizedTest
    @CsvSource({
        "JP-A-60123456, JP-S60123456-A",
        "JP-A-60-123456, JP-S60123456-A",
        "JP-B2-3123456, JP-3123456-B2",
        "JP-U-3123456, JP-3123456-U",
        "JP-B2-5-12345, JP-H0512345-B2",
        "JP-A1-2005123456, JP-2005123456-A1",
        "JP-T-2005-500001, JP-2005500001-T"
    })
    void kindsOfJapanStandBehindItToo(String cited, String canonical) {
        assertThat(PublicationNumber.canonical(cited)).isEqualTo(canonical);
        assertThat(PublicationNumber.parse(cited, "JP", "A").canonical()).isEqualTo(canonical);
    }

    @Test
    void officeAndKindAreThoseOfTheNumber() {
        assertThat(PublicationNumber.parse("EP-A1-0123456", "US", "B2"))
                .isEqualTo(new PublicationNumber.Parts("EP-123456-A1", "EP", "A1"));
    }
}
