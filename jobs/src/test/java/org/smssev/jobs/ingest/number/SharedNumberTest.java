package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedNumberTest {
    private static String of(String number) {
        return SharedNumber.of(PublicationNumber.parse(number, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "CN103175679A, CN103175679B, CN-103175679",
        "CN 103175679 A, CN103175679, CN-103175679",
        "EP1234567A1, EP1234567B1, EP-1234567",
        "WO2016136990A1, WO2016136990A3, WO-2016136990",
        "FR2987654A1, FR2987654B1, FR-2987654",
        "GB2345678A, GB2345678B, GB-2345678",
        "DE102015119692A1, DE102015119692B4, DE-102015119692",
        "DE19853862A1, DE19853862C2, DE-19853862",
        "AU2010123456A1, AU2010123456B2, AU-2010123456",
        "US7650331B2, US7650331C1, US-7650331",
        "BR102017012318A2, BR102017012318B1, BR-102017012318",
        "BRPI0412345A2, BRPI0412345B1, BR-PI0412345",
        "BR9801234A, BRPI9801234B1, BR-9801234",
        "BR0312345A, BRPI0312345B1, BR-312345",
        "RU2671694C2, RU2671694C9, RU-2671694"
    })
    void publicationsOfAnApplicationHaveIt(String one, String other, String shared) {
        assertThat(of(one)).isEqualTo(shared);
        assertThat(of(other)).isEqualTo(shared);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Series of their own: a grant of 1994 and an application of that number are of two inventions.
                "CN1101234A",
                "CN1101234C",
                "CN100456789C",
                "CN215308958U",
                "CN301234567S",
                "JPH05123456A",
                "JP2001118988A",
                "KR101740312B1",
                "KR20150106875A",
                "DE202015101234U1",
                "AU712345B2",
                "TW201012345A",
                "GB1234567A",
                // An application of series 11, which has the digits of another one's grant.
                "US11123456A",
                "US5123456A",
                "AU2005100123A4",
                "FR3012345A3",
                "no number"
            })
    void numbersThatSeveralInventionsMayHaveTellNothing(String number) {
        assertThat(of(number)).isNull();
    }
}
