package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MexicanNumberTest {
    @ParameterizedTest
    @CsvSource({
        "MX/a/2010/001236, MX2010001236A",
        "mxMX/a/2010/001236, MX2010001236A",
        "MX/u/2010/000123, MX2010000123U",
        "MX/a/2010/001236 B, MX2010001236B",
        "PA/a/2004/001234, MXPA04001234A",
        "MXPA/a/2004/001234, MXPA04001234A",
        "mxPA/a/2004/001234, MXPA04001234A",
        "PA/u/2004/001234, MXPA04001234U"
    })
    void officesOwnNumberIsThatOfDatabasesAsPublicationAndAsApplication(String own, String databases) {
        assertThat(PublicationNumber.canonical(own)).isEqualTo(PublicationNumber.canonical(databases));
        assertThat(PublicationNumber.parse(own, null, null).isKnown()).isTrue();
        assertThat(PublicationNumber.parse(own, "MX", null)).isEqualTo(PublicationNumber.parse(databases, null, null));
        assertThat(ApplicationNumber.key(own, null, null)).isEqualTo(ApplicationNumber.key(databases, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MX/a/2010/1236", "PA/x/2004/001234", "12/MUM/2005", "WO/A/2004", "MX/a"})
    void othersStayAsTheyAre(String text) {
        assertThat(MexicanNumber.spelled(text, null)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"MX/a/2010/001236, B, MX2010001236B", "PA/a/2004/001234, A1, MXPA04001234A1"})
    void kindBesideItCountsMore(String own, String kind, String databases) {
        assertThat(PublicationNumber.parse(own, "MX", kind)).isEqualTo(PublicationNumber.parse(databases, null, null));
    }
}
