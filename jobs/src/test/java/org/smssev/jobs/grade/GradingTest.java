package org.smssev.jobs.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.UserException;
import org.smssev.common.config.Config;
import org.smssev.common.config.Config.Evaluate.Rule;
import org.smssev.common.config.GradeConfig;
import org.smssev.common.config.GradeConfig.Aggregation;
import org.smssev.common.stats.PanelRule;
import org.smssev.common.tables.EvaluateTables.Expert;
import org.smssev.common.tables.EvaluateTables.Rating;
import org.smssev.common.tables.EvaluateTables.Score;
import org.smssev.common.tables.GradeTables.Explain;
import org.smssev.common.tables.GradeTables.Sensitivity;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.ScreenTables.Supplemented;

class GradingTest {
    private static final String[] DIMENSIONS = {"necessity", "feasibility", "impact"};
    private static final DimensionNames NAMES = new DimensionNames(Map.of());

    @Test
    void scoreOfEightAndAHalfIsLevel1DespiteFloatingPoint() {
        double sum = Aggregate.score(Aggregation.ADDITIVE, new double[] {8.5, 8.5, 8.5}, new double[] {.09, .70, .21});
        assertThat(sum).isLessThan(8.5);
        assertThat(new Levels(8.5, 7, 6).level(sum)).isEqualTo("LEVEL_1");
    }

    @Test
    void scoreJustBelowIsLevel2() {
        assertThat(new Levels(8.5, 7, 6).level(8.4996)).isEqualTo("LEVEL_2");
        assertThat(new Levels(8.5, 7, 6).level(7)).isEqualTo("LEVEL_2");
        assertThat(new Levels(8.5, 7, 6).level(6)).isEqualTo("LEVEL_3");
        assertThat(new Levels(8.5, 7, 6).level(5.999)).isEqualTo("NOT_LISTED");
    }

    @Test
    void levelWithoutThresholdIsAnErrorThatNamesTheKey() {
        GradeConfig settings = GradeSettings.of(8.5, null, 6.0, List.of(), Aggregation.ADDITIVE);
        assertThatThrownBy(() -> Levels.of(settings, new double[] {8}))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("grade.level-2");
    }

    @Test
    void quantilesCutTheList() {
        GradeConfig settings = GradeSettings.of(8.5, null, null, List.of(.25, .5, .75), Aggregation.ADDITIVE);
        Levels levels = Levels.of(settings, new double[] {1, 2, 3, 4, 5});
        assertThat(levels.cuts()).containsExactly(4, 3, 2);
    }

    @Test
    void oneLowDimensionCostsMoreWhereNothingMakesUpForIt() {
        double[] ratings = {9, 9, 3};
        double[] weights = {.4, .3, .3};
        assertThat(Aggregate.score(Aggregation.ADDITIVE, ratings, weights)).isCloseTo(7.2, within(1e-12));
        assertThat(Aggregate.score(Aggregation.GEOMETRIC, ratings, weights))
                .isCloseTo(Math.pow(9, .7) * Math.pow(3, .3), within(1e-12));
        assertThat(Aggregate.score(Aggregation.MINIMUM, ratings, weights)).isEqualTo(3);
        assertThat(Aggregate.score(Aggregation.GEOMETRIC, new double[] {9, 9, 0}, weights))
                .isZero();
        assertThat(Aggregate.score(Aggregation.ADDITIVE, new double[] {9, 9, Double.NaN}, weights))
                .isNaN();
    }

    @Test
    void contributionsSumToTheScore() {
        for (Aggregation aggregation : Aggregation.values()) {
            Grading grading = grading(aggregation, Rule.ADJUSTED, 8);
            Map<String, Double> sums = new LinkedHashMap<>();
            for (Explain row : grading.explain()) {
                sums.merge(row.technologyId(), row.contribution(), Double::sum);
            }
            for (Technology row : grading.technologies()) {
                if (row.score() != null) {
                    assertThat(sums.get(row.technologyId())).isCloseTo(row.score(), within(1e-9));
                }
            }
        }
    }

    @Test
    void sharesOfLevelsSumToOneAndTheScoreIsInItsInterval() {
        for (Rule rule : Rule.values()) {
            Technology row =
                    grading(Aggregation.ADDITIVE, rule, 8).technologies().get(0);
            assertThat(row.pLevel1() + row.pLevel2() + row.pLevel3() + row.pNotListed())
                    .isCloseTo(1, within(1e-12));
            assertThat(row.score()).isBetween(row.lo95(), row.hi95());
        }
    }

    @Test
    void oneExpertGivesNoInterval() {
        Technology row =
                grading(Aggregation.ADDITIVE, Rule.MEAN, 1).technologies().get(0);
        assertThat(row.lo95()).isNull();
        assertThat(row.pLevel1()).isNull();
    }

    @Test
    void technologyWithoutScoresIsUnscored() {
        Technology row =
                grading(Aggregation.ADDITIVE, Rule.MEAN, 8).technologies().get(2);
        assertThat(row.level()).isEqualTo("UNSCORED");
        assertThat(row.score()).isNull();
        assertThat(row.reasonCode()).isEqualTo("NO_SCORES");
        assertThat(row.position()).isNull();
    }

