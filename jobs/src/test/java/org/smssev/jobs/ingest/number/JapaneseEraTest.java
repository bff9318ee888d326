package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JapaneseEraTest {
    @ParameterizedTest
    @CsvSource({
        "11240844, A, H11240844",
        "62249000, A, S62249000",
        "08123456, A, H08123456",
        "1996123456, A, H08123456",
        "1988123456, A, S63123456",
        "1977136627, U, S52136627",
        "1979035440, B2, S5435440",
        "1993023023, Y2, H0523023",
        "1989015431, A, S6415431",
        "1989138352, A, H01138352",
        "01015650, A, S6415650",
        "1081498, A, S6481498",
        "1015650, A, S6415650",
        "1091600, A, H0191600",
        "6064592, A, H0664592",
        "06064592, A, H0664592",
        "406064592, A, H0664592",
        "359063899, A, S5963899",
        "58080387, U, S5880387",
        "63501208, T, S63501208",
        "64054321, A, S6454321",
        "63025793, B2, S6325793",
        "63049991, Y2, S6349991",
        "41005238, B1, S415238",
        "08123456,, H08123456",
        "46123456,, S46123456"
    })
    void theKindAndTheDigitsTellTheEra(String digits, String kind, String number) {
        assertThat(JapaneseEra.of(digits, kind)).isEqualTo(number);
    }

    /** Registered utility models, grants, years of four digits, of no era and of two, and serial numbers that no year had. */
    @ParameterizedTest
    @CsvSource({
        "3114895, U",
        "03114895, U",
        "5875093, B1",
        "03025793, B2",
        "11240844, B2",
        "2006123, A",
        "2012345,",
        "2015123456, A",
        "12345678, A",
        "65054321, A",
        "1989085000, A",
        "1989500431, A",
        "1989022759, U",
        "1925123456, A",
        "08600000,",
        "32123456,",
        "123456, A",
        "6064592, ''"
    })
    void othersAreOfNone(String digits, String kind) {
        assertThat(JapaneseEra.of(digits, kind)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "JP H8-123456, JP H08-123456",
        "JP 9-123456 A, JP H09123456 A",
        "JP 55-12345 A, JP S55012345 A",
        "JP 62/123456, JP S62123456",
        "JP 02/043615, JP 02043615",
        "2006-123, 2006000123",
        "JP 10-1234567, JP 10-1234567",
        "JP 6064592 A, JP 6064592 A"
    })
    void aMarkBehindTheYearTellsItsDigits(String text, String spelled) {
        assertThat(JapaneseEra.spelled(text)).isEqualTo(spelled);
    }

    @ParameterizedTest
    @CsvSource({"06064592, 0664592", "0812345, 0812345", "08000, 080", "080, 080", "08, 08"})
    void theSerialNumberLosesItsZerosButTheYearDoesNot(String digits, String expected) {
        assertThat(JapaneseEra.digits(digits)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"M, true", "T, true", "S, true", "H, true", "R, true", "U, false", "A, false"})
    void fiveLettersAreThoseOfEras(char letter, boolean isOne) {
        assertThat(JapaneseEra.isLetter(letter)).isEqualTo(isOne);
    }
}
