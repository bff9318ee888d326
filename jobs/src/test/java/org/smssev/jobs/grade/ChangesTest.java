package org.smssev.jobs.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smssev.common.stats.Severity;
import org.smssev.common.tables.EvaluateTables.Assessment;
import org.smssev.common.tables.EvaluateTables.Expert;
import org.smssev.common.tables.EvaluateTables.Score;
import org.smssev.common.tables.GradeTables.Cause;
import org.smssev.common.tables.GradeTables.Change;
import org.smssev.common.tables.GradeTables.History;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.MetaTables.Setting;
import org.smssev.common.tables.PanelTables.Weight;
import org.smssev.common.tables.ScreenTables.CandidateMember;
import org.smssev.common.tables.SurveyTables;

class ChangesTest {
    private static final String OURS = "ours";
    private static final Differences NONE = new Differences(false, false, false, false);

    /** Experts E1 to E3 on one technology: each score on necessity, and 2 points less on impact. */
    private static List<Score> scores(String technology, double... necessity) {
        List<Score> rows = new ArrayList<>();
        for (int e = 0; e < necessity.length; e++) {
            String expert = "E" + (e + 1);
            rows.add(GradeSamples.score(expert, technology, "necessity", necessity[e], false));
            rows.add(GradeSamples.score(expert, technology, "impact", necessity[e] - 2, false));
        }
        return rows;
    }

    private static GradedRun run(List<Setting> settings, List<Score> scores) {
        return GradeSamples.run(OURS, settings, scores, List.of());
    }

