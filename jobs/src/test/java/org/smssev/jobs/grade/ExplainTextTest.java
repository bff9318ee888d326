package org.smssev.jobs.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.EvaluateTables.Score;
import org.smssev.common.tables.GradeTables.Evidence;
import org.smssev.common.tables.GradeTables.Explain;
import org.smssev.common.tables.GradeTables.Sensitivity;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.GradeTables.Threshold;

class ExplainTextTest {
    private static final Levels LEVELS = new Levels(8.5, 7, 6);

    /** Necessity 8, impact 6, weights a half: 7, at the threshold of Level 2. E1 rates it 9, E2 and E3 6. */
    private static Facts facts(Double score) {
        List<Score> scores = new ArrayList<>();
        double[] own = {10, 7, 7};
        for (int e = 0; e < own.length; e++) {
            scores.add(GradeSamples.score("E" + (e + 1), "T", "necessity", own[e], false));
            scores.add(GradeSamples.score("E" + (e + 1), "T", "impact", own[e] - 2, false));
        }
        List<Threshold> thresholds = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            thresholds.add(
                    new Threshold(Levels.NAMES.get(i), LEVELS.cuts()[i], null, null, List.of(), List.of(), null, null));
        }
        Technology technology = GradeSamples.technology("T", score == null ? "UNSCORED" : "LEVEL_2", score);
        return new Facts(
                technology,
                60,
                GradeSamples.candidate("T"),
                List.of(new Explain("T", "impact", .5, 6.0, 3), new Explain("T", "necessity", .5, 8.0, 4)),
                List.of(
                        new Evidence("T", "PUBLICATION", "CN-1-A", "weak", .2),
                        new Evidence("T", "PUBLICATION", "CN-2-A", "strong", .9),
                        new Evidence("T", "PUBLICATION", "CN-3-A", "third", .5, 3),
                        new Evidence("T", "PUBLICATION", "CN-4-A", "second", .5, 2),
                        new Evidence("T", "LIST_ITEM", "ccl 1C010", null, null),
                        new Evidence("T", "GAP", "REST ALL", "PARALLEL", .1),
                        new Evidence("T", "GAP", "BEST_OTHER ALL", "LEAD", .615)),
                List.of(
                        new Sensitivity("RULE_MEDIAN", "T", 6.9, "LEVEL_3"),
                        new Sensitivity("WITHOUT_E1", "T", 6.5, "LEVEL_3"),
                        new Sensitivity("RULE_MEAN", "T", 7.0, "LEVEL_2")),
                thresholds,
                scores,
                List.of(GradeSamples.expert("E1", "INDUSTRY", 1.5), GradeSamples.expert("E2", "ACADEMIA", -.2)),
                List.of(),
                GradeSamples.settings(.5));
    }

    @Test
    void tellsWhyWhatWouldChangeItWhoDisagreedAndThePatents() {
        String text = ExplainText.text(facts(7.0), false);
        assertThat(text)
                .contains("Name T (T)", "Level 2: score 7.00, rank 1 of 60")
                .contains("reaches Level 2, which begins at 7.", "misses Level 1, which begins at 8.5, by 1.5.")
                .contains("necessity: 0.50 x 8.00 = 4.00")
                // 1.5 missing over a weight of a half: impact at 9; necessity would need 11, which the scale lacks.
                .contains("impact at 9.00 (now 6.00)", "1.50 more on every dimension")
                .doesNotContain("    necessity at")
                .contains("lose its level with necessity at 7.99")
                .contains("Level 3: ratings by the rule MEDIAN", "Level 3: without expert E1")
                .doesNotContain("rule MEAN")
                .contains("1 at Level 1, 2 at Level 3")
                .contains(
                        "industry 9.00 (1 expert, clearly higher)",
                        "E1 9.00 (industry; in general 1.50 above the panel)")
                .contains("the strongest 4 of 12 families", "ccl 1C010")
                .contains("in this technology: against the best other country", "the composite gap is 0.6");
        assertThat(text.indexOf("CN-2-A")).isLessThan(text.indexOf("CN-4-A"));
        assertThat(text.indexOf("CN-4-A")).isLessThan(text.indexOf("CN-3-A"));
        assertThat(text.indexOf("CN-3-A")).isLessThan(text.indexOf("CN-1-A"));
        assertThat(text.lines().count()).as("one page").isLessThan(60);
    }

    @Test
    void chineseTellsTheSameInChinese() {
        String text = ExplainText.text(facts(7.0), true);
        assertThat(text)
                .contains("名称T (T)", "二级：得分 7.00", "距一级门槛 8.5 还差 1.5", "影响 为 9.00（现为 6.00）", "去掉专家 E1")
                .contains("产业界 9.00（1 人，明显偏高）", "CN-2-A")
                .contains("与最强他国的综合差距为 0.6");
        assertThat(text.lines()
                        .filter(line -> !line.contains("CN-") && !line.contains("E1"))
                        .filter(line -> line.matches(".*[A-Za-z]{4,}.*")))
                .as("lines with English words")
                .allMatch(line -> line.contains("MEDIAN"));
    }

    @Test
    void fewFamiliesAreNoPosition() {
        assertThat(new Words(false).of("LOW_N")).isEqualTo("has no position (too few families)");
        assertThat(new Words(true).of("LOW_N")).isEqualTo("态势不明（专利族过少）");
    }

    @Test
    void whatRoundingWouldLiftIsShownInFull() {
        Words words = new Words(false);
        assertThat(words.score(8.4996, LEVELS)).isEqualTo("8.4996");
        assertThat(words.score(8.21, LEVELS)).isEqualTo("8.21");
        assertThat(words.percent(.999)).isEqualTo("over 99 %");
        assertThat(words.percent(0)).isEqualTo("0 %");
    }

    @Test
    void withoutScoresItSaysSo() {
        assertThat(ExplainText.text(facts(null), false)).contains("not scored", "What it rests on");
    }

    @Test
    void ownScoresAreWeightedOverTheDimensionsAnswered() {
        List<Score> scores = List.of(
                GradeSamples.score("E1", "T", "necessity", 8, false), GradeSamples.score("E2", "T", "impact", 4, true));
        Dissent dissent = Dissent.of("T", scores, List.of(), facts(7.0).dimensions());
        assertThat(dissent.voices()).singleElement().satisfies(voice -> {
            assertThat(voice.expertId()).isEqualTo("E1");
            assertThat(voice.score()).isCloseTo(8, within(1e-12));
        });
        assertThat(dissent.places(LEVELS)).containsExactly(0, 1, 0, 0);
    }
}
