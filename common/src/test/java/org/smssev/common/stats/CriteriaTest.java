package org.smssev.common.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CriteriaTest {
    private static final double[][] X = {{.2, 10, 3}, {.8, 30, 1}, {.5, 20, 2}, {.9, 15, 4}};
    private static final boolean[] BENEFIT = {true, true, true};

    @Test
    void percentilesAreTheEnds() {
        // numpy: clip to quantiles .1 and .9 (linear), then min-max.
        double[][] expected = {{0, 0, .708333}, {.879310, 1, 0}, {.362069, .548387, .291667}, {1, .225806, 1}};
        assertRows(Criteria.percentileScale(X, BENEFIT, .1), expected);
    }

    @Test
    void ranksScaleWhateverTheDistances() {
        double[][] x = {{1, 5}, {1000, 5}, {2, 5}, {2, 5}};
        // ranks 1, 4, 2.5, 2.5 of 4; a constant column tells nothing
        assertRows(
                Criteria.rankScale(x, new boolean[] {true, true}), new double[][] {{0, 0}, {1, 0}, {.5, 0}, {.5, 0}});
        assertRows(
                Criteria.rankScale(x, new boolean[] {false, true}), new double[][] {{1, 0}, {0, 0}, {.5, 0}, {.5, 0}});
    }

    @Test
    void combinedWeightsSumToOne() {
        // given 3:1 is .75, .25; half of it and half of .4, .6
        assertThat(Criteria.linear(new double[] {3, 1}, new double[] {.4, .6}, .5))
                .containsExactly(new double[] {.575, .425}, within(1e-12));
        // 3 x .4 = 1.2 against 1 x .6
        assertThat(Criteria.product(new double[] {3, 1}, new double[] {.4, .6}))
                .containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(1e-12));
        assertThat(Criteria.product(new double[] {3, 0}, new double[] {.4, .6})).containsExactly(1, 0);
        assertThat(Criteria.without(new double[] {.5, .3, .2}, new boolean[] {true, false, false}))
                .containsExactly(new double[] {0, .6, .4}, within(1e-12));
    }

    @Test
    void criticByRanksIsNotMovedByAnOutlier() {
        // The second column follows the first but for its last value, which turns Pearson's r.
        double[][] x = {{0, 0, 1}, {.2, .01, 0}, {.4, .02, .6}, {.6, .03, .2}, {.8, .04, .8}, {1, 1, .4}};
        // Computed with scipy: spearmanr and std(ddof=1).
        assertThat(Criteria.criticWeightsByRanks(x))
                .containsExactly(new double[] {.245704141495, .262887575514, .49140828299}, within(1e-9));
        double[][] further = {{0, 0, 1}, {.2, .01, 0}, {.4, .02, .6}, {.6, .03, .2}, {.8, .5, .8}, {1, 1, .4}};
        assertThat(Criteria.criticWeights(further)).isNotEqualTo(Criteria.criticWeightsByRanks(further));
    }

    @Test
    void boundsHoldAndWhatLiesBetweenKeepsItsRatio() {
        double[] weights = {.7, .2, .08, .02, 0};
        // .4 and .1 are bounds, and the two between share .5 as .2 to .08.
        assertThat(Criteria.bounded(weights, .1, .4))
                .containsExactly(new double[] {.4, .5 * .2 / .28, .5 * .08 / .28, .1, 0}, within(1e-12));
        // Floor .05: .95 to the others, as .7 to .2 to .08.
        double rest = .95 / .98;
        assertThat(Criteria.bounded(weights, .05, 1))
                .containsExactly(new double[] {.7 * rest, .2 * rest, .08 * rest, .05, 0}, within(1e-12));
        assertThat(Criteria.bounded(weights, 0, 1)).containsExactly(weights);
        // Four criteria cannot keep a cap of a fifth.
        assertThat(Criteria.bounded(weights, 0, .2)).containsExactly(.25, .25, .25, .25, 0);
    }

    private static void assertRows(double[][] actual, double[][] expected) {
        assertThat(actual.length).isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).containsExactly(expected[i], within(1e-6));
        }
    }
}
