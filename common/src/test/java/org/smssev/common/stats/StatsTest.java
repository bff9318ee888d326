package org.smssev.common.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StatsTest {
    private static final double[] FIVE = {8, 8.5, 9, 8.7, 3};
    private static final double[][] X = {{.2, 10, 3}, {.8, 30, 1}, {.5, 20, 2}, {.9, 15, 4}};
    private static final boolean[] BENEFIT = {true, true, true};

    @Test
    void medianAndTrimmedMeanResistOneLowScore() {
        assertThat(Descriptive.median(FIVE)).isEqualTo(8.5);
        assertThat(Descriptive.trimmedMean(FIVE, .2)).isCloseTo(8.4, within(1e-12));
        assertThat(Descriptive.mean(FIVE)).isCloseTo(7.44, within(1e-12));
    }

    @Test
    void quantilesFollowR7() {
        assertThat(Descriptive.quantile(FIVE, .75) - Descriptive.quantile(FIVE, .25))
                .isCloseTo(.7, within(1e-12));
    }

    @Test
    void nothingHasNoMean() {
        assertThat(Descriptive.mean(new double[0])).isNaN();
        assertThat(Descriptive.median(new double[0])).isNaN();
        assertThat(Descriptive.sd(new double[] {1})).isNaN();
    }

    @Test
    void tiesShareTheirRank() {
        assertThat(Ranks.averageRanks(new double[] {9, 8, 8, 5}, true)).containsExactly(1, 2.5, 2.5, 4);
        assertThat(Ranks.averageRanks(new double[] {9, 8, 8, 5}, false)).containsExactly(4, 2.5, 2.5, 1);
    }

    @Test
    void constantHasNoCorrelation() {
        assertThat(Ranks.spearman(new double[] {1, 1, 1}, new double[] {1, 2, 3}))
                .isNaN();
        assertThat(Ranks.spearman(new double[] {1, 2, 9}, new double[] {1, 2, 3}))
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void wilsonOfSixInTwenty() {
        assertThat(Wilson.interval(6, 20)[0]).isCloseTo(.145477, within(1e-6));
        assertThat(Wilson.interval(6, 20)[1]).isCloseTo(.518973, within(1e-6));
        assertThat(Wilson.interval(0, 0)).containsExactly(Double.NaN, Double.NaN);
    }

    @Test
    void criteriaWeights() {
        double[][] scaled = Criteria.scale(X, BENEFIT);
        assertClose(Criteria.entropyWeights(scaled), .298618, .374943, .326438);
        assertClose(Criteria.criticWeights(scaled), .229547, .341831, .428621);
    }

    @Test
    void constantColumnWeighsNothing() {
        double[][] scaled = Criteria.scale(new double[][] {{1, 7}, {2, 7}}, new boolean[] {true, false});
        assertThat(Criteria.entropyWeights(scaled)).containsExactly(1, 0);
        assertThat(Criteria.criticWeights(scaled)).containsExactly(1, 0);
    }

    @Test
    void topsisOnRawAndScaledValues() {
        double[] weights = {.5, .3, .2};
        assertClose(Topsis.closeness(X, weights, BENEFIT), .192465, .701030, .433347, .721681);
        double[][] scaled = Criteria.scale(X, BENEFIT);
        assertClose(Topsis.closeness(scaled, weights, BENEFIT), .192251, .706441, .440077, .670915);
    }

    private static void assertClose(double[] actual, double... expected) {
        assertThat(actual).hasSameSizeAs(expected);
        Arrays.setAll(actual, i -> Math.round(actual[i] * 1e6) / 1e6);
        assertThat(actual).containsExactly(expected, within(1.1e-6));
    }
}
