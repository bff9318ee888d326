package org.smssev.jobs.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.smssev.jobs.grade.GradeSamples.part;
import static org.smssev.jobs.grade.GradeSamples.partsSumUp;
import static org.smssev.jobs.grade.GradeSamples.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smssev.common.stats.Severity;
import org.smssev.common.tables.EvaluateTables.Expert;
import org.smssev.common.tables.EvaluateTables.Score;
import org.smssev.common.tables.GradeTables.Cause;
import org.smssev.common.tables.GradeTables.Change;
import org.smssev.common.tables.MetaTables.Setting;
import org.smssev.common.tables.ScreenTables.CandidateMember;
import org.smssev.common.tables.SurveyTables;

/** Technologies that one of two runs lacks: why, and what that does to the others. */
class EnteredAndLeftTest {
    private static final String OURS = "ours";

    private static GradedRun ofA() {
        return GradeSamples.run(OURS, GradeSamples.settings(.5), scores("A", 8, 8, 8), List.of());
    }

    private static GradedRun ofAAndB() {
        List<Score> both = new ArrayList<>(scores("A", 8, 8, 8));
        both.addAll(scores("B", 9, 9, 9));
        return GradeSamples.run(OURS, GradeSamples.settings(.5), both, List.of());
    }

    @Test
    void enteredAndLeftTellTheInputsThatCanBeTheCause() {
        GradedRun without = ofA();
        GradedRun plain = ofAAndB();
        GradedRun listed = new GradedRun(
                OURS,
                plain.recorded(),
                plain.technologies(),
                plain.panel(),
                new GradedRun.Origin(
                        List.of(),
                        List.of(new CandidateMember("B", "TECHNOLOGY", "L1", null)),
                        plain.origin().supplemented(),
                        List.of(new SurveyTables.Technology(
                                "L1", "x", null, null, List.of(), List.of(), false, "NONE", "UNVALIDATED")),
                        List.of(),
                        List.of(new SurveyTables.TechnologyItem("L1", "ccl", "1C010.b"))));
        Differences all = new Differences(false, true, true, true);

        Change entered = Changes.of(without, listed, new Differences(false, false, true, true), OURS)
                .get(0);
        assertThat(entered.change()).isEqualTo("ENTERED");
        assertThat(entered.decisive()).as("a new entry of a list").containsExactly("LISTS");
        assertThat(entered.levelNow()).isEqualTo("LEVEL_2");
        assertThat(entered.note())
                .isEqualTo("the lists of the run without it lack L1, as these entries are not on them: ccl 1C010.b");

        Change left = Changes.of(plain, without, all, OURS).get(0);
        assertThat(left.change()).isEqualTo("LEFT");
        assertThat(left.decisive()).as("found in patents, so not by lists").containsExactly("PATENTS", "SETTINGS");
        assertThat(left.note()).contains("found no such candidate in its patents");

        GradedRun dropping = new GradedRun(
                OURS,
                without.recorded(),
                without.technologies(),
                without.panel(),
                new GradedRun.Origin(
                        List.of(GradeSamples.screened("B", false, "BELOW_CUT")),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
        Change dropped = Changes.of(plain, dropping, new Differences(false, true, false, false), OURS)
                .get(0);
        assertThat(dropped.decisive()).containsExactly("SETTINGS");
        assertThat(dropped.note()).contains("BELOW_CUT");
    }

    @Test
    void whatWasSelectedAfterEachInputWasReplacedTellsTheInputsThatTurnedIt() {
        GradedRun one = ofA();
        GradedRun two = ofAAndB();
        Set<String> a = Set.of("A");
        Set<String> ab = Set.of("A", "B");
        Differences all = new Differences(false, true, true, true);

        Change entered = Changes.of(one, two, all, OURS, List.of(a, ab, ab, ab)).get(0);
        assertThat(entered.causes()).containsExactly(new Cause("SETTINGS", null, "LEVEL_2"));
        assertThat(entered.decisive()).containsExactly("SETTINGS");

        Change toAndFro = Changes.of(one, two, all, OURS, List.of(a, ab, a, ab)).get(0);
        assertThat(toAndFro.causes())
                .containsExactly(
                        new Cause("SETTINGS", null, "LEVEL_2"),
                        new Cause("LISTS", null, null),
                        new Cause("PATENTS", null, "LEVEL_2"));

        Change left = Changes.of(two, one, all, OURS, List.of(ab, ab, a, a)).get(0);
        assertThat(left.causes()).containsExactly(new Cause("LISTS", null, null));

        Change other = Changes.of(one, two, all, OURS, List.of(a, a, a, a)).get(0);
        assertThat(other.decisive()).containsExactly("NOT_RECOMPUTED");
    }

    @Test
    void whatTechnologiesThatLeaveDoToSeveritiesIsOfTheInputThatTookThem() {
        List<Setting> settings = GradeSamples.settings(.5, "evaluate.rule", "ADJUSTED");
        List<Score> scores = new ArrayList<>(scores("A", 8, 9, 7));
        GradedRun alone = adjusted(settings, scores);
        scores.addAll(scores("B", 5, 9, 9));
        GradedRun both = adjusted(settings, scores);

        List<Change> changes = Changes.of(both, alone, new Differences(false, true, false, true), OURS);
        Change supposed = changes.get(0);
        Change told = Changes.of(
                        both,
                        alone,
                        new Differences(false, true, false, true),
                        OURS,
                        List.of(Set.of("A", "B"), Set.of("A"), Set.of("A"), Set.of("A")))
                .get(0);

        // Alone, what the experts are above and below 8 is severity: 8 and 6 are left.
        assertThat(told.scoreNow()).isCloseTo(7, within(1e-9));
        assertThat(Math.abs(told.scoreNow() - told.scoreBefore())).isGreaterThan(.1);
        assertThat(part(told, "SETTINGS")).isCloseTo(told.scoreNow() - told.scoreBefore(), within(1e-9));
        assertThat(part(supposed, "PATENTS"))
                .as("the last that differs")
                .isCloseTo(told.scoreNow() - told.scoreBefore(), within(1e-9));
        assertThat(part(told, "SCORES")).isZero();
        partsSumUp(told);
        partsSumUp(supposed);
    }

    /** A run whose experts have the severities that follow from its scores. */
    private static GradedRun adjusted(List<Setting> settings, List<Score> scores) {
        List<String> ids =
                scores.stream().map(Score::candidateId).distinct().sorted().toList();
        List<Expert> experts = new ArrayList<>();
        Severity.byExpert(scores.stream()
                        .map(s -> new Severity.Given(s.expertId(), s.candidateId() + s.dimension(), s.score()))
                        .toList())
                .forEach((id, severity) -> experts.add(GradeSamples.expert(id, "industry", severity)));
        Recomputed graded = Recomputed.of(
                ids, PanelState.rerated(Panels.of(scores, experts, List.of())), RuleSettings.of(settings, List.of()));
        GradedRun plain = GradeSamples.run(OURS, settings, scores, List.of());
        return new GradedRun(
                OURS,
                settings,
                ids.stream()
                        .map(id -> GradeSamples.technology(
                                id, graded.of(id).level(), graded.of(id).score()))
                        .toList(),
                new GradedRun.PanelTables(List.of(), scores, List.of(), experts, List.of()),
                plain.origin());
    }
}
