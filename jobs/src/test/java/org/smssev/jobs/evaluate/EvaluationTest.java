package org.smssev.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.config.Config;
import org.smssev.common.config.Config.Evaluate.Rule;
import org.smssev.common.config.PanelConfig;
import org.smssev.common.stage.InputFile;
import org.smssev.common.tables.EvaluateTables.Expert;
import org.smssev.common.tables.EvaluateTables.Rating;
import org.smssev.common.tables.EvaluateTables.RejectedCell;
import org.smssev.common.tables.EvaluateTables.Score;
import org.smssev.common.tables.ScreenTables.Nomination;
import org.smssev.common.tables.ScreenTables.Supplemented;

class EvaluationTest {
    private static final String WIDE =
            "round,expert_id,technology_id,technology,necessity,feasibility,impact,familiarity,basis,conflict,comment\n";

    @TempDir
    Path dir;

    @Test
    void badCellsAreToldAndTheOthersOfTheirRowCount() throws IOException {
        ScoreReader reader = read(Map.of("E1", person("E1", "Acme")), WIDE + """
                        1,E1,T1,,11,7,abc,3,,,
                        1,E1,T1,,5,8,,3,,,
                        1,E9,T1,,5,,,3,,,
                        x,E1,T1,,5,,,3,,,
                        1,E1,T7,,5,,,3,,,
                        1,E1,T2,,,,1e999999999,9,,maybe,
                        """);
        assertThat(reader.rejected())
                .extracting(RejectedCell::cell, RejectedCell::reason)
                .containsExactlyInAnyOrder(
                        tuple("E2", "OUT_OF_RANGE"),
                        tuple("G2", "NOT_A_NUMBER"),
                        tuple("F3", "DUPLICATE_ROW"),
                        tuple("E4", "UNKNOWN_EXPERT"),
                        tuple("H4", "UNKNOWN_EXPERT"),
                        tuple("E5", "UNKNOWN_ROUND"),
                        tuple("H5", "UNKNOWN_ROUND"),
                        tuple("E6", "UNKNOWN_TECHNOLOGY"),
                        tuple("H6", "UNKNOWN_TECHNOLOGY"),
                        tuple("G7", "NOT_A_NUMBER"),
                        tuple("H7", "OUT_OF_RANGE"),
                        tuple("J7", "NOT_YES_OR_NO"));
        assertThat(reader.taken().scores())
                .containsOnlyKeys(
                        new Taken.Key(1, "E1", "T1", "feasibility"), new Taken.Key(1, "E1", "T1", "necessity"));
    }

    @Test
    void emptyCellIsMissingNotZero() throws IOException {
        ScoreReader reader = read(Map.of(), WIDE + "1,E1,T1,,,7,,,,,\n");
        assertThat(reader.taken().scores()).hasSize(1);
        assertThat(reader.taken().missing()).containsEntry("E1", 2L);
        assertThat(reader.rejected()).isEmpty();
    }

    @Test
    void rowsSubmittedAfterTheLastDayAreRefused() throws IOException {
        Path file = Files.writeString(dir.resolve("late.csv"), """
                        round,expert_id,technology_id,necessity,submitted
                        1,E1,T1,5,2026-03-31
                        1,E2,T1,5,2026-04-01
                        1,E3,T1,5,yesterday
                        2,E2,T1,5,2026-04-01
                        1,E5,T1,5,2026-03-31 23:59:59
                        1,E6,T1,5,2026-04-01T00:00:01Z
                        1,E7,T1,5,2026-03-31 soon
                        """);
        ScoreReader reader = new ScoreReader(
                new CandidateIndex(candidates(), Map.of()),
                new Questionnaire(settings(Rule.MEAN, 1)),
                Set.of(),
                new Deadlines(Map.of(1, LocalDate.parse("2026-03-31")), true));
        ScoreFiles.read(
                        new InputFile("scores", file, "late.csv", "00", 1),
                        new Questionnaire(settings(Rule.MEAN, 1)),
                        () -> null)
                .forEach(reader::add);
        assertThat(reader.taken().scores()).hasSize(3);
        assertThat(reader.rejected())
                .extracting(RejectedCell::cell, RejectedCell::reason)
                .containsExactly(
                        tuple("D3", "LATE"), tuple("D4", "NOT_A_DATE"), tuple("D7", "LATE"), tuple("D8", "NOT_A_DATE"));
    }

    @Test
    void technologyIsFoundByNumberAndByName() throws IOException {
        ScoreReader reader = read(Map.of(), """
                        round,expert_id,technology_id,technology,dimension,score,familiarity
                        1,E1,N-1,,impact,6,2
                        1,E1,?,Second  TECHNOLOGY,impact,5,2
                        1,E2,?,第二,impact,4,2
                        1,E3,L-9,,impact,3,2
                        """);
        assertThat(reader.taken().scores().keySet())
                .extracting(Taken.Key::candidateId)
                .containsExactly("T1", "T2", "T2", "T2");
    }

