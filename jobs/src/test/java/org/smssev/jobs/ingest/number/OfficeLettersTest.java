package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeLettersTest {
    @ParameterizedTest
    @CsvSource({
        "WO2005012345, JP, A1, JP-WO2005012345-A1",
        "GT06000014, MX, A, MX-GT6000014-A",
        "JL06000014, MX, A, MX-JL6000014-A",
        "PQ123400, AU, A0, AU-PQ123400-A0",
        "SN05123, TN, A1, TN-SN5123-A1",
        "SP056123, EC, A, EC-SP56123-A",
        "BS980009, IT, U1, IT-BS980009-U1",
        "GM 50123/2015, AT, U1, AT-GM501232015-U1",
        "PUV 2015-30000, CZ, U1, CZ-PUV201530000-U1",
        "PI2015001235, MY, A, MY-PI2015001235-A",
        "ZL201410351234.5, CN, B, CN-ZL2014103512345-B",
        "WO2005012345, US, A1, US-WO2005012345-A1",
        "SU1234567, US, A1, US-SU1234567-A1",
        "RE45678E1, US,, US-RE45678-E1"
    })
    void lettersBesideAnotherOfficeArePartOfTheNumber(String number, String office, String kind, String canonical) {
        assertThat(PublicationNumber.parse(number, office, kind).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "US7650331B1, CN,, US-7650331-B1",
        "US-7650331-B1, CN,, US-7650331-B1",
        "WO2005012345A1, JP, A1, WO-2005012345-A1",
        "WO2016123456, IB, A1, WO-2016123456-A1",
        "EP1234567, EP, A1, EP-1234567-A1",
        "SU1234567, RU, A1, SU-1234567-A1",
        "SU 1234567, EA, A1, SU-1234567-A1",
        "DD123456, DE, A1, DD-123456-A1",
        "CS123456, CZ, B1, CS-123456-B1",
        "CS 123456, SK, B1, CS-123456-B1",
        "YU12345, RS, A, YU-12345-A",
        "WO2005012345,, A1, WO-2005012345-A1"
    })
    void aWholeNumberHasItsOwnOffice(String number, String office, String kind, String canonical) {
        assertThat(PublicationNumber.parse(number, office, kind).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "UK1234567A, GB,, GB-1234567-A",
        "UK 2123456, GB, A, GB-2123456-A",
        "UK2123456A,,, GB-2123456-A",
        "EL1001234, GR, B1, GR-1001234-B1",
        "EL 1001234 B1, GR,, GR-1001234-B1"
    })
    void otherNamesOfOfficesAreThoseOfTheStandard(String number, String office, String kind, String canonical) {
        assertThat(PublicationNumber.parse(number, office, kind).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "1234/DEL/2005, IN-1234DE2005-A",
        "IN 1234/DEL/2005, IN-1234DE2005-A",
        "DEL/1234/2005, IN-1234DE2005-A",
        "2005DE01234, IN-1234DE2005-A"
    })
    void numbersOfIndiaNeedNoLettersOfTheirOffice(String number, String canonical) {
        assertThat(PublicationNumber.parse(number, "IN", "A").canonical()).isEqualTo(canonical);
    }

    @Test
    void numbersOfIndiaWithItsLettersNeedNoOfficeBeside() {
        assertThat(PublicationNumber.parse("IN DEL/1234/2005", null, "A").canonical())
                .isEqualTo("IN-1234DE2005-A");
    }
}
