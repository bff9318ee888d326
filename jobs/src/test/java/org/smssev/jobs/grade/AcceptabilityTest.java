package org.smssev.jobs.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.Config.Evaluate.Rule;
import org.smssev.common.config.GradeConfig.Smaa;
import org.smssev.common.tables.GradeTables.CentralWeight;
import org.smssev.common.tables.GradeTables.RankAcceptability;

class AcceptabilityTest {
    private static final String[] TWO = {"necessity", "impact"};
    private static final double[] HALF = {.5, .5};
    private static final int DRAWS = 20_000;

    /** Four standard errors of the worst case at 20,000 draws. */
    private static final double NEAR = .015;

    private static final Smaa UNIFORM = new Smaa(Smaa.Weights.UNIFORM, 1, false, DRAWS);

    private static Acceptability weights(Smaa smaa, double[][] ratings, double[] inUse) {
        return new Acceptability(GradeSettings.drawing(smaa), verdict(inUse.length), ratings, none(), inUse);
    }

    private static Verdict verdict(int dimensions) {
        double[] vetoes = new double[dimensions];
        Arrays.fill(vetoes, Double.NEGATIVE_INFINITY);
        return new Verdict(new Levels(8.5, 7, 6), vetoes);
    }

    private static ExpertDraws none() {
        return new ExpertDraws(new double[0][][], 0);
    }

    private static List<Double> shares(List<RankAcceptability> rows) {
        return rows.stream().map(RankAcceptability::share).toList();
    }

    @Test
    void uniformWeightsGiveTheSharesOfTheirIntegral() {
        // S_A = 1 + 8 w and S_B = 9 - 8 w with w uniform: A is first for w > 1/2, its mean weight there is 3/4;
        // S_A is 8.5 and more for w >= 15/16, 7 and more for w >= 3/4, 6 and more for w >= 5/8.
        Acceptability a = weights(UNIFORM, new double[][] {{9, 1}, {1, 9}}, HALF);

        assertThat(a.levelShares(0))
                .containsExactly(new double[] {1 / 16.0, 3 / 16.0, 2 / 16.0, 10 / 16.0}, within(NEAR));
        assertThat(shares(a.ranks(0, "A")).get(0)).isCloseTo(.5, within(NEAR));
        List<CentralWeight> central = a.centralWeights(0, "A", TWO);
        assertThat(central)
                .extracting(CentralWeight::weight)
                .satisfies(w -> assertThat(w.get(0)).isCloseTo(.75, within(NEAR)));
        assertThat(central.get(0).weight() + central.get(1).weight()).isCloseTo(1, within(1e-12));
        assertThat(central).allSatisfy(row -> assertThat(row.confidence()).isEqualTo(1));
    }

    @Test
    void threeDimensionsUniformOnTheSimplex() {
        // Each of three technologies is best in one dimension: by symmetry 1/3 each. The greatest of three weights
        // uniform on the simplex has the mean (1 + 1/2 + 1/3)/3 = 11/18, which is the central weight.
        Acceptability a = weights(UNIFORM, new double[][] {{9, 1, 1}, {1, 9, 1}, {1, 1, 9}}, new double[] {.4, .3, .3});
        for (int t = 0; t < 3; t++) {
            assertThat(shares(a.ranks(t, "T")).get(0)).isCloseTo(1 / 3.0, within(NEAR));
            assertThat(a.centralWeights(t, "T", new String[] {"x", "y", "z"})
                            .get(t)
                            .weight())
                    .isCloseTo(11 / 18.0, within(NEAR));
        }
    }

    @Test
    void dirichletWeightsHaveTheirMeanAndSpread() {
        double[][] draws =
                WeightDraws.of(new Smaa(Smaa.Weights.DIRICHLET, 100, false, DRAWS), new double[] {.4, .6, 0}, 3);
        double mean = Arrays.stream(draws).mapToDouble(w -> w[0]).average().orElseThrow();
        double variance = Arrays.stream(draws)
                .mapToDouble(w -> (w[0] - mean) * (w[0] - mean))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(.4, within(.002));
        // Variance of a Dirichlet weight: w (1 - w)/(c + 1).
        assertThat(variance).isCloseTo(.4 * .6 / 101, within(.0001));
        assertThat(List.of(draws)).allSatisfy(w -> {
            assertThat(w[2]).isZero();
            assertThat(w[0] + w[1]).isCloseTo(1, within(1e-12));
        });
    }

    @Test
    void largeConcentrationIsThePointWeights() {
        double[][] ratings = {{9, 8.2}, {8, 8.9}};
        Acceptability near = weights(new Smaa(Smaa.Weights.DIRICHLET, 1e9, false, DRAWS), ratings, HALF);
        Acceptability point = weights(new Smaa(Smaa.Weights.NONE, 1, false, 100), ratings, HALF);
        assertThat(near.levelShares(0)).containsExactly(point.levelShares(0)).containsExactly(1, 0, 0, 0);
        assertThat(near.levelShares(1)).containsExactly(0, 1, 0, 0);
        assertThat(near.error(1)).isZero();
    }

