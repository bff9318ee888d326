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

    @Test
    void countriesThatAreNoMoreWereOnes() {
        for (String code : "AN ZR BU TP DY HV RH YD YU SU DD CS US EP XK".split(" ")) {
            assertThat(CountryCodes.isOrWasOne(code)).as(code).isTrue();
        }
        for (String code : "DT VT QQ UN ZZ UK MI CT NH PC WK JT PU NQ VD".split(" ")) {
            assertThat(CountryCodes.isOrWasOne(code)).as(code).isFalse();
        }
        assertThat(CountryCodes.isOne("AN")).isFalse();
    }

    @Test
    void officesOfSeveralCountriesAreNoCountry() {
        for (String code : "AP BX EA EM EP EU GC IB OA QZ WO XN XV XX ZZ DT".split(" ")) {
            assertThat(CountryCodes.isCountry(code)).as(code).isFalse();
        }
        for (String code : "US XK SU DD AN ZR".split(" ")) {
            assertThat(CountryCodes.isCountry(code)).as(code).isTrue();
        }
    }
}
