package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FourDigitYearsTest {
    /** Of AU, DE, DK, FI, NL, NO and YU one export has both, with one date. */
    @ParameterizedTest
    @CsvSource({
        "AT198500335A, ATA33585A",
        "AT200000733A, ATA7332000A",
        "AU198436767A, AU3676784A",
        "AU198701206A, AU120687A",
        "AU191501269A, AU126915A",
        "AU200010314A, AU1031400A",
        "BR197900255A, BR7900255A",
        "BR197403703D0, BR7403703D0",
        "BR200004535A, BR0004535A",
        "BR200603782A, BRPI0603782A",
        "EA20199700077A1, EA199700077A1",
        "ECSP20066836A, ECSP066836A",
        "ECSP2010010613A, ECSP10010613A",
        "EE199900565A, EE9900565A",
        "HRP19921248B1, HRP921248B1",
        "LT1997106A, LT97106A",
        "MX199604588A, MX9604588A",
        "MX2004004709A, MXPA04004709A",
        "ZA197901634B, ZA791634B",
        "ZA199510891B, ZA9510891B",
        "CN1987103087A, CN87103087A",
        "CZ199701465A3, CZ146597A3",
        "CZ200000605A3, CZ2000605A3",
        "CZ200002657A3, CZ20002657A3",
        "DE199420497U1, DE9420497U1",
        "DE198016889U1, DE8016889U1",
        "DE196901242U, DE6901242U",
        "DK198400965A, DK96584A",
        "DK199002659D0, DK265990D0",
        "ES198103845A1, ES8103845A1",
        "FI199702624A0, FI972624A0",
        "FI198900133A, FI890133A",
        "FI201600062A, FI20160062A",
        "GB200512345D0, GB0512345D0",
        "GB198315244D0, GB8315244D0",
        "GB200908976D0, GB0908976D0",
        "GR19890100725A, GR890100725A",
        "GR1990100264A, GR900100264A",
        "HK19931265A, HK126593A",
        "HK1993673A, HK67393A",
        "HU199903515A2, HU9903515A2",
        "HU200002848A1, HU0002848A1",
        "HU201600021A2, HU1600021A2",
        "HU198906917D0, HU896917D0",
        "HU199901909D0, HU9901909D0",
        "IE19920704A1, IE920704A1",
        "IT198520985D0, IT8520985D0",
        "IT1991MI0618D0, ITMI910618D0",
        "ITMI19910618D0, ITMI910618D0",
        "IT2013TO0045A1, ITTO20130045A1",
        "ITTO20130045A1, ITTO20130045A1",
        "KR198403563A, KR840003563A",
        "KR1997002035A, KR970002035A",
        "KR199204684B1, KR920004684B1",
        "MX199206679A, MX9206679A",
        "NL197603512A, NL7603512A",
        "NL198101797A, NL8101797A",
        "NO199501982A, NO951982A",
        "NO199501982D0, NO951982D0",
        "NO200502685D0, NO20052685D0",
        "NO201601114A, NO20161114A",
        "RU1995110350A, RU95110350A",
        "SE199903916D0, SE9903916D0",
        "SE200901048A1, SE0901048A1",
        "SE198106277L, SE8106277L",
        "SI199520137A, SI9520137A",
        "SK199700788A3, SK78897A3",
        "SK200000243A3, SK2432000A3",
        "YU19841978A, YU197884A",
        "YU19990265A, YU26599A",
        "ZA199903090B, ZA993090B"
    })
    void derwentNumbersBecomeThoseOfDocdb(String derwent, String docdb) {
        assertThat(FourDigitYears.ofDerwent(derwent)).isEqualTo(docdb);
    }

    /** DOCDB has them so, or it is not known how it has them, or their digits are no year and serial number. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AU2000022325A1",
                "AU200584314A",
                "AU2016219013A1",
                "BR200702827A",
                "CN201025733A",
                "CZ199103130A3",
                "CZ200000097A3",
                "DE1909447A1",
                "DE19500539A1",
                "DE20001122U1",
                "DK199400280A",
                "DK200101066A",
                "EP2001739A1",
                "GB190324511A",
                "GB201714616D0",
                "GB2002885A",
                "HU199203284D0",
                "JP1997303143A",
                "KR1999062664A",
                "KR199802656A",
                "MX2007003290A",
                "HRP20100468A2",
                "EA201000556A1",
                "NL2012373A",
                "SK200024320A3",
                "TR199901380A3",
                "TW200405559A",
                "US2010032139W",
                "WO1999066041A1",
                "YU197884A",
                "ZA200003706A",
                "USD801224S1",
                "DE 19 odd"
            })
    void othersStay(String number) {
        assertThat(FourDigitYears.ofDerwent(number)).isEqualTo(number);
    }

    /** As Derwent has members of the same families, with their dates. */
    @ParameterizedTest
    @CsvSource({
        "AU1974075484A1, AU7548474A",
        "AU2001038263A1, AU3826301A",
        "AU2002225593A1, AU2002225593A1",
        "AU2001252879A1, AU2001252879A1",
        "ZA9003445B, ZA903445B",
        "ZA9510891B, ZA9510891B",
        "ZA200003706B, ZA200003706B",
        "US7650331B1, US7650331B1"
    })
    void patSnapNumbersBecomeThoseOfDocdb(String patSnap, String docdb) {
        assertThat(FourDigitYears.ofPatSnap(patSnap)).isEqualTo(docdb);
    }

    @Test
    void lensHasZerosInOldNumbersOfAustralia() {
        assertThat(FourDigitYears.ofLens("AU1984036767A")).isEqualTo("AU3676784A");
        assertThat(FourDigitYears.ofLens("AU2000010314A")).isEqualTo("AU1031400A");
        assertThat(FourDigitYears.ofLens("AU2016219013A1")).isEqualTo("AU2016219013A1");
        assertThat(FourDigitYears.ofLens("NL197603512A")).isEqualTo("NL197603512A");
    }
}
