package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of EPODOC, beside what documents of DOCDB have for the same applications, and of Derwent. */
class DatabaseDigitsTest {
    @ParameterizedTest
    @CsvSource({
        "CN, 20011045302,, 1145302",
        "CN, 19988014060,, 98814060",
        "CN, 20031001234,, 3101234",
        "CN, 1989203570, U, 89203570",
        "CN, 2001145302,, 1145302",
        "CN, 1984203570, U, 1984203570",
        "CN, 2004203570, U, 2004203570",
        "CN, 2001445302,, 2001445302",
        "CN, 20031107890,, 200310107890",
        "CN, 20091094685,, 200910094685",
        "CN, 20111012345,, 201110012345",
        "AT, 20020000434, U, 4342002",
        "AT, 20010001231,, 12312001",
        "AT, 19940000448,, 44894",
        "AT, 19980938302, T, 98938302",
        "DK, 19980938302, T, 98938302",
        "ES, 19980938302, T, 98938302",
        "BE, 20150005251,, 201505251",
        "BG, 20000105061,, 10506100",
        "BR, 19989815861,, 9815861",
        "CA, 20052512345,, 2512345",
        "CH, 20030000904,, 9042003",
        "CZ, 20120000775,, 20120775",
        "DE, 200510012345,, 102005012345",
        "DK, 20010000766,, 200100766",
        "EA, 20130001050,, 201301050",
        "FI, 20030001644,, 20031644",
        "FR, 20050012345,, 0512345",
        "GB, 20050012345,, 0512345",
        "GR, 20080100414,, 20080100414",
        "HK, 20010105128,, 1105128",
        "HU, 20010001714,, 0101714",
        "IE, 20050000535,, 20050535",
        "IL, 19980139274,, 13927498",
        "JP, 19980045000,, 4500098",
        "MX, 20130005081,, 2013005081",
        "NO, 20000005879,, 20005879",
        "NO, 19830000358,, 830358",
        "NZ, 19980508194,, 50819498",
        "PL, 19980344259,, 34425998",
        "PT, 20210117283,, 11728321",
        "RO, 20120000665,, 201200665",
        "RO, 19200001138,, 200001138",
        "RU, 19200131592,, 2000131592",
        "RU, 19950110350,, 95110350",
        "SE, 20050001234,, 0501234",
        "SI, 20100000452,, 201000452",
        "SU, 19792810462,, 2810462",
        "TR, 20100004531,, 201004531",
        "TR, 19200003373, T, 200003373",
        "TW, 20050112345,, 94112345",
        "UA, 19200127405,, 200127405",
        "US, 201213648029,, 13648029",
        "US, 20040600123, P, 60012304",
        "US, 20040212345, F, 21234504",
        "YU, 20010000067,, 6701",
        "ZA, 19990003090,, 993090"
    })
    void numbersOfEpodocAreThoseOfDocdb(String office, String epodoc, String letter, String docdb) {
        assertThat(DatabaseDigits.of(office, epodoc, letter)).isEqualTo(docdb);
    }

    /** What Derwent leaves zeros out of, where DOCDB has no number of as many digits. */
    @ParameterizedTest
    @CsvSource({
        "EP, 2012306341, 12306341",
        "FR, 201553091, 1553091",
        "FR, 20152715, 1502715",
        "JP, 201523308, 2015023308",
        "JP, 199845000, 4500098",
        "GB, 197240721, 4072172",
        "SE, 197410562, 7410562",
        "AU, 200062942, 6294200",
        "AU, 19784036, 403678",
        "AU, 1978045475, 4547578",
        "RU, 1995110350, 95110350",
        "TW, 20165132309, 105132309",
        "TW, 2016102090, 105102090",
        "IN, 2017201741008619, 201741008619"
    })
    void aYearInFrontIsToldByTheNumberOfDigits(String office, String given, String docdb) {
        assertThat(DatabaseDigits.of(office, given, "A")).isEqualTo(docdb);
    }

    @ParameterizedTest
    @CsvSource({
        "EP, 20153368",
        "EP, 201533681",
        "FR, 2013735",
        "JP, 20059697",
        "GB, 197819128",
        "AU, 200212345",
        "AU, 2016219013",
        "TW, 20164132309",
        "TW, 19050123456",
        "US, 20080050000",
        "IN, 201741008619",
        "GB, 0512345",
        "FR, 0512345"
    })
    void digitsThatDocdbMayHaveStay(String office, String digits) {
        assertThat(DatabaseDigits.of(office, digits, "A")).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({"JP, 0012345, 12345", "TW, 094112345, 94112345", "GB, 00412345, 412345", "GB, 0000, 0"})
    void zerosInFrontGoButThoseOfYears(String office, String given, String digits) {
        assertThat(DatabaseDigits.of(office, given, null)).isEqualTo(digits);
    }
}