    @Test
    void sameSeedGivesTheSameDraws() {
        assertThat(grading(Aggregation.ADDITIVE, Rule.ADJUSTED, 8).technologies())
                .isEqualTo(grading(Aggregation.ADDITIVE, Rule.ADJUSTED, 8).technologies());
    }

    @Test
    void everyScenarioGradesEveryRatedTechnology() {
        List<Sensitivity> rows = grading(Aggregation.ADDITIVE, Rule.MEAN, 8).sensitivity();
        assertThat(rows).hasSize(2 * (7 + 3 + 3 + 2 + 8));
        assertThat(rows)
                .extracting(Sensitivity::scenario)
                .contains(
                        "RULE_MEDIAN", "AGGREGATION_MINIMUM", "ENTROPY_WEIGHTS", "THRESHOLDS_PLUS_0.25", "WITHOUT_E3");
    }

    @Test
    void nearThresholdIsBorderline() {
        double[] none = {Double.NEGATIVE_INFINITY};
        TechnologyRow row = new TechnologyRow(new String[] {"impact"}, new Verdict(new Levels(8.5, 7, 6), none), NAMES);
        Interval sure = new Interval(8.51, 8.6, "OK", Double.NaN, Double.NaN);
        assertThat(row.doubts(8.55, new double[] {8.55}, sure, new double[] {1, 0, 0, 0}))
                .containsExactly("NEAR_THRESHOLD");
        Interval unsure = new Interval(8.3, 9, "OK", Double.NaN, Double.NaN);
        assertThat(row.doubts(8.65, new double[] {8.65}, unsure, new double[] {.7, .3, 0, 0}))
                .containsExactly("LOW_PROBABILITY", "THRESHOLD_IN_INTERVAL");
        assertThat(row.doubts(8.65, new double[] {8.65}, Interval.none("SINGLE_EXPERT"), null))
                .isEmpty();
    }

    @Test
    void vetoKeepsATechnologyOffTheListWhateverItsScore() {
        Levels levels = new Levels(8.5, 7, 6);
        Verdict verdict = Verdict.of(levels, Map.of("feasibility", 4.0), DIMENSIONS);
        assertThat(verdict.level(8.6, new double[] {9, 4, 9})).isEqualTo("LEVEL_1");
        assertThat(verdict.level(8.6, new double[] {9, 3.9999, 9})).isEqualTo("NOT_LISTED");
        assertThat(verdict.level(8.6, new double[] {9, 3.9999999999, 9})).isEqualTo("LEVEL_1");
        TechnologyRow row = new TechnologyRow(DIMENSIONS, verdict, NAMES);
        assertThat(row.doubts(8.55, new double[] {9, 3.95, 9}, Interval.none("NONE"), null))
                .as("no threshold matters, but the veto is near")
                .containsExactly("NEAR_VETO");
        assertThat(Reason.graded(8.6, verdict, DIMENSIONS, new double[] {9, 3, 9}, NAMES))
                .extracting(Reason::code, Reason::en)
                .containsExactly(
                        "VETO",
                        "Score 8.6 would reach Level 1 (8.5), but feasibility (3) is below the least rating allowed (4)."
                                + " Highest rated is necessity (9), lowest feasibility (3).");
    }

    @Test
    void vetoOfATechnologyThatIsTooLowAnywayIsToldBesideTheThreshold() {
        Verdict verdict = Verdict.of(new Levels(8.5, 7, 6), Map.of("feasibility", 4.0), DIMENSIONS);
        Reason reason = Reason.graded(5.5, verdict, DIMENSIONS, new double[] {7, 3, 6}, NAMES);
        assertThat(reason.en())
                .isEqualTo("Score 5.5 is below Level 3 (6), and feasibility (3) is below the least rating allowed (4)."
                        + " Highest rated is necessity (7), lowest feasibility (3).");
        assertThat(reason.zh()).startsWith("综合得分 5.5，低于三级门槛（6），且可行性（3）低于否决线（4）。");
        assertThat(reason.parameters()).contains("threshold=6", "veto=feasibility 4");
    }

    @Test
    void chineseReasonsCallDimensionsAsTheScoreSheetsDo() {
        DimensionNames own = new DimensionNames(Map.of("impact", List.of("Impact", "影响力")));
        Verdict verdict = Verdict.of(new Levels(8.5, 7, 6), Map.of(), DIMENSIONS);
        assertThat(Reason.graded(7.5, verdict, DIMENSIONS, new double[] {8, 7, 6}, own)
                        .zh())
                .isEqualTo("综合得分 7.5，达到二级门槛（7）。评分最高的维度为必要性（8），最低为影响力（6）。");
        assertThat(Reason.insufficient(List.of("feasibility", "cost"), 5, own).zh())
                .isEqualTo("以下维度的有效评分少于 5 个：可行性、cost。");
    }

