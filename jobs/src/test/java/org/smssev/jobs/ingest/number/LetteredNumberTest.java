package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetteredNumberTest {
    @ParameterizedTest
    @CsvSource({
        "IN2005DE01234A,, IN-1234DE2005-A",
        "IN2005KOLNP01234,, IN-1234KON2005",
        "IN10234DELNP2011A,, IN-10234DEN2011-A",
        "IN9780DEN2014A,, IN-9780DEN2014-A",
        "IN2014DN09780A,, IN-9780DEN2014-A",
        "IN24CHN2014A,, IN-24CHN2014-A",
        "IN2013MU2001A,, IN-2013MU2001-A",
        "IN12ABCDE2005A,, IN-12ABCDE2005-A",
        "IN0012MUM2005A,, IN-12MU2005-A",
        "12MUM2005, IN, IN-12MU2005",
        "2005DE01234A, IN, IN-1234DE2005-A"
    })
    void theLettersOfIndiaAreWithinTheNumber(String compact, String office, String canonical) {
        assertThat(LetteredNumber.within(compact, office, null).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({"IN12MUMX52005A,", "12MUM2005, US", "IN12MUM1805A,", "IN2005DE12,", "US7650331B1,"})
    void othersHaveNone(String compact, String office) {
        assertThat(LetteredNumber.within(compact, office, null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "DEL/1236/2012 A, IN1236DEL2012 A",
        "IN MUM/12/2005, IN12MUM2005",
        "12/MUM/2005, 12/MUM/2005",
        "DEL/1236/1812, DEL/1236/1812"
    })
    void theOfficeOfIndiaStandsBehindTheNumber(String text, String spelled) {
        assertThat(LetteredNumber.indian(text)).isEqualTo(spelled);
    }

    /** The last letter is the check letter, but where a hyphen, or that the layout took it off, tells that it is the kind. */
    @ParameterizedTest
    @CsvSource({
        "SG11201401234QA,,, SG-11201401234Q-A",
        "SG11201401234Q,, A, SG-11201401234Q-A",
        "11201401234Q, SG, A, SG-11201401234Q-A",
        "SG-11201609926-B,,, SG-11201609926-B",
        "SG11201609926B, SG, B, SG-11201609926-B",
        "11201609926B, SG, B, SG-11201609926B-B",
        "SG10201609926XA1,,, SG-10201609926X-A1"
    })
    void theCheckLetterOfSingaporeIsPartOfTheNumber(String text, String office, String kind, String canonical) {
        assertThat(LetteredNumber.singapore(text, text.replace("-", ""), office, kind)
                        .canonical())
                .isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({"11201401234QA,", "11201401234Q, US", "SG11201401234,", "SG12201401234QA,", "SG112014012QA,"})
    void othersAreNotOfSingapore(String text, String office) {
        assertThat(LetteredNumber.singapore(text, text, office, null)).isNull();
    }
}