    @Test
    void tiesSplitRanksAndFirsts() {
        Acceptability a = weights(UNIFORM, new double[][] {{8, 6}, {8, 6}, {1, 1}}, HALF);
        assertThat(shares(a.ranks(0, "A"))).containsExactly(.5, .5);
        assertThat(shares(a.ranks(1, "B"))).containsExactly(.5, .5);
        assertThat(a.ranks(2, "C")).singleElement().satisfies(row -> {
            assertThat(row.rank()).isEqualTo(3);
            assertThat(row.share()).isEqualTo(1);
        });
        assertThat(a.centralWeights(0, "A", TWO)).allSatisfy(row -> {
            assertThat(row.firstShare()).isCloseTo(.5, within(1e-9));
            assertThat(row.confidence()).isCloseTo(.5, within(1e-9));
            assertThat(row.weight()).isCloseTo(.5, within(NEAR));
        });
        assertThat(a.centralWeights(2, "C", TWO)).isEmpty();
    }

    @Test
    void scoresAtAThresholdReachItInDrawsToo() {
        Acceptability a =
                weights(new Smaa(Smaa.Weights.NONE, 1, false, 100), new double[][] {{8.5, 8.5, 8.5}}, new double[] {
                    .09, .70, .21
                });
        assertThat(a.levelShares(0)).containsExactly(1, 0, 0, 0);
    }

    @Test
    void twoExpertsAreDrawnAsAllFourPairsOfThem() {
        // Scores 6 and 9: the mean of a draw is 6 (1 of 4), 7.5 (2 of 4) or 9 (1 of 4).
        Question question =
                new Question(new int[] {0, 1}, new double[] {6, 9}, new double[] {0, 0}, new double[] {1, 1});
        ExpertDraws draws = ExpertDraws.of(new Question[][] {{question}}, 2, Rule.MEAN, DRAWS, 7);
        Acceptability a = new Acceptability(
                GradeSettings.drawing(new Smaa(Smaa.Weights.NONE, 1, true, DRAWS)),
                verdict(1),
                new double[][] {{7.5}},
                draws,
                new double[] {1});
        assertThat(a.levelShares(0)).containsExactly(new double[] {.25, .5, .25, 0}, within(NEAR));
        assertThat(a.error(.5)).isCloseTo(Math.sqrt(.25 / DRAWS), within(1e-12));
    }

    @Test
    void vetoCountsInEachDraw() {
        Question question =
                new Question(new int[] {0, 1}, new double[] {6, 9}, new double[] {0, 0}, new double[] {1, 1});
        ExpertDraws draws = ExpertDraws.of(new Question[][] {{question}}, 2, Rule.MEAN, DRAWS, 7);
        Acceptability a = new Acceptability(
                GradeSettings.drawing(new Smaa(Smaa.Weights.NONE, 1, true, DRAWS)),
                new Verdict(new Levels(8.5, 7, 6), new double[] {7}),
                new double[][] {{7.5}},
                draws,
                new double[] {1});
        assertThat(a.levelShares(0)).containsExactly(new double[] {.25, .5, 0, .25}, within(NEAR));
    }

    @Test
    void errorOfDrawingAtNineThousandSixHundredAndFourIsTheHundredthAt95Percent() {
        Acceptability a = weights(new Smaa(Smaa.Weights.UNIFORM, 1, false, 9_604), new double[][] {{9, 1}}, HALF);
        assertThat(1.959963984540054 * a.error(.5)).isCloseTo(.01, within(1e-6));
    }

    @Test
    void tIntervalOfFewExpertsIsThatOfTheMean() {
        // scipy 1.x: stats.t.interval(.95, 4, mean, sem) of 7, 8, 9, 6, 8 is (6.184285223, 9.015714777).
        double[] scores = {7, 8, 9, 6, 8};
        Question question =
                new Question(new int[] {0, 1, 2, 3, 4}, scores, new double[5], new double[] {1, 1, 1, 1, 1});
        ExpertDraws draws = ExpertDraws.of(new Question[][] {{question}}, 5, Rule.MEAN, DRAWS, 7);
        double[] sorted = draws.scores(0, org.smssev.common.config.GradeConfig.Aggregation.ADDITIVE, new double[] {1});
        Interval interval = Interval.of(7.6, 5, sorted);
        assertThat(interval.status()).isEqualTo("FEW_EXPERTS");
        assertThat(interval.tLo()).isCloseTo(6.184285, within(.03));
        assertThat(interval.tHi()).isCloseTo(9.015715, within(.03));
        assertThat(interval.tHi() - interval.tLo()).isGreaterThan(interval.hi() - interval.lo());
        assertThat(Interval.of(7.6, 8, sorted).status()).isEqualTo("OK");
        assertThat(Interval.of(7.6, 1, sorted).status()).isEqualTo("SINGLE_EXPERT");
    }
}
