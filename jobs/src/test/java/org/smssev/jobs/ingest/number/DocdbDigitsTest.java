package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocdbDigitsTest {
    @ParameterizedTest
    @CsvSource({
        "EP, 2015, 3368, 15003368",
        "EP, 2012, 306341, 12306341",
        "FR, 2013, 735, 1300735",
        "FR, 1962, 918235, 918235",
        "GB, 2013, 22222, 201322222",
        "GB, 2005, 12345, 0512345",
        "GB, 1972, 40721, 4072172",
        "SE, 1974, 10562, 7410562",
        "JP, 2015, 23308, 2015023308",
        "JP, 1998, 45000, 4500098",
        "AU, 2015, 1234, 2015001234",
        "AU, 2002, 123456, 2002123456",
        "AU, 2000, 62942, 6294200",
        "RU, 2005, 112345, 2005112345",
        "RU, 1995, 110350, 95110350",
        "EA, 2013, 1050, 201301050",
        "EA, 2015, 90426, 201590426",
        "ES, 2010, 30123, 201030123",
        "ES, 1998, 1170, 9801170",
        "TW, 2016, 102090, 105102090",
        "TW, 2013, 2121354, 102121354",
        "ZA, 2004, 1234, 200401234",
        "ZA, 1999, 3090, 993090",
        "KR, 2015, 101688, 20150101688",
        "PT, 2021, 117283, 11728321",
        "YU, 2001, 67, 6701",
        "AT, 2001, 1231, 12312001",
        "AT, 1994, 448, 44894",
        "CH, 2003, 904, 9042003",
        "CH, 1998, 1149, 114998",
        "BE, 2015, 5251, 201505251",
        "CZ, 2012, 775, 20120775",
        "CZ, 2014, 30250, 201430250",
        "FI, 2003, 1644, 20031644",
        "NO, 1983, 358, 830358",
        "HK, 2001, 105128, 01105128",
        "HU, 2001, 1714, 0101714",
        "IE, 2005, 535, 20050535",
        "MX, 2013, 5081, 2013005081"
    })
    void theYearIsWhereTheOfficeHasIt(String office, String year, String serial, String digits) {
        assertThat(DocdbDigits.of(office, year, serial)).isEqualTo(digits);
        assertThat(DocdbDigits.of(office, year, "00" + serial)).isEqualTo(digits);
    }

    /** Offices, years of a change, and serial numbers of which it is not known what DOCDB has. */
    @ParameterizedTest
    @CsvSource({
        "US, 2005, 123456",
        "EP, 1976, 123456",
        "EP, 2005, 1234567",
        "GB, 1978, 19128",
        "AU, 2002, 12345",
        "ES, 1989, 1170",
        "BE, 1989, 5251",
        "CZ, 1999, 775",
        "HK, 2019, 105128",
        "MX, 2007, 5081",
        "NZ, 2001, 51234",
        "TW, 1905, 123456"
    })
    void whatIsNotKnownIsNotGuessed(String office, String year, String serial) {
        assertThat(DocdbDigits.of(office, year, serial)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"AT, T, 98938302", "DK, T, 98938302", "ES, T, 98938302", "ES, A,", "FI, T,"})
    void partsOfEuropeanPatentsAreNumberedAsTheirApplication(String office, String letter, String digits) {
        assertThat(DocdbDigits.of(office, letter, "1998", "938302")).isEqualTo(digits);
    }

    /** Series 12 ended in 2011; those of later series had its last serial numbers in no year that ends so. */
    @ParameterizedTest
    @CsvSource({
        "1998, 0083597, US08359798A",
        "2005, 123456, US12345605A",
        "1936, 5, US00000536A",
        "2011, 930001, US93000111A",
        "1935, 123456,",
        "2011, 123456,",
        "2011, 93,",
        "2012, 930001,",
        "2005, 1234567,"
    })
    void americanNumbersHaveSixDigitsAndTheYearUntilFebruary2011(String year, String serial, String number) {
        assertThat(DocdbDigits.american(year, serial, "A")).isEqualTo(number);
    }

    @Test
    void zerosInFrontComeAndGo() {
        assertThat(DocdbDigits.filled("123", 6)).isEqualTo("000123");
        assertThat(DocdbDigits.filled("1234567", 6)).isEqualTo("1234567");
        assertThat(DocdbDigits.withoutZeros("000120")).isEqualTo("120");
        assertThat(DocdbDigits.withoutZeros("000")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"19001, true", "20301, true", "20311, false", "18991, false", "2005, false"})
    void yearsOfApplicationsHaveASerialNumberBehindThem(String digits, boolean isOfYear) {
        assertThat(DocdbDigits.isOfYear(digits)).isEqualTo(isOfYear);
    }
}
