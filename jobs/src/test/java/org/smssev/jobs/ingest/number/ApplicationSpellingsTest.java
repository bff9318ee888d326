package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of applications as EPODOC, offices and their departments write them, beside those of DOCDB. */
class ApplicationSpellingsTest {
    /** What stands beside is what documents of DOCDB have for the same applications. */
    @ParameterizedTest
    @CsvSource({
        "CN20011045302, CN1145302",
        "CN19988014060, CN98814060",
        "CN20031001234, CN3101234",
        "CN20031107890, CN200310107890",
        "CN20091094685, CN200910094685",
        "DE19888804767U, DE8804767",
        "DE19986032731T, DE69832731",
        "DE1964B077613, DEB77613",
        "AT20020000434U, AT4342002U",
        "AT20010001231, AT12312001",
        "AT19940000448, AT44894",
        "AT19980938302T, AT98938302",
        "DK19980938302T, DK98938302",
        "ES19980938302T, ES98938302",
        "AR1999P102435, ARP990102435",
        "BE20150005251, BE201505251",
        "BG20000105061, BG10506100",
        "BR19989815861, BR9815861",
        "CZ20120000775, CZ20120775",
        "DK20010000766, DK200100766",
        "DK2002BA00229U, DK200200229U",
        "FI20030001644, FI20031644",
        "GR20080100414, GR20080100414",
        "HK20010105128, HK1105128",
        "HU20010001714, HU0101714",
        "IE20050000535, IE20050535",
        "IL19980139274, IL13927498",
        "IT2011BO00768, ITBO20110768",
        "MX20130005081, MX2013005081",
        "NO20000005879, NO20005879",
        "NO19830000358, NO830358",
        "NZ19980508194, NZ50819498",
        "PL19980344259, PL34425998",
        "RO20120000665, RO201200665",
        "RO19200001138, RO200001138",
        "RU19200131592, RU2000131592",
        "SI20100000452, SI201000452",
        "SU19792810462, SU2810462",
        "TR20100004531, TR201004531",
        "TR19200003373T, TR200003373",
        "UA19200127405, UA200127405"
    })
    void numbersOfEpodocAreThoseOfDocdb(String epodoc, String key) {
        assertThat(ApplicationNumber.key(epodoc, null, null)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "RU, 94012345/28, RU94012345",
        "RU, 2012123456/08, RU2012123456",
        "SU, 4812345/28, SU4812345",
        "BR, 10 2012 001234 5, BR102012001234",
        "BR, PI 0412345 6, BRPI412345",
        "DE, P 35 12 345, DE3512345",
        "DE, P 35 12 345.2, DE3512345",
        "DE, G 88 04 767.3, DE8804767",
        "DE, G 88 04 767, DE8804767",
        "KR, 95-12345, KR19950012345",
        "KR, 1995-12346, KR19950012346",
        "ES, P200201529, ES200201529",
        "ES, P9801170, ES9801170",
        "ES, U200201529, ES200201529U",
        "HU, P0103034, HU0103034",
        "HU, P 01 03034, HU0103034",
        "AT, A 1231/2001, AT12312001",
        "AT, GM 434/2002, AT4342002U",
        "CZ, PV 2012-775, CZ20120775",
        "CZ, PUV 2014-30250, CZ201430250U",
        "CZ, 2012-775, CZ20120775",
        "BE, 2015/5251, BE201505251",
        "DK, PA 2001 00766, DK200100766",
        "DK, 2001 00766, DK200100766",
        "DK, BA 2002 00229, DK200200229U",
        "MX, MX/a/2013/005081, MX2013005081",
        "RO, a 2012 00665, RO201200665",
        "RO, u 2012 00023, RO201200023U",
        "SI, P-201000452, SI201000452",
        "IN, 1113/MUM/2013, IN1113MU2013",
        "IT, BG2002A000039, ITBG20020039"
    })
    void numbersAsOfficesWriteThemAreThoseOfDatabases(String office, String number, String key) {
        assertThat(ApplicationNumber.key(number, office, null)).isEqualTo(key);
        String named = number.startsWith(office) ? number : office + " " + number;
        assertThat(ApplicationNumber.key(named, "US", null)).isEqualTo(key);
    }

    /** A series of the United States under the wrong country, and a month. */
    @ParameterizedTest
    @CsvSource({
        "KR, 60/123456, KR60123456",
        "BE, 2012-07, BE201207",
        "CZ, 2012/07, CZ201207",
        "CZ, PV 2012-75, CZ20120075"
    })
    void aSlashOrAMonthTellsNoYear(String office, String number, String key) {
        assertThat(ApplicationNumber.key(number, office, null)).isEqualTo(key);
    }

    @Test
    void lettersThatAreNoOfficeLeaveANumberToThatBesideIt() {
        assertThat(ApplicationNumber.isOpen("PQ1234", "AU")).isTrue();
        assertThat(ApplicationNumber.isOpen("CN1234", "AU")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "CN 01145302 A, CN1145302",
        "DK PA200100766 A, DK200100766",
        "DK BA200200229 U, DK200200229U",
        "HU 0103034 A, HU0103034",
        "HU 103034 A, HU103034",
        "DE P0035123 A, DEP35123",
        "DE B0077613 A, DEB77613",
        "HR P20100468 A, HRP20100468",
        "AR P030101575 A, ARP30101575",
        "BR PI0603782 A, BRPI603782",
        "IN 1113MU2013 A, IN1113MU2013",
        "IN2013MU1113A 2013-03-25, IN1113MU2013",
        "IN 464MA1998 A, IN464MA1998",
        "IN 2060MA1998 A, IN2060MA1998",
        "IN1998CH2060A 1998-09-14, IN2060MA1998",
        "IN1998CH464A 1998-03-06, IN464MA1998",
        "IN2014CH4496A 2014-09-15, IN4496CH2014",
        "IN 201741008619 A, IN201741008619",
        "IN2017201741008619A 2017-03-13, IN201741008619",
        "IN 2013MU2001 A, IN2013MU2001A",
        "IT BO20110768 A, ITBO20110768",
        "IT2011BO768A 2011-12-29, ITBO20110768",
        "IT1991MI618A 1991-03-08, ITMI910618",
        "IT MI910618 A, ITMI910618",
        "IT2013RM63U 2013-04-04, ITRM20130063U",
        "IT RM20130063 U, ITRM20130063U"
    })
    void numbersWithLettersWithinAreThoseOfDocdb(String number, String key) {
        assertThat(ApplicationNumber.key(number, "US", null)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "HU 1400083 U, HU1400083U",
        "HU 1400083 A, HU1400083",
        "RO 201200023 U, RO201200023U",
        "VN 201000123 U, VN201000123U",
        "PH 2016000775 U, PH2016000775U"
    })
    void utilityModelsOfOfficesThatCountThemApartMeetNoPatents(String number, String key) {
        assertThat(ApplicationNumber.key(number, null, null)).isEqualTo(key);
    }
}
