package org.smssev.jobs.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.smssev.common.stats.PanelRule;
import org.smssev.common.tables.EvaluateTables.Assessment;
import org.smssev.common.tables.EvaluateTables.Score;

/**
 * What scores weigh.
 *
 * @param familiarity weight by the expert's familiarity with the technology, or what stands for it
 * @param authority weight by the expert's authority; NaN where nobody told anything
 */
record Weights(ToDoubleFunction<Score> familiarity, ToDoubleFunction<Score> authority) {
    /** The weights of a round. */
    static Weights of(List<Assessment> assessments, int round, ExpertRows experts) {
        Map<String, Double> given = new HashMap<>();
        List<Assessment> current =
                assessments.stream().filter(row -> row.round() == round).toList();
        current.stream()
                .filter(row -> row.familiarity() != null)
                .forEach(row -> given.put(
                        row.expertId() + "\t" + row.candidateId(),
                        row.familiarity().doubleValue()));
        double typical = PanelRule.typicalWeight(current.stream().map(Assessment::familiarity));
        return new Weights(
                score -> given.getOrDefault(score.expertId() + "\t" + score.candidateId(), typical),
                score -> experts.authority(score.expertId()));
    }
}
