package org.smssev.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {
    @ParameterizedTest
    @CsvSource({
        "us, US",
        "UK, GB",
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
        "UK-ENG, GB"
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
        "75",
        "California",
        "[QQ]",
        "Korea (North)",
        "China (Taiwan)",
        "DE LA"
    })
    void whatIsNoCountryIsUnknown(String raw) {
        assertThat(Countries.ofParty(raw)).isNull();
    }

    @Test
    void lettersOfAnOfficeStay() {
        assertThat(Countries.office("DT")).isEqualTo("DT");
        assertThat(Countries.office("European Patent Office")).isEqualTo("EP");
        assertThat(Countries.office("")).isNull();
        assertThat(Countries.office(null)).isNull();
        assertThat(Countries.ofParty(null)).isNull();
    }
}
