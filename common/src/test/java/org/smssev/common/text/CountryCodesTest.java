package org.smssev.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountryCodesTest {
    @Test
    void otherNamesOfCountriesAreNoCodes() {
        assertThat(CountryCodes.isOne("UK")).isFalse();
        assertThat(CountryCodes.ofStandard("UK")).isEqualTo("GB");
        assertThat(CountryCodes.ofStandard("EL")).isEqualTo("GR");
        assertThat(CountryCodes.ofStandard("FR")).isEqualTo("FR");
    }
}
