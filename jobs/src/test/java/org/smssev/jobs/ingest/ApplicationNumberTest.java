package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

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
        "US 9012398 A, US, US9012398",
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
        assertThat(ApplicationNumber.key(raw, office)).isEqualTo(key);
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
            assertThat(ApplicationNumber.key(office + rest, "FR"))
                    .as("%s %s", office, rest)
                    .isEqualTo(ApplicationNumber.key(office + " " + rest, "FR"));
        }
    }
}
