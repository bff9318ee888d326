package org.smssev.jobs.ingest;

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
        "HU-T36091-A, HU-T36091-A",
        "EP-A-0123456 and others, EP-A-0123456 and others"
    })
    void lettersOfNumbersStayInFront(String number, String canonical) {
        assertThat(PublicationNumber.canonical(number)).isEqualTo(canonical);
    }

    @Test
    void officeAndKindAreThoseOfTheNumber() {
        assertThat(PublicationNumber.parse("EP-A1-0123456", "US", "B2"))
                .isEqualTo(new PublicationNumber.Parts("EP-123456-A1", "EP", "A1"));
    }
}
