package org.smssev.jobs.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smssev.common.stats.Descriptive;
import org.smssev.common.tables.EvaluateTables.Score;

/**
 * What the next round shows of the one before: of each question the panel's median and quartiles, and the expert's own
 * score; nobody else's. Scores left out for a conflict of interest are no part of the panel's. Below three scores nothing
 * is shown, as the others could be told from it.
 */
final class Feedback {
    private static final int FEWEST = 3;

    private final int round;
    private final Map<String, Panel> panel = new HashMap<>();
    private final Map<String, Double> own = new HashMap<>();

    private Feedback(int round) {
        this.round = round;
    }

    /** Median and quartiles of a question. */
    record Panel(double q1, double median, double q3, int n) {}

    /** Nothing is shown before the second round. */
    static Feedback none() {
        return new Feedback(0);
    }

    /** The feedback of a round. */
    static Feedback of(int round, List<Score> scores) {
        Feedback feedback = new Feedback(round);
        Map<String, List<Double>> byQuestion = new HashMap<>();
        for (Score score : scores) {
            if (score.round() != round) {
                continue;
            }
            String question = score.candidateId() + "\t" + score.indicator();
            feedback.own.put(score.expertId() + "\t" + question, score.score());
            if (!score.excluded()) {
                byQuestion.computeIfAbsent(question, key -> new ArrayList<>()).add(score.score());
            }
        }
        byQuestion.forEach((question, values) -> {
            if (values.size() >= FEWEST) {
                double[] y = values.stream().mapToDouble(value -> value).toArray();
                feedback.panel.put(
                        question,
                        new Panel(
                                Descriptive.quantile(y, .25),
                                Descriptive.median(y),
                                Descriptive.quantile(y, .75),
                                y.length));
            }
        });
        return feedback;
    }

    /** The round told of, 0 for none. */
    int round() {
        return round;
    }

    /** The panel on a question; null where too few scored it. */
    Panel panel(String technologyId, String indicator) {
        return panel.get(technologyId + "\t" + indicator);
    }

    /** The expert's own score; null where there is none. */
    Double own(String expertId, String technologyId, String indicator) {
        return own.get(expertId + "\t" + technologyId + "\t" + indicator);
    }
}
