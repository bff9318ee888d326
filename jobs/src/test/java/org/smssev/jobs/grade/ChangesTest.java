package org.smssev.jobs.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.smssev.jobs.grade.GradeSamples.part;
import static org.smssev.jobs.grade.GradeSamples.partsSumUp;
import static org.smssev.jobs.grade.GradeSamples.scores;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smssev.common.tables.EvaluateTables.Assessment;
import org.smssev.common.tables.EvaluateTables.Score;
import org.smssev.common.tables.GradeTables.Cause;
import org.smssev.common.tables.GradeTables.Change;
import org.smssev.common.tables.GradeTables.History;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.MetaTables.Setting;
import org.smssev.common.tables.PanelTables.Weight;

class ChangesTest {
    private static final String OURS = "ours";
    private static final Differences NONE = new Differences(false, false, false, false);

    private static GradedRun run(List<Setting> settings, List<Score> scores) {
        return GradeSamples.run(OURS, settings, scores, List.of());
    }

    private static Change only(GradedRun before, GradedRun now) {
        List<Change> changes = Changes.of(before, now, NONE, OURS);
        assertThat(changes).hasSize(1);
        return changes.get(0);
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
