package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BareNumberTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "=\"CN104267743A\", CN-104267743-A",
                "'CN104267746A, CN-104267746-A",
                "'CN104267746A', CN-104267746-A",
                "CN104267744（A）, CN-104267744-A",
                "ＵＳ４１２３４５９Ａ, US-4123459-A",
                "ＪＰ２０２０‐１２３４５６Ａ, JP-2020123456-A",
                "授权公告号CN104267748B, CN-104267748-B",
                "公开（公告）号：CN104267748A, CN-104267748-A",
                "WO2016123456A1 (en), WO-2016123456-A1",
                "US 5123456 A (2), US-5123456-A",
                "US 2015/0376176 A1 (2), US-20150376176-A1",
                "WO2015026896 (A1), WO-2015026896-A1"
            })
    void whatStandsAroundANumberIsNoPartOfIt(String text, String canonical) {
        PublicationNumber.Parts parts = PublicationNumber.parse(text, null, null);
        assertThat(parts.canonical()).isEqualTo(canonical);
        assertThat(PublicationFlaw.of(text, parts)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"EP3150483A1; EP3150483A4", "US20150376180A1|US9876543B2", "EP12345A1/B1", "PCT/US2005/020005"})
    void severalNumbersAndApplicationsAreOfNoKnownForm(String text) {
        PublicationNumber.Parts parts = PublicationNumber.parse(text, null, null);
        assertThat(parts.canonical()).isEqualTo(text);
        assertThat(parts.isKnown()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=\"2.0141E+11\"", "'2.0141E+11"})
    void roundedNumbersKeptAsTextAreRounded(String text) {
        assertThat(PublicationFlaw.of(text, PublicationNumber.parse(text, "CN", null)))
                .contains("rounded");
    }
}
