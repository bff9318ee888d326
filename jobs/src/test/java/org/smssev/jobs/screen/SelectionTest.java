package org.smssev.jobs.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.smssev.jobs.screen.Samples.measured;
import static org.smssev.jobs.screen.Samples.select;
import static org.smssev.jobs.screen.Samples.settings;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smssev.common.config.ScreenConfig.Combination;
import org.smssev.common.config.ScreenConfig.Cut;
import org.smssev.common.config.ScreenConfig.Direction;
import org.smssev.common.config.ScreenConfig.Missing;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.Criterion;
import org.smssev.common.tables.ScreenTables.Weight;

class SelectionTest {
    private static Samples.Settings cut(Samples.Settings settings, Cut cut, double at) {
        settings.cut = cut;
        settings.cutAt = at;
        return settings;
    }

    private static Criterion criterion(Selection selection, String candidate, String criterion) {
        return selection.criteria().stream()
                .filter(c -> c.candidateId().equals(candidate) && c.criterion().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachGateGivesItsReasonAndCountsReconcile() {
        List<Candidate> candidates = select(
                        settings(s -> {
                            s.states = List.of("LEAD", "PARALLEL");
                            s.dropControlled = true;
                            s.amend = List.of("amended");
                            return s;
                        }),
                        measured("few", 19, "LEAD", false, 1),
                        measured("controlled", 50, "LEAD", true, 1),
                        measured("amended", 50, "LEAD", true, 1),
                        measured("behind", 50, "FOLLOW", false, 1),
                        measured("unknown", 50, null, false, 1),
                        measured("open", 50, "LOW_N", false, 1),
                        measured("good", 50, "LEAD", false, 2),
                        measured("fair", 50, "PARALLEL", false, 1))
                .candidates();
        assertThat(candidates)
                .extracting(Candidate::reason)
                .containsExactly(
                        "FEW_FAMILIES",
                        "ALREADY_CONTROLLED",
                        "SELECTED",
                        "STATE_FOLLOW",
                        "STATE_UNDEFINED",
                        "STATE_LOW_N",
                        "SELECTED",
                        "SELECTED");
        assertThat(candidates).allSatisfy(c -> {
            assertThat(c.selected()).isEqualTo(c.reason().equals("SELECTED"));
            assertThat(c.score() == null).isEqualTo(!c.selected());
        });
        assertThat(candidates.get(6).score()).isEqualTo(1);
        assertThat(candidates.get(7).score()).isZero();
    }

    @Test
    void tiesAtTheCutAreKept() {
        List<Candidate> candidates = select(
                        settings(s -> cut(s, Cut.NUMBER, 2)),
                        measured("a", 3),
                        measured("b", 2),
                        measured("c", 2),
                        measured("d", 1))
                .candidates();
        assertThat(candidates)
                .extracting(Candidate::reason)
                .containsExactly("SELECTED", "SELECTED", "SELECTED", "BELOW_CUT");
        assertThat(candidates.get(1).rank()).isEqualTo(2.5);
        assertThat(candidates.get(1).margin()).isZero();
        assertThat(candidates.get(3).margin()).isNegative();
    }

    @Test
    void medianQuantileKeepsTheUpperHalf() {
        assertThat(select(settings(s -> cut(s, Cut.QUANTILE, .5)), measured("a", 3), measured("b", 2), measured("c", 1))
                        .candidates())
                .extracting(Candidate::selected)
                .containsExactly(true, true, false);
    }

    @Test
    void deviationsAboveTheMedianKeepWhatStandsOut() {
        // One level on every criterion, so scores are the levels on 0 to 1: 0 .05 .1 .15 1. Median .1, MAD .05:
        // cut .1 + 2 x 1.4826 x .05 = .24826.
        List<Candidate> candidates = select(
                        settings(s -> cut(s, Cut.MAD, 2)),
                        measured("a", 0),
                        measured("b", 1),
                        measured("c", 2),
                        measured("d", 3),
                        measured("e", 20))
                .candidates();
        assertThat(candidates).extracting(Candidate::selected).containsExactly(false, false, false, false, true);
        assertThat(candidates.get(4).margin()).isCloseTo(1 - .24826, within(1e-12));
    }

    @Test
    void naturalBreaksKeepTheHighestClass() {
        assertThat(select(
                                settings(s -> cut(s, Cut.BREAKS, 2)),
                                measured("a", 0),
                                measured("b", 2),
                                measured("c", 9),
                                measured("d", 10))
                        .candidates())
                .extracting(Candidate::selected)
                .containsExactly(false, false, true, true);
    }

    @Test
    void nearMissIsWithinFivePercentBelowTheCut() {
        // scores 0, .94, .96, 1: the cut at one candidate is 1
        assertThat(select(
                                settings(s -> cut(s, Cut.NUMBER, 1)),
                                measured("a", 0),
                                measured("b", 94),
                                measured("c", 96),
                                measured("d", 100))
                        .candidates())
                .extracting(Candidate::nearMiss)
                .containsExactly(false, false, true, false);
    }

    @Test
    void undefinedCriterionIsTheMiddleOfItsRangeAndSaysSo() {
        Measured unknown = measured("u", 1);
        unknown.values().put(Measure.GROWTH, Double.NaN);
        Selection selection = select(settings(s -> s), measured("a", 1), measured("b", 5), unknown);
        Criterion growth = criterion(selection, "u", "growth");
        assertThat(growth.value()).isNull();
        assertThat(growth.used()).isEqualTo(3);
        assertThat(growth.scaled()).isEqualTo(.5);
        assertThat(growth.status()).isEqualTo("IMPUTED");
        assertThat(selection.weights()).extracting(Weight::imputed).containsExactly(0, 1);
    }

    @Test
    void missingMayCountAsMedianOrWorstOrDrop() {
        Measured unknown = measured("u", 1);
        unknown.values().put(Measure.GROWTH, Double.NaN);
        Measured[] all = {measured("a", 1), measured("b", 2), measured("c", 9), unknown};
        assertThat(criterion(select(settings(s -> missing(s, Missing.MEDIAN)), all), "u", "growth")
                        .used())
                .isEqualTo(2);
        assertThat(criterion(select(settings(s -> missing(s, Missing.WORST)), all), "u", "growth")
                        .used())
                .isEqualTo(1);
        Selection dropped = select(settings(s -> missing(s, Missing.DROP)), all);
        assertThat(dropped.candidates().get(3).reason()).isEqualTo("MISSING_CRITERION");
        assertThat(criterion(dropped, "u", "growth").status()).isEqualTo("UNDEFINED");
        assertThat(criterion(dropped, "u", "growth").used()).isNull();
    }

    private static Samples.Settings missing(Samples.Settings settings, Missing missing) {
        settings.missing = missing;
        return settings;
    }

    @Test
    void costTurnsTheOrderRound() {
        Selection selection = select(
                settings(s -> {
                    s.criteria.clear();
                    s.criteria.put("growth", Direction.COST);
                    return s;
                }),
                measured("a", 1),
                measured("b", 3));
        assertThat(selection.candidates()).extracting(Candidate::score).containsExactly(1.0, 0.0);
        assertThat(criterion(selection, "a", "growth").direction()).isEqualTo("COST");
    }

    @Test
    void givenAndObjectiveWeightsAreCombined() {
        Measured flat = measured("c", 2);
        flat.values().put(Measure.GROWTH, 1.0);
        Measured[] all = {measured("a", 1), measured("b", 5), flat};
        // equal objective weights .5, .5; given 3 to 1
        assertThat(weights(Combination.GIVEN, all)).containsExactly(.75, .25);
        assertThat(weights(Combination.LINEAR, all)).containsExactly(.625, .375);
        assertThat(weights(Combination.PRODUCT, all)).containsExactly(.75, .25);
    }

    private static List<Double> weights(Combination combination, Measured... all) {
        return select(
                        settings(s -> {
                            s.combine = combination;
                            s.given = Map.of("log_families", 3.0, "growth", 1.0);
                            return s;
                        }),
                        all)
                .weights()
                .stream()
                .map(Weight::weight)
                .toList();
    }

    @Test
    void criterionInWhichAllAreAlikeWeighsNothing() {
        Measured a = measured("a", 1);
        Measured b = measured("b", 5);
        a.values().put(Measure.GROWTH, 2.0);
        b.values().put(Measure.GROWTH, 2.0);
        List<Weight> weights = select(settings(s -> s), a, b).weights();
        assertThat(weights).extracting(Weight::informative).containsExactly(true, false);
        assertThat(weights).extracting(Weight::weight).containsExactly(1.0, 0.0);
    }

    @Test
    void technologyWithoutPatentsIsFromTheListOnly() {
        assertThat(select(
                                settings(s -> {
                                    s.minFamilies = 0;
                                    return s;
                                }),
                                measured("bare", 0, null, false, 0))
                        .candidates()
                        .get(0)
                        .provenance())
                .containsExactly("LIST");
    }

    @Test
    void nothingToScoreIsNoError() {
        assertThat(select(settings(s -> cut(s, Cut.BREAKS, 3)), measured("few", 3, null, false, 1))
                        .candidates())
                .extracting(Candidate::reason)
                .containsExactly("FEW_FAMILIES");
    }
}
