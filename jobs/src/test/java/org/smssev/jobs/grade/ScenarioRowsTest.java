package org.smssev.jobs.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.GradeTables.Scenario;
import org.smssev.common.tables.GradeTables.Sensitivity;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.GradeTables.Threshold;
import org.smssev.common.tables.GradeTables.Transition;

class ScenarioRowsTest {
    private static final Levels LEVELS = new Levels(8.5, 7, 6);
    private static final double[] GRADED = {9, 8.5, 8.5, 7, 7, 6};

    private static List<Technology> technologies(double... scores) {
        List<Technology> rows = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            rows.add(GradeSamples.technology("T" + i, LEVELS.level(scores[i]), scores[i]));
        }
        return rows;
    }

    private static List<Sensitivity> under(String scenario, double... scores) {
        List<Sensitivity> rows = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            boolean isDefined = !Double.isNaN(scores[i]);
            rows.add(new Sensitivity(
                    scenario,
                    "T" + i,
                    isDefined ? scores[i] : null,
                    isDefined ? LEVELS.level(scores[i]) : "INSUFFICIENT"));
        }
        return rows;
    }

    @Test
    void ranksTauAndJaccardAreThoseOfAnIndependentProgram() {
        // scipy.stats: kendalltau (tau-b) .741249317, mean absolute difference of rankdata .833333333.
        ScenarioRows rows = new ScenarioRows(technologies(GRADED), under("X", 8.5, 9, 8, 7, 6.5, 6.5));
        Scenario x = rows.scenarios().get(0);
        assertThat(x.tauB()).isCloseTo(.741249317, within(1e-9));
        assertThat(x.rankShift()).isCloseTo(.833333333, within(1e-9));
        // Level 1 was {0, 1, 2} and is {0, 1}.
        assertThat(x.jaccardLevel1()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(x.largestShift()).isEqualTo(.5);
        assertThat(x).extracting(Scenario::raised, Scenario::lowered).containsExactly(0, 2);
    }

    @Test
    void transitionsCountEveryTechnologyOnce() {
        ScenarioRows rows = new ScenarioRows(technologies(GRADED), under("X", 8.5, 9, 8, 7, Double.NaN, 6.5));
        assertThat(rows.transitions())
                .extracting(Transition::levelGraded, Transition::levelScenario, Transition::technologies)
                .containsExactlyInAnyOrder(
                        tuple("LEVEL_1", "LEVEL_1", 2),
                        tuple("LEVEL_1", "LEVEL_2", 1),
                        tuple("LEVEL_2", "LEVEL_2", 1),
                        tuple("LEVEL_2", "INSUFFICIENT", 1),
                        tuple("LEVEL_3", "LEVEL_3", 1));
        assertThat(rows.scenarios().get(0).lowered()).isEqualTo(2);
    }

    @Test
    void noLevel1OnEitherSideHasNoJaccard() {
        Scenario x = new ScenarioRows(technologies(7, 6), under("X", 7, 7))
                .scenarios()
                .get(0);
        assertThat(x.jaccardLevel1()).isNull();
        assertThat(x.tauB()).isNull();
    }

    @Test
    void thresholdsTellWhatMovesAndTheWidestGap() {
        List<Threshold> rows = Thresholds.of(LEVELS, technologies(8.9, 8.6, 8.45, 8.4, 8.2, 7.2, 6.9, 6.8));
        Threshold first = rows.get(0);
        assertThat(first.nextAbove()).isEqualTo(8.6);
        assertThat(first.nextBelow()).isEqualTo(8.45);
        // 8.25 to below 8.5, and 8.5 to below 8.75.
        assertThat(first.entering()).containsExactly("T2", "T3");
        assertThat(first.leaving()).containsExactly("T1");
        // Gaps with their middle within 8.25 to 8.75: 8.2-8.4 (8.3), 8.4-8.45, 8.45-8.6, 8.6-8.9 (8.75).
        assertThat(first.widestCut()).isEqualTo(8.75);
        assertThat(first.widestGap()).isCloseTo(.3, within(1e-9));
        Threshold second = rows.get(1);
        assertThat(second.entering()).containsExactly("T6", "T7");
        assertThat(second.leaving()).containsExactly("T5");
        assertThat(rows.get(2).widestCut()).as("no gap near 6").isNull();
    }

    @Test
    void whatAVetoKeepsOffDoesNotMoveWithAThreshold() {
        List<Technology> rows = List.of(
                GradeSamples.technology("T0", "NOT_LISTED", 8.45, Reason.VETO),
                GradeSamples.technology("T1", "NOT_LISTED", 5.9, Reason.VETO),
                GradeSamples.technology("T2", "NOT_LISTED", 5.9));
        assertThat(Thresholds.of(LEVELS, rows))
                .extracting(Threshold::entering)
                .as("of two at 5.9 only the one without a veto enters Level 3 at 5.75")
                .containsExactly(List.of(), List.of(), List.of("T2"));
    }

    @Test
    void largestInfluenceIsTheGreatestChangeOfEitherSign() {
        List<Sensitivity> rows = new ArrayList<>(under("WITHOUT_E1", 8.9));
        rows.addAll(under("WITHOUT_E2", 9.2));
        rows.addAll(under("WITHOUT_E3", Double.NaN));
        assertThat(Influence.largest(java.util.Map.of("T0", 9.0), rows).get("T0"))
                .isEqualTo(new Influence("E2", -.2));
    }
}
