package org.smssev.jobs.ingest.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundedNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"2.0141E+11", "2.0141e+11", "2,0141E11", "1.23E9", "2E+11", "2e+5", " US2.0141E+11 ", "us-2.5e11"
            })
    void aSignOrAFractionTellsIt(String text) {
        assertThat(RoundedNumber.isOne(text)).isTrue();
        assertThat(RoundedNumber.mayHold(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2E11", "US2E1", "20141000000", "E+11", "12.0141E+11", "2.0141E+1100", "USRE45678E1", "", "."})
    void othersAreNone(String text) {
        assertThat(RoundedNumber.isOne(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"US7650331B1, 2.0141E+11", "2.5e11"})
    void aListMayHoldOne(String text) {
        assertThat(RoundedNumber.mayHold(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"US7650331B1", "EP1234567B1", "E+11"})
    void whatHasNoExponentHoldsNone(String text) {
        assertThat(RoundedNumber.mayHold(text)).isFalse();
    }
}
