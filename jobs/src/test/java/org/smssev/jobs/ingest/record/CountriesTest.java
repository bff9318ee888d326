package org.smssev.jobs.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {
    @ParameterizedTest
    @CsvSource({
        "us, US",
        "UK, GB",
        "DEU, DE",
        "kor, KR",
        "AN, AN",
        "[AN], AN",
        "[ZR], ZR",
        "SU, SU",
        "China, CN",
        "中国, CN",
        "United States, US",
        "USA, US",
        "' south  korea ', KR",
        "[US], US",
        "(DE), DE",
        "US-CA, US",
        "UK-ENG, GB",
        "'Korea, Republic of', KR",
        "'Korea, Democratic People''s Republic of', KP",
        "Republic of Korea, KR",
        "Bosnia and Herzegovina, BA",
        "Trinidad & Tobago, TT",
        "Ivory Coast, CI",
        "C\u00f4te d\u2019Ivoire, CI",
        "COTE D'IVOIRE, CI",
        "Myanmar, MM",
        "Soviet Union, SU",
        "T\u00fcrkiye, TR",
        "Turkey, TR",
        "Czechia, CZ",
        "Iran (Islamic Republic of), IR",
        "'Congo, the Democratic Republic of the', CD",
        "The former Yugoslav Republic of Macedonia, MK",
        "'Bahamas, The', BS",
        "Netherlands (the), NL",
        "St Lucia, LC",
        "U.S.A., US",
        "'Hong Kong, China', HK",
        "\u53f0\u7063, TW",
        "Netherlands Antilles, AN",
        "United States (US), US",
        "\u4e2d\u56fd(\u53f0\u6e7e), TW"
    })
    void codesAndNamesAreCountries(String raw, String code) {
        assertThat(Countries.ofParty(raw)).isEqualTo(code);
        assertThat(Countries.office(raw)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "DT",
        "MI",
        "CT",
        "NH",
        "PC",
        "BX",
        "QZ",
        "VT",
        "QQ",
        "UN",
        "XX",
        "WO",
        "European Patent Office",
        "European Patent Office (EPO)",
        "Georgia (US)",
        "75",
        "California",
        "[QQ]",
        "Korea (West)",
        "China (Taiwan)",
        "DE LA"
    })
    void whatIsNoCountryIsUnknown(String raw) {
        assertThat(Countries.ofParty(raw)).isNull();
    }

    @Test
    void whatIsNoCountryIsToldApartFromWhatSaysSo() {
        assertThat(List.of("Atlantis", "75", "DT", "[QQ]", "California", " Korea (West) "))
                .allMatch(Countries::isUnknown);
        assertThat(Stream.of(
                        "",
                        " ",
                        null,
                        "-",
                        "unknown",
                        "\u65e0",
                        "XX",
                        "ZZ",
                        "EP",
                        "EU",
                        "[EU]",
                        "XV",
                        "UK",
                        "XU",
                        "WIPO (PCT)",
                        "European Patent Office"))
                .noneMatch(Countries::isUnknown);
    }

    @Test
    void lettersOfAnOfficeStay() {
        assertThat(Countries.office("DT")).isEqualTo("DT");
        assertThat(Countries.office("European Patent Office")).isEqualTo("EP");
        assertThat(Countries.office("European Patent Office (EPO)")).isEqualTo("EP");
        assertThat(Countries.office("WIPO (PCT)")).isEqualTo("WO");
        assertThat(Countries.office("")).isNull();
        assertThat(Countries.office(null)).isNull();
        assertThat(Countries.ofParty(null)).isNull();
    }
}
