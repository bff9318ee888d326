package org.smssev.jobs.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.MetaTables.Setting;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.Criterion;

class ExplainDroppedTest {
    private static final List<Setting> SETTINGS = List.of(
            new Setting("screen.min-families", "20"),
            new Setting("screen.states[0]", "LEAD"),
            new Setting("screen.states[1]", "PARALLEL"),
            new Setting("screen.cut", "NUMBER"),
            new Setting("screen.cut-at", "30.0"));

    private static Candidate dropped(
            String reason, long families, Double score, Double margin, boolean nearMiss, String state) {
        return new Candidate(
                "T",
                "wing",
                "机翼",
                "wing",
                null,
                "TECHNOLOGY",
                null,
                List.of("LIST"),
                List.of(),
                List.of(),
                families,
                score,
                score == null ? null : 31.0,
                margin,
                nearMiss,
                .25,
                false,
                null,
                null,
                null,
                state,
                false,
                false,
                reason);
    }

    private static Criterion criterion(String name, Double value, Double scaled) {
        return new Criterion(
                "T",
                name,
                "BENEFIT",
                "a year",
                value,
                value,
                value == null ? "UNDEFINED" : "OK",
                scaled,
                .5,
                .5,
                scaled == null ? 0 : .5);
    }

    private static String text(Candidate candidate, boolean isZh) {
        return ExplainDropped.text(
                candidate,
                List.of(
                        criterion("growth", .125, candidate.score() == null ? null : .75),
                        criterion("impact", null, null)),
                SETTINGS,
                isZh);
    }

    @Test
    void fewFamiliesAreToldWithHowManyAreAskedFor() {
        String text = text(dropped("FEW_FAMILIES", 6, null, null, false, "LOW_N"), false);
        assertThat(text)
                .startsWith(
                        "wing (T)\nScreened out, and so not graded (FEW_FAMILIES): 6 families, and screen.min-families"
                                + " asks for 20.")
                .contains("families: 6", "The country has no position (too few families)", "Selected in 25 % of draws")
                .contains("growth: 0.125 a year", "impact: undefined");
    }

    @Test
    void scoreBelowTheCutIsToldWithTheCut() {
        assertThat(text(dropped("BELOW_CUT", 60, .41, -.02, true, "LEAD"), false))
                .contains("its score, 0.41, is 0.02 below the cut at 0.43 (screen.cut: NUMBER 30.0), a near miss.")
                .contains("score 0.41, rank 31", "growth: 0.125 a year, scaled 0.75 of 1, weight 0.5");
    }

    @Test
    void otherGatesAreToldWithWhatTheyAsk() {
        assertThat(text(dropped("STATE_FOLLOW", 60, null, null, false, "FOLLOW"), false))
                .contains("the position FOLLOW is none of screen.states, LEAD, PARALLEL.");
        assertThat(text(dropped("STATE_UNDEFINED", 60, null, null, false, null), false))
                .contains("the position UNDEFINED is none of");
        assertThat(text(dropped("MISSING_CRITERION", 60, null, null, false, null), false))
                .contains("undefined for it are impact, and screen.missing is DROP");
        assertThat(text(dropped("ALREADY_CONTROLLED", 60, null, null, false, null), false))
                .contains("an existing list controls it already");
    }

    @Test
    void chineseTellsTheSameInChinese() {
        assertThat(text(dropped("FEW_FAMILIES", 6, null, null, false, "FOLLOW"), true))
                .startsWith("机翼 (T)\n筛选未通过，未分级（FEW_FAMILIES）：专利族 6 个，少于 screen.min-families 要求的 20 个。")
                .contains("本国跟跑", "impact：无定义");
        assertThat(text(dropped("BELOW_CUT", 60, .41, -.02, false, "LEAD"), true))
                .contains("低于入选线 0.43，差 0.02");
    }
}
