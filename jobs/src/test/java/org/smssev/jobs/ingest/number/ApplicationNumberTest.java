package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationNumberTest {
    @ParameterizedTest
    @CsvSource({
        "US 15/062116, US, US15062116",
        "15/062116, US, US15062116",
        "US15062116A, US, US15062116",
        "US 15062116 20160305, EP, US15062116",
        "US 15062116 (2016-03-05), EP, US15062116",
        "US63/123456 (2020-12-10), , US63123456",
        "JP2015122335A 2015-06-17, US, JP2015122335",
        "EP 14001234.5, EP, EP14001234",
        "EP 04012345.6,, EP4012345",
        "EP 04012345 A,, EP4012345",
        "EP20120012345 A,, EP12012345",
        "DE 10 2004001234.5,, DE102004001234",
        "DE 10 2005009999.1,, DE102005009999",
        "DE 10 2012 012 345.6,, DE102012012345",
        "DE 102012012345 A,, DE102012012345",
        "GB 1212345.6,, GB201212345",
        "GB 201212345 A,, GB201212345",
        "GB 1212370 A,, GB1212370",
        "GB 0412345.6,, GB0412345",
        "GB 0412345 A,, GB0412345",
        "GB 412345 A,, GB412345",
        "US 15062193 A,, US15062193O",
        "US 201615062193 A,, US15062193",
        "US 15/062193 A,, US15062193",
        "CN 2014 10101225.6,, CN201410101225",
        "2014 10051123, CN, CN201410051123",
        "CN 2014 20100131,, CN201420100131",
        "SE 0401234-5,, SE0401234",
        "RU 2019123456/09,, RU2019123456",
        "PI0412345-6, BR, BRPI412345",
        "PI 9801234-5, BR, BR9801234",
        "BR PI0312345-6,, BR312345",
        "MU 7900123-4, BR, BR7900123U",
        "BR7900123U,, BR7900123U",
        "BR7900123A,, BR7900123",
        "BRMU8402345U,, BRMU8402345",
        "BR202012001234U,, BR202012001234",
        "1234/MAS/98, IN, IN1234MA1998",
        "PV 1234-98, CZ, CZ123498",
        "CZ PV 1998-1234,, CZ123498",
        "PUV 0123-97, CZ, CZ12397U",
        "PV 1997-98, CZ, PV199798",
        "BR 10 2012 012345-6,, BR102012012345",
        "CN 2014 1 0351234.5,, CN201410351234",
        "2014 10351234, CN, CN201410351234",
        "ZL2014103512345,, CN201410351234",
        "KR 10-2004-0012345,, KR20040012345",
        "KR 10 20040012345,, KR20040012345",
        "KR 20040012345 A,, KR20040012345",
        "KR 20-2004-0012345,, KR20040012345U",
        "KR 20040012345 U,, KR20040012345U",
        "PCT/US2005/020005,, US2005020005W",
        "US 2005020005 W,, US2005020005W",
        "WO2005US20005,, US2005020005W",
        "PCT/JP99/01234,, JP1999001234W",
        "WOPCT/JP2010/001234, US, JP2010001234W",
        "JPPCT/JP2007/050123, US, JP2007050123W",
        "EP PCT/EP2007/012345,, EP2007012345W",
        "JP 9901234 W,, JP1999001234W",
        "US201213648029 A,, US13648029",
        "13/648029, US, US13648029",
        "ES 201230123 U,, ES201230123U",
        "ES 201230123 A,, ES201230123",
        "AT 1232005 U,, AT1232005U",
        "CN201410351234.5, CN, CN201410351234",
        "CN 201410351234.X, EP, CN201410351234",
        "201410351234.5, CN, CN201410351234",
        "CN201410351234, CN, CN201410351234",
        "CN201410351234.5 20140722, CN, CN201410351234",
        "ZL201410351234.5, CN, CN201410351234",
        "JP 2015060123 W, WO, JP2015060123W",
        "JP 2015060123 A, JP, JP2015060123",
        "KR 20150001234 U, KR, KR20150001234U",
        "KR 20150001234 A, KR, KR20150001234",
        "CN 201520123456 U, CN, CN201520123456",
        "US 9012398 P, US, US9012398P",
        "US 9012398 A, US, US9012398O",
        "US 8359798 A,, US8359798O",
        "US8359798A,, US8359798O",
        "US 8359725 A,, US8359725",
        "09/012398, US, US9012398",
        "US 201562116216 P 20150213, US, US62116216",
        "ZL 201410351234.5,, CN201410351234",
        "CN-201410351234.5,, CN201410351234",
        "201410351234.5, US, US2014103512345",
        "0815123, US, US815123",
        "US 45000003 P,, US45000003P",
        "US 45000003 A,, US45000003O",
        "US 16000002 F,, US16000002F",
        "US 61123456 P,, US61123456",
        "US 61/123456,, US61123456",
        "US20080050000P,, US5000008P",
        "US 05000008 P,, US5000008P",
        "US20080050000,, US20080050000",
        "US 201529123456 F,, US29123456",
        "JP20050123456,, JP2005123456",
        "JP 2005-123456,, JP2005123456",
        "JP P2000-317806,, JP2000317806",
        "JPP2000317806,, JP2000317806",
        "P2000-317806, JP, JP2000317806",
        "KR P2001-0012345,, KR20010012345",
        "10-2003-31235, KR, KR20030031235",
        "KR P10-2004-0031234,, KR20040031234",
        "20-2004-1234, KR, KR20040001234U",
        "KRP2001-0012345, US, KR20010012345",
        "P2001-0012345, KR, KR20010012345",
        "P2001-0012345, US, USP20010012345",
        "JP 10123499 A,, JP10123499",
        "JP10-123499, US, JP12349998",
        "JP 2005-1234567,, JP20051234567",
        "2005-0012345, JP, JP2005012345",
        "JP10-1234567,, JP101234567",
        "JP 25-123456,, JP25-123456",
        "JP 60/123456,, JP60-123456",
        "JP H10-123499,, JP12349998",
        "特願平10-123499, JP, JP12349998",
        "JP 実願平2-012345号,, JP1234590U",
        "JP 10-123499 19980506,, JP12349998",
        "JP 13-123456 20010401,, JP2001123456",
        "JP19980045000,, JP4500098",
        "JP 4500098 A,, JP4500098",
        "DE 20 2010 012345.6,, DE202010012345",
        "GB20050012345,, GB0512345",
        "FR 0512345,, FR0512345",
        "TW 094112345,, TW94112345",
        "JP 2009003456 F,, JP2009003456F",
        "JP 2009003456 S,, JP2009003456F",
        "JP 意願2009-003456,, JP2009003456F",
        "KR 30-2009-0012345,, KR20090012345F",
        "KR 20090012345 F,, KR20090012345F",
        "CN 201430012345 S,, CN201430012345",
        "US 29341234 S,, US29341234",
        "CH 0904/03,, CH9042003",
        "00904/03, CH, CH9042003",
        "CH 9042003 A,, CH9042003",
        "CH 1149/98,, CH114998",
        "CH 114998 A,, CH114998",
        "CH19980001149,, CH114998",
        "CH 0904/03 20030521,, CH9042003",
        "CH 0904/03 20040521,, CH90403",
        "KR2015101688A,, KR20150101688",
        "KR 20070011111 A,, KR20070011111",
        "KR 20150101688 A,, KR20150101688",
        "WO2014US43210A,, US2014043210W",
        "US 2014043210 W,, US2014043210W",
        "0, JP, ''",
        "00000000, JP, ''",
        "000/00, CN, ''",
        "US20040600123P,, US60012304P",
        "US 60012304 P,, US60012304P",
        "US 60/012304,, US60012304",
        "US20050678901P,, US67890105P",
        "US08359798A,, US8359798O",
        "08/359798, US, US8359798",
        "DE 199 18 735.2,, DE19918735",
        "FR 918235 A,, FR918235",
        "ZA19990003090,, ZA993090",
        "ZA 993090 A,, ZA993090",
        "YU20010000067,, YU6701",
        "EP2012306341A,, EP12306341",
        "EP20153368A,, EP20153368",
        "FR20152715A,, FR1502715",
        "FR2013735A,, FR2013735",
        "JP20059697A,, JP20059697",
        "GB200512345A,, GB0512345",
        "AU 6294200 A,, AU6294200",
        "AU 1978 045475 A,, AU4547578",
        "AU 2016/219013 A,, AU2016219013",
        "AU 2016 019013 A,, AU2016019013",
        "US 2004-06-24,, ''",
        "US 20140305,, ''",
        "US 2014/03/05,, ''",
        "US; 2014-03-05,, ''",
        "US 2014-03-05 00:00:00,, ''",
        "2014-03-05 US,, ''",
        "05.03.2014, US, ''",
        "2004-06-24, US, ''",
        "??, US, ''"
    })
    void spellingsOfOneNumberGiveOneKey(String raw, String office, String key) {
        assertThat(ApplicationNumber.key(raw, office, null)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "RU, 94012345/28, RU94012345",
        "RU, 2012123456/08, RU2012123456",
        "SU, 4812345/28, SU4812345",
        "BR, 10 2012 001234 5, BR102012001234",
        "BR, PI 0412345 6, BRPI412345",
        "DE, P 35 12 345.2, DE3512345",
        "DE, G 88 04 767.3, DE8804767",
        "KR, 95-12345, KR19950012345",
        "ES, P200201529, ES200201529",
        "HU, P 01 03034, HU0103034",
        "AT, A 1231/2001, AT12312001",
        "AT, GM 434/2002, AT4342002U",
        "CZ, PV 2012-775, CZ20120775",
        "CZ, PUV 2014-30250, CZ201430250U",
        "BE, 2015/5251, BE201505251",
        "DK, PA 2001 00766, DK200100766",
        "DK, BA 2002 00229, DK200200229U",
        "MX, MX/a/2013/005081, MX2013005081",
        "RO, a 2012 00665, RO201200665",
        "SI, P-201000452, SI201000452",
        "IN, 1113/MUM/2013, IN1113MU2013",
        "IT, BG2002A000039, ITBG20020039"
    })
    void numbersAsOfficesWriteThemAreThoseOfDatabases(String office, String number, String key) {
        assertThat(ApplicationNumber.key(number, office, null)).isEqualTo(key);
        String named = number.startsWith(office) ? number : office + " " + number;
        assertThat(ApplicationNumber.key(named, "US", null)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "CN 01145302 A, CN1145302",
        "DK PA200100766 A, DK200100766",
        "DK BA200200229 U, DK200200229U",
        "HU 0103034 A, HU0103034",
        "DE P0035123 A, DEP35123",
        "DE B0077613 A, DEB77613",
        "HR P20100468 A, HRP20100468",
        "AR P030101575 A, ARP30101575",
        "BR PI0603782 A, BRPI603782",
        "IN 1113MU2013 A, IN1113MU2013",
        "IN2013MU1113A 2013-03-25, IN1113MU2013",
        "IN 201741008619 A, IN201741008619",
        "IN2017201741008619A 2017-03-13, IN201741008619",
        "IN 2013MU2001 A, IN2013MU2001A",
        "IT BO20110768 A, ITBO20110768",
        "IT 201800006789 A, IT201800006789",
        "IT 102018000006789, IT201800006789",
        "IT102018000006789, IT201800006789",
        "IT102018000006789A, IT201800006789",
        "IT202018000001234U, IT201800001234U",
        "EP 00150126.2, EP150126",
        "EP 150126.2, EP150126",
        "EP 8150124.2, EP8150124",
        "EP 08150124, EP8150124",
        "IT2011BO768A 2011-12-29, ITBO20110768",
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

    @ParameterizedTest
    @CsvSource({
        "JP10-123499, 1998-05-06, JP12349998",
        "JP10-123499, 2004-05-06, JP10-123499",
        "JP 10-123499 19980506, 2004-05-06, JP12349998",
        "JP 10-123499 19980631, 1998-05-06, JP12349998",
        "CH 0904/03 20030521, 2004-05-21, CH9042003",
        "CH 0904/03, 2004-05-21, CH90403"
    })
    void theDateInTheCellGoesBeforeThatBesideIt(String raw, LocalDate date, String key) {
        assertThat(ApplicationNumber.key(raw, "US", date)).isEqualTo(key);
    }

    @Test
    void lettersThatAreNoOfficeLeaveANumberToThatBesideIt() {
        assertThat(ApplicationNumber.isOpen("PQ1234", "AU")).isTrue();
        assertThat(ApplicationNumber.isOpen("CN1234", "AU")).isFalse();
    }

    /** Derwent means EP 15003368 by it, DOCDB a number of 2020; without a layout it is neither. */
    @ParameterizedTest
    @CsvSource({
        "EP20153368A, 2015-11-25, EP20153368A",
        "EP20153368, 2015-11-25, EP20153368A",
        "FR2013735A, 2013-03-07, FR2013735A",
        "US20169407A, 2016-01-28, US20169407A",
        "JP20059697A, 2005-01-17, JP20059697A",
        "JP20059697U, 2005-01-17, JP20059697U",
        "EP20153368A, 2020-01-24, EP20153368",
        "EP20202012A, 2020-10-15, EP20202012",
        "JP20059697A, 1997-01-17, JP20059697",
        "JP 2005/9697 A, 2005-01-17, JP2005009697",
        "AU19784036A, 1978-05-01, AU403678",
        "AU 2005/1234 A, 2005-05-01, AU20051234",
        "AU200512345A, 2005-05-01, AU2005012345",
        "FR20152715A, 2015-12-29, FR1502715"
    })
    void datedNumbersThatMayBeOfTwoYearsMeetNoOthers(String number, LocalDate date, String key) {
        assertThat(ApplicationNumber.key(number + " " + date, null, null)).isEqualTo(key);
        assertThat(ApplicationNumber.key(number, null, date)).isEqualTo(key);
        assertThat(ApplicationNumber.key(" " + number, null, date)).isEqualTo(key);
        assertThat(ApplicationNumber.key(number.substring(2), number.substring(0, 2), date))
                .isEqualTo(key);
    }

    /** Dates are read for those numbers alone that they may change. */
    @Test
    void aDateChangesNoNumberThatIsNotOpen() {
        Random random = new Random(29);
        String[] offices = {
            "US", "EP", "(US) ", " us", "CN", "KR", "GB", "FR ", "JP ", "CH ", "CH", "SE", "AU", "HEI ", "平", ""
        };
        String[] digits = {
            "10-123499", "12648029", "12/648029", "0904/03", "20153368", "2015123", "19981234", "53485009"
        };
        String[] besides = {"US", "JP", "CH", "EP", "CN"};
        LocalDate[] dates = {LocalDate.of(1998, 5, 6), LocalDate.of(2015, 5, 6), LocalDate.of(2009, 5, 6)};
        int open = 0;
        for (int i = 0; i < 20_000; i++) {
            String number = offices[random.nextInt(offices.length)]
                    + digits[random.nextInt(digits.length)]
                    + (random.nextBoolean() ? "A" : "");
            String office = besides[random.nextInt(besides.length)];
            LocalDate date = random.nextInt(4) == 0 ? LocalDate.of(1909, 1, 2) : dates[random.nextInt(dates.length)];
            if (ApplicationNumber.isOpen(number, office)) {
                open++;
                continue;
            }
            String key = ApplicationNumber.key(number, office, date);
            assertThat(key).as("%s %s %s", number, office, date).isEqualTo(ApplicationNumber.key(number, office, null));
            assertThat(UsApplication.oldKey(key, number, date)).isNull();
        }
        assertThat(open).isBetween(1_000, 19_000);
    }

    /** A blank behind the office changes nothing, but that the number is no longer taken as it stands. */
    @Test
    void numbersTakenAsTheyStandAreReadAsAllOthers() {
        Random random = new Random(23);
        String[] offices = {"US", "EP", "CN", "ZL", "KR", "GB", "DE", "JP", "ES", "BR", "WO", "us", "U"};
        String[] kinds = {"", "A", "U", "P", "W", "A1", "a"};
        for (int i = 0; i < 50_000; i++) {
            String digits = Integer.toString(random.nextInt(1, 10)).repeat(random.nextInt(1, 3))
                    + "20190123456789".substring(random.nextInt(14));
            String office = offices[random.nextInt(offices.length)];
            String rest = (random.nextInt(4) == 0 ? "0" : "") + digits + kinds[random.nextInt(kinds.length)];
            assertThat(ApplicationNumber.key(office + rest, "FR", null))
                    .as("%s %s", office, rest)
                    .isEqualTo(ApplicationNumber.key(office + " " + rest, "FR", null));
        }
    }
}