    @Test
    void conflictsLeaveScoresOut() throws IOException {
        Map<String, Roster.Person> roster =
                Map.of("E1", person("E1", "ACME"), "E2", person("E2", "Other"), "E3", person("E3", null));
        ScoreReader reader = read(roster, WIDE + """
                        1,E1,T1,,9,,,3,,,
                        1,E2,T1,,5,,,3,,是,
                        1,E3,T1,,6,,,3,,no,
                        1,E3,T2,,6,,,3,,no,
                        """);
        Evaluation evaluation = Evaluation.of(reader.taken(), roster, Map.of(), candidates(), settings(Rule.MEAN, 1));
        assertThat(evaluation.scores()).extracting(Score::excluded).containsExactly(true, true, false, false);
        assertThat(evaluation.assessments())
                .extracting(row -> String.valueOf(row.conflictReason()))
                .containsExactly("NOMINATED", "DECLARED", "null", "null");
        Rating rating = rating(evaluation, "T1", "necessity");
        assertThat(rating.rating()).isEqualTo(6);
        assertThat(rating.nExcluded()).isEqualTo(2);
        assertThat(rating.deltaConflict()).isCloseTo(20.0 / 3 - 6, within(1e-12));
    }

    @Test
    void theOrganisationOfAnApplicantIsLeftOut() throws IOException {
        Map<String, Roster.Person> roster = Map.of("E1", person("E1", "Steelworks"), "E2", person("E2", "Other"));
        ScoreReader reader = read(roster, WIDE + "1,E1,T2,,9,,,3,,,\n1,E2,T2,,5,,,3,,,\n");
        Evaluation evaluation =
                Evaluation.of(reader.taken(), roster, Map.of("T2", Set.of("E1")), candidates(), settings(Rule.MEAN, 1));
        assertThat(evaluation.assessments())
                .extracting(row -> String.valueOf(row.conflictReason()))
                .containsExactly("APPLICANT", "null");
        Rating rating = rating(evaluation, "T2", "necessity");
        assertThat(rating.rating()).isEqualTo(5);
        assertThat(rating.deltaConflict()).isCloseTo(2, within(1e-12));
    }

    @Test
    void ratingsAreShownWithAndWithoutOutliers() throws IOException {
        StringBuilder text = new StringBuilder(WIDE);
        double[] scores = {8, 8.5, 9, 8.7, 3};
        for (int e = 0; e < scores.length; e++) {
            text.append("1,E")
                    .append(e)
                    .append(",T2,,")
                    .append(scores[e])
                    .append(",,,")
                    .append(e + 1)
                    .append(",,,\n");
        }
        Evaluation evaluation = Evaluation.of(
                read(Map.of(), text.toString()).taken(), Map.of(), Map.of(), candidates(), settings(Rule.MEAN, 1));
        Rating rating = rating(evaluation, "T2", "necessity");
        assertThat(rating.nOutliers()).isEqualTo(1);
        assertThat(rating.rating()).isCloseTo(7.44, within(1e-12));
        assertThat(rating.withoutOutliers()).isCloseTo(8.55, within(1e-12));
        // Kish: 15^2 / 55.
        assertThat(rating.nEff()).isCloseTo(225 / 55.0, within(1e-12));
        assertThat(rating.huber()).isCloseTo(8.300738, within(1e-6));
        assertThat(rating.hodgesLehmann()).isCloseTo(8.35, within(1e-12));
    }

    @Test
    void belowQuorumThereIsNoRatingInUse() throws IOException {
        ScoreReader reader = read(Map.of(), WIDE + "1,E1,T1,,9,,,3,,,\n");
        Evaluation evaluation =
                Evaluation.of(reader.taken(), Map.of(), Map.of(), candidates(), settings(Rule.ADJUSTED, 2));
        assertThat(rating(evaluation, "T1", "necessity").status()).isEqualTo("INSUFFICIENT");
        assertThat(rating(evaluation, "T1", "necessity").rating()).isNull();
        assertThat(rating(evaluation, "T1", "impact").status()).isEqualTo("UNSCORED");
    }

    @Test
    void scoresThatFollowFromSubIndicatorsAreNotThoseOfTheExpert() {
        Taken taken = new Taken();
        taken.putScore(new Taken.Key(1, "E1", "T1", "necessity", "security"), new Taken.Given(6, "E2"));
        taken.putScore(new Taken.Key(1, "E1", "T1", "necessity", "dependence"), new Taken.Given(8, "F2"));
        taken.putScore(new Taken.Key(1, "E1", "T1", "impact"), new Taken.Given(5, "G2"));
        List<Score> scores = List.of(
                new Score(1, "E1", "T1", "necessity", "security", 6, true, false),
                new Score(1, "E1", "T1", "necessity", "dependence", 8, true, false),
                new Score(1, "E1", "T1", "necessity", "necessity", 7, true, false),
                new Score(1, "E1", "T1", "impact", "impact", 5, true, false));
        assertThat(new ExpertRows(taken, List.of(.2, .4, .6, .8, 1.0)).all(scores, Map.of(), Map.of()))
                .extracting(Expert::scored, Expert::excluded)
                .containsExactly(tuple(3L, 3L));
    }

