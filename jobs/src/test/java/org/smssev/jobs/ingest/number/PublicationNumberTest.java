package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationNumberTest {
    @ParameterizedTest
    @CsvSource({
        "US-7650331-B1, US-7650331-B1",
        "US7650331B1, US-7650331-B1",
        "us 7650331 b1, US-7650331-B1",
        "US 2011/0185700 A1, US-20110185700-A1",
        "US20110185700A1, US-20110185700-A1",
        "US2011185700A1, US-20110185700-A1",
        "US 2003/0123456 P1, US-20030123456-P1",
        "US2003123456P1, US-20030123456-P1",
        "US2003123456P9, US-20030123456-P9",
        "US20150376176, US-20150376176",
        "US2010032139W, US-2010032139-W",
        "IN2005DE01234 (A), IN-1234DE2005-A",
        "IN 2005DE01234 A, IN-1234DE2005-A",
        "IN-1234DE2005-A, IN-1234DE2005-A",
        "IN2005KOLNP01234, IN-1234KON2005",
        "US08927118B2, US-8927118-B2",
        "USD801224S1, US-D801224-S1",
        "USRE45678E1, US-RE45678-E1",
        "WO2015026896 (A1), WO-2015026896-A1",
        "WO0012345A1, WO-2000012345-A1",
        "WO 00/12345 A1, WO-2000012345-A1",
        "WO2000012345A1, WO-2000012345-A1",
        "WO 2000/12345 A1, WO-2000012345-A1",
        "WO 99/12345 A1, WO-1999012345-A1",
        "WO 03/012345 A1, WO-2003012345-A1",
        "KR 10-2005-0012345, KR-20050012345",
        "BRPI04123456A, BR-PI0412345-A",
        "DE69924535.4, DE-69924535",
        "DE 102004005130.1 B4, DE-102004005130-B4",
        "DEP3512345.6, DE-P3512345",
        "DE69924535.42, DE-6992453542",
        "BR 1020120123456 A2, BR-102012012345-A2",
        "KR 10-2004-0012345 A, KR-20040012345-A",
        "KR1020040012345A, KR-20040012345-A",
        "KR20040012345A, KR-20040012345-A",
        "KR2020040012345U, KR-20040012345-U",
        "KR1740312B1, KR-101740312-B1",
        "KR0123456B1, KR-100123456-B1",
        "KR101740312B1, KR-101740312-B1",
        "BRPI412345A, BR-PI412345-A",
        "BR PI 9801234-5 A, BR-9801234-A",
        "BRPI0312345A, BR-312345-A",
        "BRPI9801234B1, BR-PI9801234-B1",
        "BRMU8302345U, BR-8302345-U",
        "BRMU8402345U, BR-MU8402345-U",
        "BR PI 9801234, BR-PI9801234",
        "BR0001561A, BR-1561-A",
        "BRPI0011407B8, BR-PI0011407-B8",
        "BRMU8800840U2, BR-MU8800840-U2",
        "BR PI 0412345-6 A, BR-PI0412345-A",
        "BRPI0412345A, BR-PI0412345-A",
        "BR 10 2012 012345 6 A2, BR-102012012345-A2",
        "BR102012012345A2, BR-102012012345-A2",
        "JP H8-123456 A, JP-H08123456-A",
        "JPH08123456A, JP-H08123456-A",
        "SG11201401234QA, SG-11201401234Q-A",
        "SG 11201401234Q A, SG-11201401234Q-A",
        "GB0412345D0, GB-412345-D0",
        "JP05875093B1, JP-5875093-B1",
        "JPH0812345A, JP-H0812345-A",
        "AU 2016/219013 A1, AU-2016219013-A1",
        "US9801234B2 20171024, US-9801234-B2",
        "KR2017009256A, KR-20170009256-A",
        "KR200711111A, KR-20070011111-A",
        "KR200412345Y1, KR-200412345-Y1",
        "KR 20170009256 A, KR-20170009256-A",
        "KR946686B1, KR-100946686-B1",
        "JP11240844A, JP-H11240844-A",
        "JP62249000A, JP-S62249000-A",
        "JP08123456A, JP-H08123456-A",
        "JP1996123456A, JP-H08123456-A",
        "JP2015123456A, JP-2015123456-A",
        "JP6064592A, JP-H0664592-A",
        "JPH06064592A, JP-H0664592-A",
        "JP3114895U, JP-3114895-U",
        "JP2006-123A, JP-2006000123-A",
        "JP 2000-123 A, JP-2000000123-A",
        "JP 55-12345 A, JP-S5512345-A",
        "JP 9-123456 A, JP-H09123456-A",
        "JP2006123A, JP-2006123-A",
        "JP P2001-118988 A, JP-2001118988-A",
        "JP P2011-18988 A, JP-2011018988-A",
        "JP-P2001-118988, JP-2001118988-A",
        "JPP2001118988A, JP-2001118988-A",
        "JP A-2001-100907, JP-2001100907-A",
        "JP-A-2001-100907, JP-2001100907-A",
        "JP-A-10-123456, JP-H10123456-A",
        "JP Tokkai H8-123456, JP-H08123456-A",
        "JP 特開平10-123456, JP-H10123456-A",
        "JP P3123456 B2, JP-3123456-B2",
        "JP P3123456, JP-3123456",
        "JP P2012345, JP-2012345",
        "JP P2012345 B2, JP-2012345-B2",
        "JP P1999123, JP-1999123",
        "JP P2012-345, JP-2012000345-A",
        "JPU0112345U, JP-U0112345-U",
        "JPT0112345A, JP-T0112345-A",
        "KR201207995U, KR-20120007995-U",
        "KR199911910U, KR-19990011910-U",
        "KR200319897U, KR-200319897-U",
        "KR200802711U, KR-20080002711-U",
        "IN10234/DELNP/2011A, IN-10234DEN2011-A",
        "IN 12/MUM/2005 A, IN-12MU2005-A",
        "IN12MUM2005A, IN-12MU2005-A",
        "IN 0012/MUM/2005 A, IN-12MU2005-A",
        "IN 010234/DELNP/2011, IN-10234DEN2011",
        "SG-11201609926-B, SG-11201609926-B",
        "SG11201609926A1, SG-11201609926-A1",
        "US​9000002 B2﻿, US-9000002-B2",
        "108-493-016-922-603, 108-493-016-922-603",
        "053-163-491-940-16X, 053-163-491-940-16X"
    })
    void everySpellingIsOneNumber(String raw, String canonical) {
        assertThat(PublicationNumber.canonical(raw)).isEqualTo(canonical);
    }

    @Test
    void lettersWithinANumberLeaveItsOfficeAndKind() {
        assertThat(PublicationNumber.parse("IN2005DE01234 (A)", null, null))
                .isEqualTo(new PublicationNumber.Parts("IN-1234DE2005-A", "IN", "A"));
        assertThat(PublicationNumber.parse("IN2005DE01234", null, "A"))
                .isEqualTo(new PublicationNumber.Parts("IN-1234DE2005-A", "IN", "A"));
    }

    @Test
    void numbersOfUnknownFormHaveTheOfficeTheyStartWith() {
        assertThat(PublicationNumber.parse("IN 12/MUMX5/2005 A", null, null))
                .isEqualTo(new PublicationNumber.Parts("IN 12/MUMX5/2005 A", "IN", null));
        assertThat(PublicationNumber.parse("EP_2471949_A1", null, null).office())
                .isEqualTo("EP");
        assertThat(PublicationNumber.parse("QQ 12/MUMX5/2005 A", null, null).office())
                .isNull();
        assertThat(PublicationNumber.parse("TOTAL 1 OF 2 A", null, null).office())
                .isNull();
        assertThat(PublicationNumber.parse("108-493-016-922-603", null, null).office())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "US 08/123,456",
                "US08/123456",
                "US 29/123,456 A",
                "ZL201410351234.5",
                "CN 201910123456.7",
                "CN201910123456.X",
                "EP12306341.6",
                "EP 12306341.6 A1",
                "GB0512345.6",
                "CN98123456.7 A",
                "PI 0412345-6 A2",
                "QQ1234567A1",
                "ZZ-123456"
            })
    void applicationsOfTheUnitedStatesAndLettersOfNoOfficeAreOfNoKnownForm(String number) {
        PublicationNumber.Parts parts = PublicationNumber.parse(number, null, null);
        assertThat(parts.isKnown()).isFalse();
        assertThat(parts.canonical()).isEqualTo(number);
    }

    @Test
    void aSeriesBesideTheOfficeIsNoPatentEither() {
        assertThat(PublicationNumber.parse("08/123,456", "US", null).isKnown()).isFalse();
        assertThat(PublicationNumber.canonical("US 2011/0185700 A1")).isEqualTo("US-20110185700-A1");
        assertThat(PublicationNumber.canonical("US8,123,456 B2")).isEqualTo("US-8123456-B2");
    }

    @Test
    void aCellThatHoldsTwoNumbersIsOfNoKnownForm() {
        assertThat(PublicationNumber.parse("EP-1000000-A1; EP-1000001-A1", "EP", null)
                        .isKnown())
                .isFalse();
        assertThat(PublicationNumber.parse("EP-1000000-A1", "EP", null).isKnown())
                .isTrue();
        assertThat(PublicationNumber.parse("IN-12MU2005-A", "IN", null).isKnown())
                .isTrue();
    }

    @Test
    void canonicalNumbersStayAsTheyAre() {
        assertThat(PublicationNumber.canonical("US-D801224-S1")).isEqualTo("US-D801224-S1");
        assertThat(PublicationNumber.canonical("US-20150376176")).isEqualTo("US-20150376176");
    }

    /** A blank before a number changes nothing, but that it is no longer taken as it stands. */
    @Test
    void numbersTakenAsTheyStandAreReadAsAllOthers() {
        Random random = new Random(17);
        String[] offices = {"US-", "JP-", "EP-", "us-", "U-", "USD-", "-", "US"};
        String[] digits = {"1", "0", "01", "7650331", "2011185700", "20110185700", "H0812345", "12 34", ""};
        String[] kinds = {"", "-", "-A", "-A1", "-B1", "-B12", "-1", "-a1", "A1", "-A1 20171024"};
        String[] given = {null, "A", "A1", "B2"};
        int asTheyStand = 0;
        for (int i = 0; i < 20_000; i++) {
            String raw = offices[random.nextInt(offices.length)]
                    + digits[random.nextInt(digits.length)]
                    + kinds[random.nextInt(kinds.length)];
            String kind = given[random.nextInt(given.length)];
            String office = random.nextBoolean() ? null : "CN";
            PublicationNumber.Parts parts = PublicationNumber.parse(raw, office, kind);
            assertThat(parts)
                    .as("%s, %s, %s", raw, office, kind)
                    .isEqualTo(PublicationNumber.parse(" " + raw, office, kind));
            assertThat(PublicationNumber.canonical(raw)).as(raw).isEqualTo(PublicationNumber.canonical(" " + raw));
            asTheyStand += parts.canonical().equals(raw) ? 1 : 0;
        }
        assertThat(asTheyStand).isBetween(1_000, 15_000);
    }

    @Test
    void officeAndKindBesideTheNumberFillWhatItLacks() {
        assertThat(PublicationNumber.parse("08927118", "US", "B2"))
                .isEqualTo(new PublicationNumber.Parts("US-8927118-B2", "US", "B2"));
        assertThat(PublicationNumber.parse("EP1234567", "EP", "A1").canonical()).isEqualTo("EP-1234567-A1");
        assertThat(PublicationNumber.parse("PI0412345-6", "BR", "A").canonical())
                .isEqualTo("BR-PI0412345-A");
        assertThat(PublicationNumber.parse("10 2012 012345 6", "BR", "A2").canonical())
                .isEqualTo("BR-102012012345-A2");
        assertThat(PublicationNumber.parse("H8-123456", "JP", "A").canonical()).isEqualTo("JP-H08123456-A");
        assertThat(PublicationNumber.parse("P2001-118988", "JP", "A").canonical())
                .isEqualTo("JP-2001118988-A");
        assertThat(PublicationNumber.parse("P2001-118988", "JP", null).kind()).isEqualTo("A");
        assertThat(PublicationNumber.parse("00/12345", "WO", "A1").canonical()).isEqualTo("WO-2000012345-A1");
        assertThat(PublicationNumber.parse("RE45678", "US", "E1").canonical()).isEqualTo("US-RE45678-E1");
        assertThat(PublicationNumber.parse("PA04001234", "MX", "A").canonical()).isEqualTo("MX-PA4001234-A");
        assertThat(PublicationNumber.parse("11201401234Q", "SG", "A").canonical())
                .isEqualTo("SG-11201401234Q-A");
    }
}