    @Test
    void vetoIsNearOnlyWhereNeitherAnotherOneNorTheScoreClearlyDecides() {
        Verdict verdict = Verdict.of(new Levels(8.5, 7, 6), Map.of("feasibility", 4.0, "impact", 5.0), DIMENSIONS);
        assertThat(verdict.isNearVeto(7.2, new double[] {9, 3.95, 9}, .1)).isTrue();
        assertThat(verdict.isNearVeto(7.2, new double[] {9, 4.05, 9}, .1)).isTrue();
        assertThat(verdict.isNearVeto(7.2, new double[] {9, 3.95, 4.95}, .1)).isTrue();
        assertThat(verdict.isNearVeto(7.2, new double[] {9, 4.1, 9}, .1)).isFalse();
        assertThat(verdict.isNearVeto(7.2, new double[] {9, 3.95, 3}, .1))
                .as("another veto keeps it off")
                .isFalse();
        assertThat(verdict.isNearVeto(5.95, new double[] {9, 3.95, 9}, .1))
                .as("the score keeps it off")
                .isFalse();
    }

    @Test
    void missingDimensionIsInsufficientAndItsWeightIsNotShared() {
        Grading grading = grading(Aggregation.ADDITIVE, Rule.MEAN, 8, "impact");
        assertThat(grading.technologies())
                .extracting(Technology::level, Technology::score, Technology::reasonCode)
                .containsOnly(tuple("INSUFFICIENT", null, "BELOW_QUORUM"), tuple("UNSCORED", null, "NO_SCORES"));
        assertThat(grading.explain()).isEmpty();
    }

    @Test
    void ranksSumToOneAndTheLargestInfluenceIsThatOfTheScenarios() {
        Grading grading = grading(Aggregation.GEOMETRIC, Rule.HUBER, 8);
        Map<String, Double> sums = new LinkedHashMap<>();
        grading.ranks().forEach(row -> sums.merge(row.technologyId(), row.share(), Double::sum));
        assertThat(sums).hasSize(2);
        assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(1e-9)));
        Technology first = grading.technologies().get(0);
        double largest = grading.sensitivity().stream()
                .filter(row -> row.technologyId().equals("T0") && row.scenario().startsWith("WITHOUT_"))
                .mapToDouble(row -> Math.abs(first.score() - row.score()))
                .max()
                .orElseThrow();
        assertThat(Math.abs(first.influence())).isCloseTo(largest, within(1e-9));
        assertThat(first.modalLevel()).isEqualTo("LEVEL_2");
    }

    private static Grading grading(Aggregation aggregation, Rule rule, int experts) {
        return grading(aggregation, rule, experts, "none");
    }

    private static Grading grading(Aggregation aggregation, Rule rule, int experts, String lacking) {
        Map<String, Double> weights = new LinkedHashMap<>();
        weights.put("necessity", .4);
        weights.put("feasibility", .3);
        weights.put("impact", .3);
        Config.Evaluate evaluate = new Config.Evaluate(List.of("x"), null, weights, 0, 10, rule, 1);
        GradeConfig grade = GradeSettings.of(8.5, 7.0, 5.0, List.of(), aggregation);
        List<Score> scores = new ArrayList<>();
        List<Expert> people = new ArrayList<>();
        for (int e = 0; e < experts; e++) {
            people.add(
                    new Expert("E" + e, null, null, null, 6, 0, 0, 0, 0.0, null, false, null, null, null, "UNDEFINED"));
        }
        List<Rating> ratings = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
            for (int d = 0; d < DIMENSIONS.length; d++) {
                double[] values = new double[t == 2 ? 0 : experts];
                double[] ones = new double[values.length];
                for (int e = 0; e < values.length; e++) {
                    values[e] = 8 - t - .3 * d + .25 * ((e * 7 + t + d) % 8 - 3.5);
                    ones[e] = 1;
                    scores.add(new Score(1, "E" + e, "T" + t, DIMENSIONS[d], DIMENSIONS[d], values[e], false, false));
                }
                ratings.add(rating(t, d, DIMENSIONS[d].equals(lacking) ? null : rule, values, ones));
            }
        }
        return new Grading(evaluate, grade, candidates(), ratings, Panels.of(scores, people, List.of()));
    }

    private static Rating rating(int t, int d, Rule rule, double[] values, double[] ones) {
        double[] none = new double[values.length];
        boolean isScored = values.length > 0;
        Double value = isScored && rule != null ? PanelRule.rating(rule, values, none, ones) : null;
        return new Rating(
                "T" + t,
                DIMENSIONS[d],
                value,
                value,
                value,
                value,
                value,
                value,
                value,
                value,
                null,
                null,
                null,
                values.length,
                null,
                null,
                0,
                null,
                0,
                null,
                isScored ? rule == null ? "INSUFFICIENT" : "OK" : "UNSCORED");
    }

    private static List<Supplemented> candidates() {
        List<Supplemented> candidates = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
            candidates.add(new Supplemented(
                    "T" + t,
                    "Name " + t,
                    "名称" + t,
                    null,
                    List.of("EXPERT"),
                    List.of(),
                    List.of(),
                    List.of(),
                    1,
                    null,
                    "NONE",
                    null,
                    null,
                    null));
        }
        return candidates;
    }
}
