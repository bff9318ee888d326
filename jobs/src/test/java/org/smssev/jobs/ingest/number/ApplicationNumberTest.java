package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
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
        "CN 85100134.7, CN, CN85100134",
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
        "JP 2005-1234,, JP2005001234",
        "JP P2000-317806,, JP2000317806",
        "JPP2000317806,, JP2000317806",
        "P2000-317806, JP, JP2000317806",
        "JP 1998-123499,, JP12349998",
        "KR P2001-0012345,, KR20010012345",
        "KRP2001-0012345, US, KR20010012345",
        "P2001-0012345, KR, KR20010012345",
        "P2001-0012345, US, USP20010012345",
        "JP 10123499 A,, JP10123499",
        "JP10-123499, US, JP12349998",
        "10-123499, JP, JP12349998",
        "JP 12-034567,, JP2000034567",
        "JP 61-123456,, JP12345686",
        "JP 2005-1234567,, JP20051234567",
        "2005-0012345, JP, JP2005012345",
        "JP10-1234567,, JP101234567",
        "JP 2005-123456 A1,, JP2005123456",
        "JP 25-123456,, JP25-123456",
        "JP 0-123456,, JP0-123456",
        "JP 60/123456,, JP60-123456",
        "60/123456, JP, JP60-123456",
        "JP H10-123499,, JP12349998",
        "JP S63-001234 A,, JP123488",
        "JP HEI 8-271234,, JP27123496",
        "JP R1-123456,, JP2019123456",
        "特願平10-123499, JP, JP12349998",
        "JP 実願平2-012345号,, JP1234590U",
        "JP 2-012345 U,, JP1234590U",
        "JP 10-123499 19980506,, JP12349998",
        "JP 13-123456 20010401,, JP2001123456",
        "JP 13-123456 19380401,, JP12345638",
        "JP19980045000,, JP4500098",
        "JP199845000A,, JP4500098",
        "JP 4500098 A,, JP4500098",
        "DE200510012345,, DE102005012345",
        "DE 20 2010 012345.6,, DE202010012345",
        "DE201910001234,, DE102019001234",
        "GB20050012345,, GB0512345",
        "GB20130022222,, GB201322222",
        "FR20050012345,, FR0512345",
        "FR 0512345,, FR0512345",
        "SE20050001234,, SE0501234",
        "AU20050900123,, AU2005900123",
        "RU20050112345,, RU2005112345",
        "ES20050001234,, ES200501234",
        "CA20052512345,, CA2512345",
        "TW20050112345,, TW94112345",
        "TW 094112345,, TW94112345",
        "CN20111012345,, CN201110012345",
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
        "CH20030000904,, CH9042003",
        "CH 904/2003,, CH9042003",
        "CH 1149/98,, CH114998",
        "CH 1149/1998,, CH114998",
        "CH 114998 A,, CH114998",
        "CH19980001149,, CH114998",
        "1611/98, CH, CH161198",
        "CH20150001904,, CH19042015",
        "CH 0904/03 20030521,, CH9042003",
        "CH 0904/03 20040521,, CH90403",
        "KR2015101688A,, KR20150101688",
        "KR200711111A,, KR20070011111",
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
        "US20040212345F,, US21234504F",
        "TW19050123456,, TW19050123456",
        "US08359798A,, US8359798O",
        "08/359798, US, US8359798",
        "DE20001012345,, DE10012345",
        "DE19991018735,, DE19918735",
        "DE 199 18 735.2,, DE19918735",
        "DE19952012345,, DE29512345",
        "DE19904012345,, DE4012345",
        "DE20041012345,, DE20041012345",
        "FR19620918235,, FR918235",
        "FR 918235 A,, FR918235",
        "ZA19990003090,, ZA993090",
        "ZA 993090 A,, ZA993090",
        "ZA20040001234,, ZA200401234",
        "PT20210117283,, PT11728321",
        "YU20010000067,, YU6701",
        "EP2012306341A,, EP12306341",
        "EP20153368A,, EP20153368",
        "EP201533681,, EP201533681",
        "FR201553091A,, FR1553091",
        "FR20152715A,, FR1502715",
        "FR2013735A,, FR2013735",
        "JP201523308A,, JP2015023308",
        "JP20059697A,, JP20059697",
        "GB199712345A,, GB9712345",
        "GB200512345A,, GB0512345",
        "GB197240721A,, GB4072172",
        "GB197819128A,, GB197819128",
        "SE197410562A,, SE7410562",
        "AU200062942A,, AU6294200",
        "AU 6294200 A,, AU6294200",
        "AU19784036A,, AU403678",
        "AU200212345A,, AU200212345",
        "AU 1978 045475 A,, AU4547578",
        "AU 2016/219013 A,, AU2016219013",
        "AU 2016 019013 A,, AU2016019013",
        "RU1995110350A,, RU95110350",
        "RU19950110350,, RU95110350",
        "TW2016102090A,, TW105102090",
        "TW20165132309A,, TW105132309",
        "TW20164132309A,, TW20164132309",
        "ES19980001170,, ES9801170",
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
        "JP10-123499, 1998-05-06, JP12349998",
        "JP11-322368, 1999-11-12, JP32236899",
        "JP8-271234, 1996-10-14, JP27123496",
        "JP8-271234, 1933-10-14, JP27123433",
        "JP60/123456, 1985-06-01, JP12345685",
        "JP25-123456, 2013-06-01, JP2013123456",
        "JP25-123456, 1950-06-01, JP12345650",
        "JP10-123499, 2004-05-06, JP10-123499",
        "JP 10-123499 19980506, 2004-05-06, JP12349998",
        "JP 10-123499 19980631, 1998-05-06, JP12349998",
        "JP2003-187654, 1998-05-06, JP2003187654"
    })
    void theDateOfAJapaneseNumberTellsItsEra(String raw, LocalDate date, String key) {
        assertThat(ApplicationNumber.key(raw, "US", date)).isEqualTo(key);
    }

    /** Marks may stand in three places of a Japanese number, and how to share many of them out takes long to try. */
    @Test
    void manyMarksAreReadAtOnce() {
        String[] marked = {"JP" + "-".repeat(190), "JP" + " ".repeat(190) + "x", "-".repeat(195)};
        assertTimeout(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 300; i++) {
                for (String text : marked) {
                    assertThat(JapaneseApplication.key(text, "JP", null)).isNull();
                }
            }
        });
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
