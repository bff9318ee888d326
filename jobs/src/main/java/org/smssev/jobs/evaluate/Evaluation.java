package org.smssev.jobs.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.smssev.common.config.Config;
import org.smssev.common.stats.PanelRule;
import org.smssev.common.tables.EvaluateTables.Agreement;
import org.smssev.common.tables.EvaluateTables.Assessment;
import org.smssev.common.tables.EvaluateTables.Expert;
import org.smssev.common.tables.EvaluateTables.Rating;
import org.smssev.common.tables.EvaluateTables.Score;
import org.smssev.common.tables.ScreenTables.Supplemented;

/**
 * What follows from the scores that were read: conflicts of interest, outliers, severity, agreement, ratings. Severity
 * and ratings rest on the last round.
 */
record Evaluation(
        List<Expert> experts,
        List<Score> scores,
        List<Assessment> assessments,
        List<Agreement> agreement,
        List<Rating> ratings) {
    /** An expert whose severity is beyond so many robust deviations is biased. */
    static final double BIAS_LIMIT = 3.5;

    /**
     * Evaluates.
     *
     * @param roster experts by id as their file names them, empty without one
     */
    static Evaluation of(
            ScoreReader read,
            Map<String, Roster.Person> roster,
            List<Supplemented> candidates,
            Config.Evaluate settings) {
        List<Assessment> assessments = assessments(read, roster, candidates);
        Map<ScoreReader.Pair, Boolean> conflicts = new TreeMap<>();
        assessments.forEach(row ->
                conflicts.put(new ScoreReader.Pair(row.round(), row.expertId(), row.candidateId()), row.conflict()));
        List<Score> scores = scores(read, conflicts);
        int last = scores.stream().mapToInt(Score::round).max().orElse(0);
        List<Score> lastScores =
                scores.stream().filter(score -> score.round() == last).toList();
        Map<String, Double> severities = Panel.of(lastScores).severities();
        Map<String, String> sectorOf = new TreeMap<>();
        roster.values().stream()
                .filter(person -> person.sector() != null)
                .forEach(person -> sectorOf.put(person.expertId(), person.sector()));
        return new Evaluation(
                experts(scores, read.missing(), roster, severities),
                scores,
                assessments,
                Agreements.of(scores, sectorOf),
                ratings(lastScores, assessments, severities, candidates, settings, last));
    }

    private static List<Assessment> assessments(
            ScoreReader read, Map<String, Roster.Person> roster, List<Supplemented> candidates) {
        Map<String, Supplemented> byId = new TreeMap<>();
        candidates.forEach(candidate -> byId.put(candidate.candidateId(), candidate));
        List<Assessment> rows = new ArrayList<>();
        read.said().forEach((pair, said) -> {
            Roster.Person person = roster.get(pair.expertId());
            String organisation = person == null ? null : person.organisation();
            String reason = said.conflict()
                    ? "DECLARED"
                    : hasNominated(pair.expertId(), organisation, byId.get(pair.candidateId())) ? "NOMINATED" : null;
            rows.add(new Assessment(
                    pair.round(),
                    pair.expertId(),
                    pair.candidateId(),
                    said.familiarity(),
                    said.basis(),
                    reason != null,
                    reason,
                    said.comment()));
        });
        return rows;
    }

    private static boolean hasNominated(String expertId, String organisation, Supplemented candidate) {
        return candidate.nominations().stream()
                .anyMatch(nomination ->
                        expertId.equals(nomination.expertId()) || isSame(organisation, nomination.organisation()));
    }

    private static boolean isSame(String organisation, String other) {
        return organisation != null
                && other != null
                && CandidateIndex.normalised(organisation).equals(CandidateIndex.normalised(other));
    }

    private static List<Score> scores(ScoreReader read, Map<ScoreReader.Pair, Boolean> conflicts) {
        Map<String, List<ScoreReader.Key>> questions = new TreeMap<>();
        read.scores().keySet().stream()
                .filter(key -> !conflicts.get(key.pair()))
                .forEach(key -> questions
                        .computeIfAbsent(
                                key.round() + "\t" + key.candidateId() + "\t" + key.dimension(), q -> new ArrayList<>())
                        .add(key));
        TreeSet<ScoreReader.Key> outliers = new TreeSet<>();
        for (List<ScoreReader.Key> keys : questions.values()) {
            double[] z = OutlierFlags.modifiedZ(keys.stream()
                    .mapToDouble(key -> read.scores().get(key).score())
                    .toArray());
            for (int i = 0; i < z.length; i++) {
                if (Math.abs(z[i]) > OutlierFlags.LIMIT) {
                    outliers.add(keys.get(i));
                }
            }
        }
        List<Score> rows = new ArrayList<>();
        read.scores()
                .forEach((key, given) -> rows.add(new Score(
                        key.round(),
                        key.expertId(),
                        key.candidateId(),
                        key.dimension(),
                        key.dimension(),
                        given.score(),
                        conflicts.get(key.pair()),
                        outliers.contains(key))));
        return rows;
    }

    private static List<Expert> experts(
            List<Score> scores,
            Map<String, Long> missing,
            Map<String, Roster.Person> roster,
            Map<String, Double> severities) {
        Map<String, Double> z = Panel.robustZ(severities);
        TreeSet<String> ids = new TreeSet<>(roster.keySet());
        ids.addAll(missing.keySet());
        Map<String, List<Score>> byExpert = new TreeMap<>();
        for (Score score : scores) {
            byExpert.computeIfAbsent(score.expertId(), id -> new ArrayList<>()).add(score);
        }
        ids.addAll(byExpert.keySet());
        List<Expert> rows = new ArrayList<>();
        for (String id : ids) {
            List<Score> own = byExpert.getOrDefault(id, List.of());
            Roster.Person person = roster.getOrDefault(id, new Roster.Person(id, null, null, null));
            rows.add(new Expert(
                    id,
                    person.organisation(),
                    person.sector(),
                    person.field(),
                    own.size(),
                    missing.getOrDefault(id, 0L),
                    own.stream().filter(Score::excluded).count(),
                    own.stream().filter(Score::outlier).count(),
                    severities.get(id),
                    z.get(id),
                    Math.abs(z.getOrDefault(id, 0.0)) > BIAS_LIMIT));
        }
        return rows;
    }

    private static List<Rating> ratings(
            List<Score> lastScores,
            List<Assessment> assessments,
            Map<String, Double> severities,
            List<Supplemented> candidates,
            Config.Evaluate settings,
            int last) {
        Map<String, Double> weights = new TreeMap<>();
        List<Assessment> current =
                assessments.stream().filter(row -> row.round() == last).toList();
        current.stream()
                .filter(row -> row.familiarity() != null)
                .forEach(row -> weights.put(
                        row.expertId() + "\t" + row.candidateId(),
                        row.familiarity().doubleValue()));
        double typical = PanelRule.typicalWeight(current.stream().map(Assessment::familiarity));
        Map<String, List<Score>> byQuestion = new TreeMap<>();
        for (Score score : lastScores) {
            byQuestion
                    .computeIfAbsent(score.candidateId() + "\t" + score.dimension(), key -> new ArrayList<>())
                    .add(score);
        }
        List<String> ids =
                candidates.stream().map(Supplemented::candidateId).sorted().toList();
        return new Ratings(settings, severities, weights, typical)
                .all(ids, settings.dimensions().keySet(), byQuestion);
    }
}