    @Test
    void namesAndIdsOfDifferentTechnologiesAreToldApart() throws IOException {
        ScoreReader reader = read(Map.of(), WIDE + "1,E1,T1,Second technology,5,,,3,,,\n");
        assertThat(reader.rejected()).isNotEmpty().allSatisfy(cell -> {
            assertThat(cell.reason()).isEqualTo("NAME_DIFFERS");
            assertThat(cell.detail())
                    .contains(
                            "the id is of T1 (First), but the name is of T2 (Second technology). Put the id and the name"
                                    + " of one technology into the row");
        });
    }

    @Test
    void withoutScoresEveryQuestionIsUnscored() {
        ScoreReader reader = reader(Map.of());
        Evaluation evaluation =
                Evaluation.of(reader.taken(), Map.of(), Map.of(), candidates(), settings(Rule.ADJUSTED, 5));
        assertThat(evaluation.ratings()).hasSize(6).allMatch(row -> row.status().equals("UNSCORED"));
        assertThat(evaluation.experts()).isEmpty();
        assertThat(evaluation.agreement()).isEmpty();
    }

    @Test
    void biasedExpertsAreFlaggedAndDoNotMoveRatings() throws IOException {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder(WIDE);
        for (int e = 0; e < 12; e++) {
            double bias = e == 4 ? 2.4 : e == 9 ? -2.1 : 0;
            for (String technology : List.of("T1", "T2")) {
                double base = technology.equals("T1") ? 6 : 4;
                text.append("1,E").append(10 + e).append(',').append(technology).append(",,");
                for (int d = 0; d < 3; d++) {
                    text.append(Math.round(20 * (base + bias + .5 * random.nextGaussian())) / 20.0)
                            .append(',');
                }
                text.append("3,,,\n");
            }
        }
        ScoreReader reader = read(Map.of(), text.toString());
        Evaluation evaluation =
                Evaluation.of(reader.taken(), Map.of(), Map.of(), candidates(), settings(Rule.ADJUSTED, 5));
        assertThat(evaluation.experts().stream().filter(Expert::isBiased).map(Expert::expertId))
                .containsExactly("E14", "E19");
        assertThat(rating(evaluation, "T1", "impact").rating()).isCloseTo(6, within(.35));
        assertThat(evaluation.agreement())
                .anyMatch(
                        row -> row.measure().equals("kendall_w") && row.sector().equals("ALL") && row.experts() == 12);
    }

    private ScoreReader read(Map<String, Roster.Person> roster, String text) throws IOException {
        Path file = Files.writeString(dir.resolve("scores.csv"), text);
        ScoreReader reader = reader(roster);
        ScoreFiles.read(
                        new InputFile("scores", file, "scores.csv", "00", 1),
                        new Questionnaire(settings(Rule.MEAN, 1)),
                        () -> {
                            throw new AssertionError("no session is needed");
                        })
                .forEach(reader::add);
        return reader;
    }

    private static ScoreReader reader(Map<String, Roster.Person> roster) {
        CandidateIndex index = new CandidateIndex(candidates(), Map.of("T2", List.of("L-9")));
        return new ScoreReader(
                index, new Questionnaire(settings(Rule.MEAN, 1)), roster.keySet(), Deadlines.of(PanelConfig.DEFAULTS));
    }

    private static Config.Evaluate settings(Rule rule, int quorum) {
        Map<String, Double> dimensions = new LinkedHashMap<>();
        dimensions.put("necessity", .4);
        dimensions.put("feasibility", .3);
        dimensions.put("impact", .3);
        return new Config.Evaluate(List.of(), null, dimensions, 0, 10, rule, quorum);
    }

    private static List<Supplemented> candidates() {
        Nomination nomination = new Nomination("N-1", "E8", "Acme", "First", null);
        return List.of(
                candidate("T1", "First", null, List.of(nomination)),
                candidate("T2", "Second technology", "第二", List.of()));
    }

    private static Supplemented candidate(String id, String en, String zh, List<Nomination> nominations) {
        return new Supplemented(
                id,
                en,
                zh,
                null,
                List.of("EXPERT"),
                List.of(),
                List.of(),
                nominations,
                1,
                null,
                "NONE",
                null,
                null,
                null);
    }

    private static Roster.Person person(String id, String organisation) {
        return new Roster.Person(id, organisation, "INDUSTRY", null);
    }

    private static Rating rating(Evaluation evaluation, String candidate, String dimension) {
        return evaluation.ratings().stream()
                .filter(row ->
                        row.candidateId().equals(candidate) && row.dimension().equals(dimension))
                .findFirst()
                .orElseThrow();
    }
}
