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
import org.smssev.common.config.Config.Grade.Aggregation;
import org.smssev.common.stats.PanelRule;
import org.smssev.common.tables.EvaluateTables.Expert;
import org.smssev.common.tables.EvaluateTables.Rating;
import org.smssev.common.tables.EvaluateTables.Score;
import org.smssev.common.tables.GradeTables.Change;
import org.smssev.common.tables.GradeTables.Explain;
import org.smssev.common.tables.GradeTables.Sensitivity;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.ScreenTables.Supplemented;

class GradingTest {
    private static final String[] DIMENSIONS = {"necessity", "feasibility", "impact"};

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
        Config.Grade settings = new Config.Grade(8.5, null, 6.0, List.of(), Aggregation.ADDITIVE, 100, 7);
        assertThatThrownBy(() -> Levels.of(settings, new double[] {8}))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("grade.level-2");
    }

    @Test
    void quantilesCutTheList() {
        Config.Grade settings = new Config.Grade(8.5, null, null, List.of(.25, .5, .75), Aggregation.ADDITIVE, 100, 7);
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
        assertThat(rows).hasSize(2 * (7 + 3 + 1 + 2 + 8));
        assertThat(rows)
                .extracting(Sensitivity::scenario)
                .contains("RULE_MEDIAN", "AGGREGATION_MINIMUM", "THRESHOLDS_PLUS_0.25", "WITHOUT_E3");
    }

    @Test
    void nearThresholdIsBorderline() {
        Bootstrap sure = new Bootstrap(8.51, 8.6, List.of(1.0, 0.0, 0.0, 0.0));
        assertThat(Grading.doubts(8.55, "LEVEL_1", new Levels(8.5, 7, 6), sure)).containsExactly("NEAR_THRESHOLD");
        Bootstrap unsure = new Bootstrap(8.3, 9, List.of(.7, .3, 0.0, 0.0));
        assertThat(Grading.doubts(8.65, "LEVEL_1", new Levels(8.5, 7, 6), unsure))
                .containsExactly("LOW_PROBABILITY", "THRESHOLD_IN_INTERVAL");
        assertThat(Grading.doubts(8.65, "LEVEL_1", new Levels(8.5, 7, 6), Bootstrap.NONE))
                .isEmpty();
    }

    @Test
    void changesTellWhatMoved() {
        List<Technology> before = List.of(row("A", "LEVEL_2", 7.5), row("B", "LEVEL_1", 9.0), row("C", "LEVEL_1", 9.0));
        List<Technology> now = List.of(row("A", "LEVEL_1", 8.6), row("B", "LEVEL_1", 9.0), row("D", "UNSCORED", null));
        assertThat(Changes.of(before, now))
                .extracting(Change::technologyId, Change::change)
                .containsExactly(tuple("A", "RAISED"), tuple("C", "LEFT"), tuple("D", "ENTERED"));
    }

    @Test
    void explanationHoldsTermsAndOtherLevels() {
        Grading grading = grading(Aggregation.ADDITIVE, Rule.MEAN, 8);
        Technology row = grading.technologies().get(0);
        List<Explain> terms = grading.explain().stream()
                .filter(term -> term.technologyId().equals("T0"))
                .toList();
        List<Sensitivity> others = grading.sensitivity().stream()
                .filter(other -> other.technologyId().equals("T0"))
                .toList();
        assertThat(ExplainText.text(row, terms, List.of(), others, "en"))
                .contains("Level: " + row.level(), "necessity: 0.4 x", row.reasonEn(), "Scenarios with another level");
        assertThat(ExplainText.text(row, terms, List.of(), others, "zh")).contains("等级：", row.reasonZh());
    }

    private static Grading grading(Aggregation aggregation, Rule rule, int experts) {
        Map<String, Double> weights = new LinkedHashMap<>();
        weights.put("necessity", .4);
        weights.put("feasibility", .3);
        weights.put("impact", .3);
        Config.Evaluate evaluate = new Config.Evaluate(List.of("x"), null, weights, 0, 10, rule, 1);
        Config.Grade grade = new Config.Grade(8.5, 7.0, 5.0, List.of(), aggregation, 200, 7);
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
                ratings.add(rating(t, d, rule, values, ones));
            }
        }
        return new Grading(evaluate, grade, candidates(), ratings, Panels.of(scores, people, List.of()));
    }

    private static Rating rating(int t, int d, Rule rule, double[] values, double[] ones) {
        double[] none = new double[values.length];
        boolean isScored = values.length > 0;
        Double value = isScored ? PanelRule.rating(rule, values, none, ones) : null;
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
                isScored ? "OK" : "UNSCORED");
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

    private static Technology row(String id, String level, Double score) {
        return new Technology(
                id, id, null, null, score, level, null, null, null, null, null, null, null, false, List.of(), null,
                List.of(), 0, "X", "x", "x");
    }
}
