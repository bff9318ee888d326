package org.smssev.jobs.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.smssev.common.config.Config;
import org.smssev.common.tables.EvaluateTables.Agreement;
import org.smssev.common.tables.EvaluateTables.Assessment;
import org.smssev.common.tables.EvaluateTables.Expert;
import org.smssev.common.tables.EvaluateTables.Rating;
import org.smssev.common.tables.EvaluateTables.Score;
import org.smssev.common.tables.PanelTables.Question;
import org.smssev.common.tables.PanelTables.Round;
import org.smssev.common.tables.PanelTables.Sectors;
import org.smssev.common.tables.ScreenTables.Supplemented;

/**
 * What follows from the scores that were read: conflicts of interest, outliers, severity, agreement, convergence, ratings.
 * Severity and ratings rest on the last round.
 */
record Evaluation(
        List<Expert> experts,
        List<Score> scores,
        List<Assessment> assessments,
        List<Agreement> agreement,
        List<Round> rounds,
        List<Question> questions,
        List<Sectors> sectors,
        List<Rating> ratings) {
    /**
     * Evaluates.
     *
     * @param roster experts by id as their file names them, empty without one
     * @param applicants experts whose organisation applied for patents, by candidate
     */
    static Evaluation of(
            Taken taken,
            Map<String, Roster.Person> roster,
            Map<String, Set<String>> applicants,
            List<Supplemented> candidates,
            Config.Evaluate settings) {
        List<Assessment> assessments = new Conflicts(candidates, roster, applicants).assessments(taken);
        Set<Taken.Pair> conflicts = new HashSet<>();
        assessments.stream()
                .filter(Assessment::conflict)
                .forEach(row -> conflicts.add(new Taken.Pair(row.round(), row.expertId(), row.candidateId())));
        Questionnaire asked = new Questionnaire(settings);
        List<Score> scores = scores(Derived.of(taken.scores(), asked), conflicts);
        int last = scores.stream().mapToInt(Score::round).max().orElse(0);
        List<Score> lastScores = scores.stream()
                .filter(score -> score.round() == last && score.indicator().equals(score.dimension()))
                .toList();
        Map<String, Double> severities = Panel.of(lastScores).severities();
        Map<String, String> sectorOf = new TreeMap<>();
        roster.values().stream()
                .filter(person -> person.sector() != null)
                .forEach(person -> sectorOf.put(person.expertId(), person.sector()));
        ExpertRows experts = new ExpertRows(taken, settings.panel().familiarity());
        double points = Delphi.points(settings.scaleMin(), settings.scaleMax());
        Delphi delphi = new Delphi(settings.panel().delphi(), points, roster.size());
        List<Question> questions = delphi.questions(scores);
        Weights weights = Weights.of(assessments, last, experts);
        return new Evaluation(
                experts.all(scores, roster, severities),
                scores,
                assessments,
                new Agreements(asked, points).of(scores, sectorOf),
                delphi.rounds(scores, questions),
                questions,
                SectorRows.of(scores, sectorOf, settings.panel().sectorsPart()),
                ratings(lastScores, weights, severities, candidates, settings));
    }

    private static List<Score> scores(TreeMap<Taken.Key, Double> given, Set<Taken.Pair> conflicts) {
        Map<String, List<Taken.Key>> questions = new TreeMap<>();
        given.keySet().stream()
                .filter(key -> !conflicts.contains(key.pair()))
                .forEach(key -> questions
                        .computeIfAbsent(
                                key.round() + "\t" + key.candidateId() + "\t" + key.indicator(), q -> new ArrayList<>())
                        .add(key));
        Set<Taken.Key> outliers = new HashSet<>();
        for (List<Taken.Key> keys : questions.values()) {
            double[] z =
                    OutlierFlags.modifiedZ(keys.stream().mapToDouble(given::get).toArray());
            for (int i = 0; i < z.length; i++) {
                if (Math.abs(z[i]) > OutlierFlags.LIMIT) {
                    outliers.add(keys.get(i));
                }
            }
        }
        List<Score> rows = new ArrayList<>();
        given.forEach((key, score) -> rows.add(new Score(
                key.round(),
                key.expertId(),
                key.candidateId(),
                key.dimension(),
                key.indicator(),
                score,
                conflicts.contains(key.pair()),
                outliers.contains(key))));
        return rows;
    }

    private static List<Rating> ratings(
            List<Score> lastScores,
            Weights weights,
            Map<String, Double> severities,
            List<Supplemented> candidates,
            Config.Evaluate settings) {
        Map<String, List<Score>> byQuestion = new TreeMap<>();
        for (Score score : lastScores) {
            byQuestion
                    .computeIfAbsent(score.candidateId() + "\t" + score.dimension(), key -> new ArrayList<>())
                    .add(score);
        }
        List<String> ids =
                candidates.stream().map(Supplemented::candidateId).sorted().toList();
        return new Ratings(settings, severities, weights)
                .all(ids, settings.dimensions().keySet(), byQuestion);
    }
}