    private static Change only(GradedRun before, GradedRun now) {
        List<Change> changes = Changes.of(before, now, NONE, OURS);
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    private static double part(Change change, String input) {
        return change.causes().stream()
                .filter(cause -> cause.input().equals(input))
                .mapToDouble(cause -> cause.part() == null ? Double.NaN : cause.part())
                .findFirst()
                .orElse(0);
    }

    private static void partsSumUp(Change change) {
        double sum = change.causes().stream()
                .filter(cause -> cause.part() != null)
                .mapToDouble(Cause::part)
                .sum();
        assertThat(sum).isCloseTo(change.scoreNow() - change.scoreBefore(), within(1e-9));
    }

    @Test
    void nothingChangedIsNoRow() {
        GradedRun run = run(GradeSamples.settings(.5), scores("T", 8, 9, 9));
        assertThat(Changes.of(run, run, NONE, OURS)).isEmpty();
    }

    @Test
    void settingsAndScoresAreToldApartByHand() {
        // Before: necessity 8, impact 6 at .5: 7. Weights .75: 7.5. Then scores 1 higher: 9 and 7 at .75: 8.5.
        Change change = only(
                run(GradeSamples.settings(.5), scores("T", 8, 8, 8)),
                run(GradeSamples.settings(.75), scores("T", 9, 9, 9)));
        assertThat(change.change()).isEqualTo("RAISED");
        assertThat(change.scoreBefore()).isEqualTo(7);
        assertThat(change.scoreNow()).isEqualTo(8.5);
        assertThat(change.causes())
                .containsExactly(
                        new Cause("CODE", 0.0, "LEVEL_2"),
                        new Cause("SETTINGS", .5, "LEVEL_2"),
                        new Cause("LISTS", 0.0, "LEVEL_2"),
                        new Cause("PATENTS", 0.0, "LEVEL_2"),
                        new Cause("SCORES", 1.0, "LEVEL_1"));
        assertThat(change.decisive()).containsExactly("SCORES");
        assertThat(change.note()).isNull();
    }

    @Test
    void thresholdMovesTheLevelAndNotTheScore() {
        Change change = only(
                run(GradeSamples.settings(.5), scores("T", 8, 8, 8)),
                run(GradeSamples.settings(.5, "grade.level-2", "7.5"), scores("T", 8, 8, 8)));
        assertThat(change.change()).isEqualTo("LOWERED");
        assertThat(change.causes()).allSatisfy(cause -> assertThat(cause.part()).isZero());
        assertThat(change.decisive()).containsExactly("SETTINGS");
    }

    @Test
    void ruleOfRatingIsRecomputedFromTheScores() {
        // Mean of 6, 9, 9 is 8, median 9; both dimensions move by 1.
        Change change = only(
                run(GradeSamples.settings(.5), scores("T", 6, 9, 9)),
                run(GradeSamples.settings(.5, "evaluate.rule", "MEDIAN"), scores("T", 6, 9, 9)));
        assertThat(part(change, "SETTINGS")).isCloseTo(1, within(1e-9));
        partsSumUp(change);
    }

    @Test
    void conflictByNominationIsOfTheListsAndByApplicationOfThePatents() {
        for (String reason : List.of(Exclusions.NOMINATED, Exclusions.APPLICANT)) {
            List<Score> before = scores("T", 6, 9, 9);
            List<Score> now = before.stream()
                    .map(row -> GradeSamples.score(
                            row.expertId(),
                            row.candidateId(),
                            row.dimension(),
                            row.score(),
                            row.expertId().equals("E1")))
                    .toList();
            List<Assessment> none = assessments(null);
            List<Assessment> conflict = assessments(reason);
            Change change = only(
                    GradeSamples.run(OURS, GradeSamples.settings(.5), before, none),
                    GradeSamples.run(OURS, GradeSamples.settings(.5), now, conflict));
            String cause = reason.equals(Exclusions.NOMINATED) ? "LISTS" : "PATENTS";
            // Without E1's 6 the mean rises from 8 to 9 on both dimensions.
            assertThat(part(change, cause)).as(reason).isCloseTo(1, within(1e-9));
            assertThat(part(change, "SCORES")).isZero();
            partsSumUp(change);
        }
    }

    private static List<Assessment> assessments(String reasonOfFirst) {
        return List.of(
                GradeSamples.assessment("E1", "T", reasonOfFirst),
                GradeSamples.assessment("E2", "T", null),
                GradeSamples.assessment("E3", "T", null));
    }

    @Test
    void quantileCutsMoveWithTheOtherTechnologies() {
        List<Score> before = new ArrayList<>(scores("A", 8, 8, 8));
        before.addAll(scores("B", 7, 7, 7));
        List<Score> now = new ArrayList<>(scores("A", 8, 8, 8));
        now.addAll(scores("B", 9, 9, 9));
        List<Setting> settings = GradeSamples.settings(
                .5, "grade.quantiles[0]", "0", "grade.quantiles[1]", ".5", "grade.quantiles[2]", "1");
        List<Change> changes = Changes.of(run(settings, before), run(settings, now), NONE, OURS);
        assertThat(changes).hasSize(2);
        assertThat(changes.get(0).technologyId()).isEqualTo("A");
        assertThat(changes.get(0).levelBefore()).isEqualTo("LEVEL_1");
        assertThat(changes.get(0).levelNow()).isEqualTo("LEVEL_3");
        assertThat(changes.get(0).decisive()).containsExactly("SCORES");
    }

    @Test
    void scoresThatArriveLaterRaiseFromUnscored() {
        GradedRun before = run(GradeSamples.settings(.5), List.of());
        GradedRun unscored = new GradedRun(
                OURS,
                before.recorded(),
                List.of(GradeSamples.technology("T", "UNSCORED", null)),
                before.panel(),
                before.origin());
        Change change = only(unscored, run(GradeSamples.settings(.5), scores("T", 8, 8, 8)));
        assertThat(change.change()).isEqualTo("RAISED");
        assertThat(change.decisive()).containsExactly("SCORES");
        assertThat(change.causes()).allSatisfy(cause -> assertThat(cause.part()).isNull());
    }

    @Test
    void codeIsRecomputedWhereTheLaterRunIsOfThisCode() {
        // Code of then made 6.9 of what this code makes 7.
        GradedRun same = run(GradeSamples.settings(.5), scores("T", 8, 8, 8));
        GradedRun before = made("old", same, 6.9, "LEVEL_3");
        Change change = only(before, run(GradeSamples.settings(.5), scores("T", 9, 9, 9)));
        assertThat(part(change, "CODE")).isCloseTo(.1, within(1e-9));
        assertThat(part(change, "SCORES")).isCloseTo(1, within(1e-9));
        assertThat(change.decisive()).containsExactly("CODE");
        partsSumUp(change);
    }

    @Test
    void whatNoCodeAtHandReproducesIsSaidAndNotGuessed() {
        GradedRun same = run(GradeSamples.settings(.5), scores("T", 8, 8, 8));
        GradedRun later = run(GradeSamples.settings(.5), scores("T", 9, 9, 9));
        Change change = only(made("old", same, 6.9, "LEVEL_3"), made("older", later, 8.3, "LEVEL_2"));
        assertThat(part(change, "CODE")).isNaN();
        assertThat(part(change, "SCORES")).isCloseTo(1, within(1e-9));
        // .1 at the beginning and .3 at the end are not reproduced.
        assertThat(part(change, "NOT_RECOMPUTED")).isCloseTo(.4, within(1e-9));
        assertThat(change.note()).contains("NOT_RECOMPUTED");
        partsSumUp(change);
    }

    @Test
    void ratingsThatThisCodeDoesNotReproduceAreTakenAsRecorded() {
        GradedRun before = run(GradeSamples.settings(.5), scores("T", 8, 8, 8));
        GradedRun now = run(GradeSamples.settings(.75), scores("T", 9, 9, 9));
        // The panel's scores tell another story than the ratings, as after another way of rating.
        GradedRun.PanelTables other =
                new GradedRun.PanelTables(now.panel().ratings(), scores("T", 1, 1, 1), List.of(), List.of(), List.of());
        Change change = only(before, new GradedRun(OURS, now.recorded(), now.technologies(), other, now.origin()));
        assertThat(part(change, "SETTINGS")).isCloseTo(.5, within(1e-9));
        assertThat(part(change, "SCORES")).isCloseTo(1, within(1e-9));
        assertThat(change.note()).contains("recorded ratings");
        partsSumUp(change);
    }

    private static GradedRun compared(double necessity, String group) {
        List<Weight> weights = List.of(
                new Weight("AIJ", "", "necessity", necessity, null, null, null, null, true, true),
                new Weight("AIJ", "", "impact", 1 - necessity, null, null, null, null, true, true));
        return GradeSamples.run(
                OURS,
                GradeSamples.settings(.5, "evaluate.panel.ahp.weights", group),
                scores("T", 8, 8, 8),
                List.of(),
                weights);
    }

    @Test
    void weightsThatThePanelComparedGradeAndBelongToItsScores() {
        // Scores of impact are 2 below those of necessity: 6 + 2 w.
        GradedRun before = compared(.75, "AIJ");
        assertThat(before.technologies().get(0).score()).isEqualTo(7.5);
        Change change = only(before, compared(.25, "AIJ"));
        assertThat(part(change, "SCORES")).isCloseTo(-1, within(1e-9));
        assertThat(part(change, "SETTINGS")).isZero();
        assertThat(change.decisive()).containsExactly("SCORES");
        partsSumUp(change);
        // Whether they are used is a setting.
        Change other = only(compared(.75, "GIVEN"), compared(.75, "AIJ"));
        assertThat(part(other, "SETTINGS")).isCloseTo(.5, within(1e-9));
        assertThat(part(other, "SCORES")).isZero();
        partsSumUp(other);
    }

    private static GradedRun made(String code, GradedRun run, double score, String level) {
        return new GradedRun(
                code, run.recorded(), List.of(GradeSamples.technology("T", level, score)), run.panel(), run.origin());
    }

    @Test
    void enteredAndLeftTellTheInputsThatCanBeTheCause() {
        GradedRun without = run(GradeSamples.settings(.5), scores("A", 8, 8, 8));
        List<Score> both = new ArrayList<>(scores("A", 8, 8, 8));
        both.addAll(scores("B", 9, 9, 9));
        GradedRun plain = run(GradeSamples.settings(.5), both);
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
        GradedRun one = run(GradeSamples.settings(.5), scores("A", 8, 8, 8));
        List<Score> both = new ArrayList<>(scores("A", 8, 8, 8));
        both.addAll(scores("B", 9, 9, 9));
        GradedRun two = run(GradeSamples.settings(.5), both);
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

    @Test
    void runWhoseTablesCannotBeReadIsToldFromTheHistory() {
        List<History> history = List.of(
                new History("r", "A", "2026-01", "A", 7.0, "LEVEL_2"),
                new History("r", "B", "2026-01", "B", 9.0, "LEVEL_1"));
        List<Technology> now =
                List.of(GradeSamples.technology("A", "LEVEL_1", 8.6), GradeSamples.technology("C", "UNSCORED", null));
        List<Change> changes = Changes.unexplained(history, now, "why");
        assertThat(changes).extracting(Change::change).containsExactly("RAISED", "LEFT", "ENTERED");
        assertThat(part(changes.get(0), "NOT_RECOMPUTED")).isCloseTo(1.6, within(1e-9));
        assertThat(changes.get(0).note()).isEqualTo("why");
    }

    @Test
    void settingsOfSelectionDifferButNotFilesOrLevels() {
        GradedRun a =
                run(GradeSamples.settings(.5, "screen.min-families", "20", "ingest.sources[0].path", "a"), List.of());
        GradedRun b =
                run(GradeSamples.settings(.6, "screen.min-families", "20", "ingest.sources[0].path", "b"), List.of());
        GradedRun c = run(GradeSamples.settings(.5, "screen.min-families", "10"), List.of());
        assertThat(Differences.of(a, b, false)).isEqualTo(NONE);
        assertThat(Differences.of(a, c, true)).isEqualTo(new Differences(false, true, false, true));
    }
}
