package org.smssev.jobs.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.Config;
import org.smssev.common.config.Config.Screen.Cut;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.Criterion;

class SelectionTest {
    private static Measured measured(String id, long families, String state, boolean controlled, double level) {
        Draft draft = new Draft(id, id, null, id, null, null, List.of(), List.of(), controlled, List.of(), null);
        Map<String, Double> criteria = new HashMap<>();
        Selection.CRITERIA.forEach(c -> criteria.put(c, level));
        return new Measured(draft, families, state, criteria);
    }

    private static Config.Screen settings(List<String> states, boolean dropControlled, Cut cut, double at) {
        return new Config.Screen(20, states, dropControlled, .5, Config.Weights.EQUAL, cut, at);
    }

    private static List<Candidate> select(Config.Screen settings, Measured... all) {
        Selection selection = new Selection(settings);
        selection.select(List.of(all));
        return selection.candidates();
    }

    @Test
    void eachGateGivesItsReasonAndCountsReconcile() {
        List<Candidate> candidates = select(
                settings(List.of("LEAD", "PARALLEL"), true, Cut.ALL, 0),
                measured("few", 19, "LEAD", false, 1),
                measured("controlled", 50, "LEAD", true, 1),
                measured("behind", 50, "FOLLOW", false, 1),
                measured("unknown", 50, null, false, 1),
                measured("good", 50, "LEAD", false, 2),
                measured("fair", 50, "PARALLEL", false, 1));
        assertThat(candidates)
                .extracting(Candidate::reason)
                .containsExactly(
                        "FEW_FAMILIES",
                        "ALREADY_CONTROLLED",
                        "STATE_FOLLOW",
                        "STATE_UNDEFINED",
                        "SELECTED",
                        "SELECTED");
        assertThat(candidates).allSatisfy(c -> {
            assertThat(c.selected()).isEqualTo(c.reason().equals("SELECTED"));
            assertThat(c.score() == null).isEqualTo(!c.selected());
        });
        assertThat(candidates.get(4).score()).isEqualTo(1);
        assertThat(candidates.get(5).score()).isZero();
    }

    @Test
    void tiesAtTheCutAreKept() {
        List<Candidate> candidates = select(
                settings(List.of(), false, Cut.NUMBER, 2),
                measured("a", 50, null, false, 3),
                measured("b", 50, null, false, 2),
                measured("c", 50, null, false, 2),
                measured("d", 50, null, false, 1));
        assertThat(candidates)
                .extracting(Candidate::reason)
                .containsExactly("SELECTED", "SELECTED", "SELECTED", "BELOW_CUT");
        assertThat(candidates.get(1).rank()).isEqualTo(2.5);
        assertThat(candidates.get(1).margin()).isZero();
        assertThat(candidates.get(3).margin()).isNegative();
    }

    @Test
    void medianQuantileKeepsTheUpperHalf() {
        assertThat(select(
                        settings(List.of(), false, Cut.QUANTILE, .5),
                        measured("a", 50, null, false, 3),
                        measured("b", 50, null, false, 2),
                        measured("c", 50, null, false, 1)))
                .extracting(Candidate::selected)
                .containsExactly(true, true, false);
    }

    @Test
    void undefinedCriterionIsTheMiddleOfItsRange() {
        Measured unknown = measured("u", 50, null, false, 1);
        unknown.criteria().put("growth", null);
        Selection selection = new Selection(settings(List.of(), false, Cut.ALL, 0));
        selection.select(new ArrayList<>(
                List.of(measured("a", 50, null, false, 1), measured("b", 50, null, false, 5), unknown)));
        Criterion growth = selection.criteria().stream()
                .filter(c -> c.candidateId().equals("u") && c.criterion().equals("growth"))
                .findFirst()
                .orElseThrow();
        assertThat(growth.value()).isNull();
        assertThat(growth.scaled()).isEqualTo(.5);
    }

    @Test
    void technologyWithoutPatentsIsFromTheListOnly() {
        Config.Screen all = new Config.Screen(0, List.of(), false, .5, Config.Weights.EQUAL, Cut.ALL, 0);
        assertThat(select(all, measured("bare", 0, null, false, 0)).get(0).provenance())
                .containsExactly("LIST");
    }
}
