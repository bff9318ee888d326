package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PctNumberTest {
    @ParameterizedTest
    @CsvSource({
        "PCTUS2005020005, US2005020005W",
        "PCTUS05020005, US5020005W",
        "PCTJP9901234, JP1999001234W",
        "PCTJP0501234, JP2005001234W",
        "WOPCTJP2010001234, JP2010001234W",
        "EPPCTEP2007012345W, EP2007012345W",
        "WO2005US20005, US2005020005W",
        "WO2014US43210A, US2014043210W",
        "WO1999JP01234, JP1999001234W"
    })
    void applicationsAreToldByOfficeYearAndNumber(String compact, String key) {
        assertThat(PctNumber.key(compact)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "US, 2005020005, US2005020005W",
        "JP, 9901234, JP1999001234W",
        "JP, 7801234, JP1978001234W",
        "JP, 7701234, JP2077001234W",
        "CN, 2014071938, CN2014071938W",
        "US, 19990001234, US1999001234W",
        "US, 12345678, US12345678W",
        "US, 001234, US1234W"
    })
    void theKindTellsThemOfOthers(String office, String digits, String key) {
        assertThat(PctNumber.key(office, digits)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"US2005020005", "PCT2005020005", "PCTUS12345", "WO2005020005", "WO05US20005", "PCTUS2005020005X"})
    void othersAreNoApplications(String compact) {
        assertThat(PctNumber.key(compact)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "WO 00/12345 A1, WO2000012345 A1",
        "WO 99/12345, WO1999012345",
        "WO 03/012345 A1, WO2003012345 A1",
        "00/12345, WO2000012345",
        "wo 2000/12345, WO2000012345",
        "WO 2004/1234567, WO 2004/1234567",
        "WO2015026896 A1, WO2015026896 A1"
    })
    void aSlashStandsBehindTheYearOfAPublication(String text, String spelled) {
        assertThat(PctNumber.spelled(text)).isEqualTo(spelled);
    }

    @ParameterizedTest
    @CsvSource({
        "0012345, 2000012345",
        "9961002, 1999061002",
        "19012345, 2019012345",
        "20041234, 2004001234",
        "2015026896, 2015026896",
        "19781, 1978000001",
        "19771, 19771",
        "00123, 123",
        "20150268961, 20150268961"
    })
    void publicationsHaveAYearOfFourDigitsAndANumberOfSix(String given, String digits) {
        assertThat(PctNumber.digits(given)).isEqualTo(digits);
    }
}
