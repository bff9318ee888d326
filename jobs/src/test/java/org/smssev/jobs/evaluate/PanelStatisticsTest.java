package org.smssev.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.stats.Severity;
import org.smssev.common.tables.EvaluateTables.Score;

class PanelStatisticsTest {
    private static final double NONE = Double.NaN;

    @Test
    void kendallWWithTies() {
        KendallW kendall = KendallW.of(new double[][] {{9, 8, 8, 5}, {10, 8, 7, 6}, {9, 9, 7, 5}});
        assertThat(kendall.w()).isCloseTo(.940476, within(1e-6));
        assertThat(kendall.chi2()).isCloseTo(8.464286, within(1e-6));
        assertThat(kendall.p()).isCloseTo(.037330, within(1e-6));
        assertThat(kendall.pPermutation()).isCloseTo(96.0 / 13_824, within(1e-12));
    }

    @Test
    void kendallWIsUndefinedForOneExpertOrAllTies() {
        assertThat(KendallW.of(new double[][] {{1, 2, 3}}).w()).isNaN();
        assertThat(KendallW.of(new double[][] {{5, 5, 5}, {7, 7, 7}}).w()).isNaN();
        assertThat(KendallW.of(new double[0][]).w()).isNaN();
    }

    @Test
    void sameRankingIsFullConcordance() {
        KendallW kendall = KendallW.of(new double[][] {{1, 2, 3}, {4, 6, 9}});
        assertThat(kendall.w()).isCloseTo(1, within(1e-12));
        assertThat(kendall.pPermutation()).isCloseTo(1.0 / 6, within(1e-12));
    }

    @Test
    void intraclassCorrelationsOfShroutAndFleiss() {
        double[][] scores = {{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}};
        Icc icc = Icc.of(scores);
        // Intervals: psych::ICC of R on the same data, and an independent computation with scipy.
        assertEstimate(icc.icc11(), .1657, -.1329, .7226);
        assertEstimate(icc.icc21(), .2898, .0188, .7611);
        assertEstimate(icc.icc2k(), .6201, .0711, .9272);
        assertEstimate(icc.icc31(), .7148, .3425, .9459);
        assertEstimate(icc.icc3k(), .9093, .6757, .9859);
        assertThat(Reliability.cronbachAlpha(scores)).isCloseTo(icc.icc3k().value(), within(1e-12));
    }

    private static void assertEstimate(Estimate estimate, double value, double lo, double hi) {
        assertThat(estimate.value()).isCloseTo(value, within(5e-5));
        assertThat(estimate.lo95()).isCloseTo(lo, within(5e-5));
        assertThat(estimate.hi95()).isCloseTo(hi, within(5e-5));
    }

    @Test
    void oneExpertHasNoIntraclassCorrelation() {
        assertThat(Icc.of(new double[][] {{1}, {2}}).icc21().value()).isNaN();
        assertThat(GappedIcc.of(new double[][] {{1}, {2}}).icc21()).isNaN();
        assertThat(GappedIcc.of(new double[0][]).icc21()).isNaN();
    }

    @Test
    void lowScoreIsFlagged() {
        double[] z = OutlierFlags.modifiedZ(new double[] {8, 8.5, 9, 8.7, 3});
        assertThat(z[4]).isCloseTo(-7.4195, within(1e-6));
        assertThat(OutlierFlags.modifiedZ(new double[] {8, 8, 8, 8})).containsOnly(NONE);
        assertThat(OutlierFlags.modifiedZ(new double[] {8, 8, 8, 8, 8})).containsOnly(0);
    }

    @Test
    void withoutMadTheMeanDeviationScales() {
        double[] z = OutlierFlags.modifiedZ(new double[] {8, 8, 8, 8, 3});
        assertThat(z[4]).isCloseTo(-5 / (1.253314 * 1), within(1e-9));
    }

    @Test
    void severityIsFoundDespiteGaps() {
        // tau 5, 7, 3; rho +1, 0, -1
        double[] rho = Severity.of(new double[][] {{6, 8, NONE}, {NONE, 7, 3}, {4, NONE, 2}});
        assertThat(rho).containsExactly(new double[] {1, 0, -1}, within(1e-9));
    }

    @Test
    void expertsWithoutSharedItemsHaveNoSeverity() {
        double[] rho = Severity.of(new double[][] {{6, 8, NONE}, {4, 6, NONE}, {NONE, NONE, 5}});
        assertThat(rho).containsExactly(new double[] {1, -1, NONE}, within(1e-9));
    }

    @Test
    void completePartKeepsWhatOneGapLeaves() {
        Panel panel = Panel.of(List.of(
                score("E1", "A", 1),
                score("E1", "B", 2),
                score("E1", "C", 3),
                score("E2", "A", 2),
                score("E2", "B", 3),
                score("E3", "A", 2),
                score("E3", "B", 3),
                score("E3", "C", 4)));
        assertThat(panel.complete()).hasDimensions(3, 2);
    }

    @Test
    void oneFarSeverityHasAGreatRobustZ() {
        Map<String, Double> z = Panel.robustZ(Map.of("A", .1, "B", -.1, "C", 0.0, "D", .2, "E", -.2, "F", 2.4));
        assertThat(z.get("F")).isGreaterThan(ExpertRows.BIAS_LIMIT);
        assertThat(Panel.robustZ(Map.of("A", 0.0, "F", 2.4))).isEmpty();
    }

    private static Score score(String expert, String candidate, double score) {
        return new Score(1, expert, candidate, "impact", "impact", score, false, false);
    }

    /** Shrout and Fleiss's data, by expert. */
    private static double[][] byExpert() {
        return new double[][] {
            {9, 6, 8, 7, 10, 6}, {2, 1, 4, 1, 5, 2}, {5, 3, 6, 2, 6, 4}, {8, 2, 8, 6, 9, 7},
        };
    }

    @Test
    void correlationsOfAllScoresAreTheUsualOnesWithoutGaps() {
        GappedIcc icc = GappedIcc.of(byExpert());
        Icc usual = Icc.of(
                new double[][] {{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}});
        assertThat(icc.icc21()).isCloseTo(usual.icc21().value(), within(1e-12));
        assertThat(icc.icc2k()).isCloseTo(usual.icc2k().value(), within(1e-12));
        assertThat(icc.experts()).isEqualTo(4);
        assertThat(icc.technologies()).isEqualTo(6);
    }

    /** Computed with numpy: quadratic forms of projections, their traces as coefficients. */
    @Test
    void correlationsOfAllScoresAllowGaps() {
        double[][] scores = byExpert();
        scores[1][0] = Double.NaN;
        scores[3][3] = Double.NaN;
        scores[0][4] = Double.NaN;
        GappedIcc icc = GappedIcc.of(scores);
        assertThat(icc.icc21()).isCloseTo(.3477153558052444, within(1e-12));
        assertThat(icc.icc2k()).isCloseTo(.6463530667656829, within(1e-12));
    }

    @Test
    void whoSharesNoTechnologyWithTheOthersDoesNotCount() {
        double nan = Double.NaN;
        double[][] scores = {
            {9, 6, 8, nan}, {2, 1, 5, nan}, {nan, nan, nan, 7},
        };
        GappedIcc icc = GappedIcc.of(scores);
        assertThat(icc.experts()).isEqualTo(2);
        assertThat(icc.technologies()).isEqualTo(3);
        assertThat(icc.icc21())
                .isEqualTo(GappedIcc.of(new double[][] {{9, 6, 8}, {2, 1, 5}}).icc21());
    }
}
