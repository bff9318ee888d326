package org.smssev.jobs.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficesTest {
    @ParameterizedTest
    @CsvSource({
        "欧洲专利局(EPO), EP",
        "世界知识产权组织（WIPO）, WO",
        "WIPO (PCT), WO",
        "European Patent Office (EPO), EP",
        "United States (US), US",
        "United Kingdom (UK), GB",
        "China (CN), CN",
        "中国(台湾), TW",
        "中国（香港）, HK",
        "us, US",
        "中国大陆, CN"
    })
    void bracketsMayNameTheSameOnceMore(String text, String code) {
        assertThat(Offices.code(text)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "China (Taiwan)",
                "Korea (West)",
                "Germany (East)",
                "Georgia (US)",
                "Samoa (American)",
                "Ireland (Northern)",
                "(US",
                "()"
            })
    void bracketsThatTellAnotherPlaceAreNotLeftOut(String text) {
        assertThat(Offices.code(text)).isEqualTo(text);
    }
}
