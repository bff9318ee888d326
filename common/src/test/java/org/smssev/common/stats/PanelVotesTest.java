package org.smssev.common.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What votes and nominations of a panel come to. */
class PanelVotesTest {
    @Test
    void ratioIsOneForAllZeroForHalfAndMinusOneForNone() {
        assertThat(ContentValidity.ratio(10, 10)).isEqualTo(1);
        assertThat(ContentValidity.ratio(5, 10)).isZero();
        assertThat(ContentValidity.ratio(0, 10)).isEqualTo(-1);
        assertThat(ContentValidity.ratio(9, 10)).isCloseTo(.8, within(1e-12));
        assertThat(ContentValidity.ratio(0, 0)).isNaN();
    }

    /** Table 2 of Ayre and Scally (2014), confirmed by scipy's binomial distribution. */
    @ParameterizedTest
    @CsvSource({"5, 1", "7, 1", "8, 0.75", "10, 0.8", "15, 0.6", "40, 0.3"})
    void criticalRatioIsExact(int votes, double critical) {
        assertThat(ContentValidity.critical(votes)).isCloseTo(critical, within(1e-12));
    }

    @Test
    void fourVotesProveNothing() {
        assertThat(ContentValidity.critical(4)).isNaN();
    }

    @Test
    void chapmanOfFortyTwentyFiveAndFifteen() {
        CaptureRecapture estimate = new CaptureRecapture(40, 25, 15);
        assertThat(estimate.estimate()).isCloseTo(65.625, within(1e-12));
        // numpy, by the formulas of Chapman (1951) and Seber (1970)
        assertThat(estimate.standardError()).isCloseTo(7.825357067590853, within(1e-9));
        assertThat(estimate.low()).isCloseTo(50.287581981355956, within(1e-9));
        assertThat(estimate.high()).isCloseTo(80.96241801864404, within(1e-9));
        assertThat(estimate.coverage()).isCloseTo(50 / 65.625, within(1e-12));
        assertThat(estimate.isReliable()).isTrue();
    }

    @Test
    void fewInBothAreUnreliableAndMoreThanEitherImpossible() {
        assertThat(new CaptureRecapture(40, 25, 6).isReliable()).isFalse();
        assertThat(new CaptureRecapture(0, 0, 0).coverage()).isNaN();
        assertThat(new CaptureRecapture(10, 10, 10).low()).isEqualTo(10);
        assertThatThrownBy(() -> new CaptureRecapture(3, 9, 4)).hasMessageContaining("lesser of 3 and 9, but is 4");
    }
}
