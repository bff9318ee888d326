package org.smssev.common.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.smssev.common.config.Config.Evaluate.Rule;

class LocationTest {
    private static final double[] FIVE = {8, 8.5, 9, 8.7, 3};
    private static final double[] ZEROS = new double[5];
    private static final double[] ONES = {1, 1, 1, 1, 1};

    @Test
    void huberAndHodgesLehmannOfFiveScores() {
        assertThat(Location.huber(FIVE)).isCloseTo(8.300738, within(1e-6));
        assertThat(Location.hodgesLehmann(FIVE)).isCloseTo(8.35, within(1e-12));
    }

    @Test
    void huberIsTheMedianWithoutSpread() {
        assertThat(Location.huber(new double[] {7, 7, 7, 7, 2})).isEqualTo(7);
    }

    @Test
    void equalWeightsCountEachScoreOnce() {
        assertThat(Location.effectiveNumber(ONES)).isEqualTo(5);
        assertThat(Location.weightedMean(FIVE, ONES)).isCloseTo(7.44, within(1e-12));
        double se = Descriptive.sd(FIVE) / Math.sqrt(5);
        assertThat(Location.weightedStandardError(FIVE, ONES)).isCloseTo(se, within(1e-12));
    }

    @Test
    void oneWeightHasNoStandardError() {
        assertThat(Location.weightedStandardError(FIVE, new double[] {1, 0, 0, 0, 0}))
                .isNaN();
        assertThat(Location.weightedMean(FIVE, ZEROS)).isNaN();
    }

    @Test
    void adjustedTakesSeverityOff() {
        double[] scores = {9, 7, 7.2, 6.8, 7.1};
        double[] severities = {2, 0, 0, 0, 0};
        assertThat(PanelRule.rating(Rule.ADJUSTED, scores, severities, ONES)).isBetween(6.9, 7.1);
    }

    @Test
    void everyRuleRatesEqualScoresAlike() {
        double[] same = {6, 6, 6, 6, 6};
        for (Rule rule : Rule.values()) {
            assertThat(PanelRule.rating(rule, same, ZEROS, ONES)).isEqualTo(6);
            assertThat(PanelRule.rating(rule, new double[0], new double[0], new double[0]))
                    .isNaN();
        }
    }
}
