package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetteredApplicationTest {
    @ParameterizedTest
    @CsvSource({
        "IN1113MU2013A,, IN1113MU2013",
        "1113MUM2013, IN, IN1113MU2013",
        "IN01113MUM2013,, IN1113MU2013",
        "IN2013MU1113A,, IN1113MU2013",
        "IN464MA1998A,, IN464MA1998",
        "IN2060MAS1998,, IN2060MA1998",
        "IN4496CHENP2014,, IN4496CHN2014",
        "IN4304DEN2015A,, IN4304DEN2015",
        "4304DELNP2015, IN, IN4304DEN2015",
        "IN2003KN01671,, IN1671KON2003",
        "IN1671KOLNP2003,, IN1671KON2003",
        "IN2013MN00600A,, IN600MUN2013",
        "IN2014CH4496A,, IN4496CH2014"
    })
    void theLettersOfIndiaStandBeforeTheYear(String compact, String office, String key) {
        assertThat(LetteredApplication.key(compact, office)).isEqualTo(key);
    }

    /** Derwent's code of Chennai, whose own is MA in databases as long as it was called Madras. */
    @ParameterizedTest
    @CsvSource({"IN1998CH2060A, IN2060MA1998", "IN2000CH464A, IN464CH2000", "IN464CH1998A, IN464CH1998"})
    void chennaiWasMadrasInDerwentBefore2000(String compact, String key) {
        assertThat(LetteredApplication.key(compact, null)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "IT2011BO768A,, ITBO20110768",
        "IT2011BO00768,, ITBO20110768",
        "IT1991MI618A,, ITMI910618",
        "IT2013RM63U,, ITRM20130063U",
        "BG2002A000039, IT, ITBG20020039",
        "ITRM2013U000063,, ITRM20130063U",
        "MI2003A2327, IT, ITMI20032327",
        "MI98A001234, IT, ITMI981234",
        "TO95A12, IT, ITTO950012",
        "ITTO2004A0123,, ITTO20040123"
    })
    void theProvinceOfItalyStandsBeforeTheYear(String compact, String office, String key) {
        assertThat(LetteredApplication.key(compact, office)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "IT102018000006789,, IT201800006789",
        "102018000006789A, IT, IT201800006789",
        "IT202019000001234,, IT201900001234U",
        "IT502018000006789,,",
        "IT102015000006789,,",
        "IT201800006789,,"
    })
    void numbersOfItalySince2016AreTheYearAndEightDigits(String compact, String office, String key) {
        assertThat(LetteredApplication.key(compact, office)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "AR1999P102435, ARP990102435",
        "DK2002BA00229U, DK200200229U",
        "DE1964B077613, DEB77613",
        "DE1963G037101, DEG37101"
    })
    void lettersOfEpodocStandBehindTheYear(String compact, String key) {
        assertThat(LetteredApplication.key(compact, null)).isEqualTo(key);
    }

    /** Of those of which no more is known EPODOC has the mark in front and DOCDB behind. */
    @ParameterizedTest
    @CsvSource({
        "USX1258190, US1258190X A",
        "CSX1258191, CS1258191X A",
        "FRX1258192, FR1258192X A",
        "GBX1258196, GB1258196X A"
    })
    void prioritiesThatAreNotKnownAreThoseOfDocdb(String epodoc, String docdb) {
        assertThat(LetteredApplication.key(epodoc, null)).isEqualTo(ApplicationNumber.key(docdb, null, null));
    }

    /** The year may be in front or behind, the serial number is too long, or nothing tells the office. */
    @ParameterizedTest
    @CsvSource({
        "IN2013MU2001A,",
        "IN201741008619A,",
        "ITBO20110768A,",
        "IT2011BO76800,",
        "DE1970B077613,",
        "1113MUM2013, US",
        "1113MUM2013,",
        "USX1258190A1,",
        "IN,"
    })
    void whatIsOfNoKnownOrderHasNoKey(String compact, String office) {
        assertThat(LetteredApplication.key(compact, office)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "SG10201501234UA,, SG10201501234",
        "SG10201501234U,, SG10201501234",
        "10201501234UA, SG, SG10201501234",
        "SG10201501234,,"
    })
    void theCheckLetterOfSingaporeIsLeftOut(String compact, String office, String key) {
        assertThat(LetteredApplication.key(compact, office)).isEqualTo(key);
    }
}
