package org.smssev.jobs.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.smssev.common.stats.PanelRule;
import org.smssev.common.stats.Severity;
import org.smssev.common.tables.EvaluateTables.Assessment;
import org.smssev.common.tables.EvaluateTables.Expert;
import org.smssev.common.tables.EvaluateTables.Score;

/**
 * The scores of the last round that count, by question.
 *
 * @param experts experts with such a score, sorted
 * @param questions by technology, tab and dimension
 */
record Panels(List<String> experts, SortedMap<String, Question> questions) {
    private static final Question EMPTY = new Question(new int[0], new double[0], new double[0], new double[0]);

    /** The panel of the tables of the evaluate stage. */
    static Panels of(List<Score> scores, List<Expert> experts, List<Assessment> assessments) {
        Map<String, Double> severities = new TreeMap<>();
        experts.stream()
                .filter(expert -> expert.severity() != null)
                .forEach(expert -> severities.put(expert.expertId(), expert.severity()));
        return of(scores, severities, assessments);
    }

    /** The panel as if it had been asked for these technologies alone, from which the severities of its experts follow. */
    static Panels askedFor(Set<String> technologies, List<Score> scores, List<Assessment> assessments) {
        return of(
                scores,
                Severity.byExpert(counted(scores).stream()
                        .filter(score -> technologies.contains(score.candidateId()))
                        .map(score -> new Severity.Given(
                                score.expertId(), score.candidateId() + "\t" + score.dimension(), score.score()))
                        .toList()),
                assessments);
    }

    private static Panels of(List<Score> scores, Map<String, Double> severities, List<Assessment> assessments) {
        int last = scores.stream().mapToInt(Score::round).max().orElse(0);
        List<Score> counted = counted(scores);
        List<String> ids =
                List.copyOf(new TreeSet<>(counted.stream().map(Score::expertId).toList()));
        Map<String, Integer> places = new TreeMap<>();
        ids.forEach(id -> places.put(id, places.size()));
        Map<String, Double> weights = new TreeMap<>();
        List<Assessment> current =
                assessments.stream().filter(row -> row.round() == last).toList();
        current.stream()
                .filter(row -> row.familiarity() != null)
                .forEach(row -> weights.put(
                        row.expertId() + "\t" + row.candidateId(),
                        row.familiarity().doubleValue()));
        double typical = PanelRule.typicalWeight(current.stream().map(Assessment::familiarity));
        Map<String, TreeMap<String, Score>> byQuestion = new TreeMap<>();
        for (Score score : counted) {
            byQuestion
                    .computeIfAbsent(score.candidateId() + "\t" + score.dimension(), key -> new TreeMap<>())
                    .put(score.expertId(), score);
        }
        TreeMap<String, Question> questions = new TreeMap<>();
        byQuestion.forEach((key, byExpert) -> {
            List<Score> own = new ArrayList<>(byExpert.values());
            questions.put(
                    key,
                    new Question(
                            own.stream().mapToInt(s -> places.get(s.expertId())).toArray(),
                            own.stream().mapToDouble(Score::score).toArray(),
                            own.stream()
                                    .mapToDouble(s -> severities.getOrDefault(s.expertId(), 0.0))
                                    .toArray(),
                            own.stream()
                                    .mapToDouble(
                                            s -> weights.getOrDefault(s.expertId() + "\t" + s.candidateId(), typical))
                                    .toArray()));
        });
        return new Panels(ids, questions);
    }

    /** The scores of the last round that count: not excluded, and of a dimension, not of a sub-indicator. */
    static List<Score> counted(List<Score> scores) {
        int last = scores.stream().mapToInt(Score::round).max().orElse(0);
        return scores.stream()
                .filter(score -> score.round() == last && !score.excluded())
                .filter(score -> score.indicator().equals(score.dimension()))
                .toList();
    }

    /** The question, without scores where nobody answered it. */
    Question question(String technologyId, String dimension) {
        return questions.getOrDefault(technologyId + "\t" + dimension, EMPTY);
    }

    /** How many experts scored a technology on any dimension. */
    int experts(String technologyId) {
        // The sign after the tab that parts technology and dimension.
        String next = technologyId + "\n";
        return (int) questions.subMap(technologyId + "\t", next).values().stream()
                .flatMapToInt(Question::experts)
                .distinct()
                .count();
    }
}
