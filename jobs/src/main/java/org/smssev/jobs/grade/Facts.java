package org.smssev.jobs.grade;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.smssev.common.config.GradeConfig;
import org.smssev.common.tables.EvaluateTables.Expert;
import org.smssev.common.tables.EvaluateTables.Score;
import org.smssev.common.tables.GradeTables.Evidence;
import org.smssev.common.tables.GradeTables.Explain;
import org.smssev.common.tables.GradeTables.Sensitivity;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.GradeTables.Threshold;
import org.smssev.common.tables.MetaTables.Setting;
import org.smssev.common.tables.PanelTables.Weight;
import org.smssev.common.tables.ScreenTables.Supplemented;

/**
 * What the explanation of a technology rests on; rows of other technologies may be among them.
 *
 * @param technology the technology
 * @param graded how many technologies have a score
 * @param candidate the technology as it went to the experts, or null
 * @param weights weights of the dimensions from every source
 * @param recorded settings of the run
 */
public record Facts(
        Technology technology,
        long graded,
        Supplemented candidate,
        List<Explain> explain,
        List<Evidence> evidence,
        List<Sensitivity> sensitivity,
        List<Threshold> thresholds,
        List<Score> scores,
        List<Expert> experts,
        List<Weight> weights,
        List<Setting> recorded) {
    /** The terms of the score that are dimensions, in the order of the settings. */
    List<Explain> terms() {
        List<String> dimensions = List.copyOf(dimensions().keySet());
        return explain.stream()
                .filter(row -> row.technologyId().equals(technology.technologyId()) && row.weight() != null)
                .sorted(Comparator.comparingInt(row -> dimensions.indexOf(row.term())))
                .toList();
    }

    /** What a rule that is not additive changes; 0 where it is. */
    double adjustment() {
        return explain.stream()
                .filter(row -> row.technologyId().equals(technology.technologyId()) && row.weight() == null)
                .mapToDouble(Explain::contribution)
                .sum();
    }

    Map<String, Double> dimensions() {
        return RuleSettings.of(recorded, weights).dimensions();
    }

    GradeConfig grade() {
        return RuleSettings.of(recorded, weights).grade();
    }

    /** The levels in force, also where quantiles cut the list. */
    Levels levels() {
        double[] cuts = Levels.NAMES.stream()
                .limit(Levels.NOT_LISTED)
                .mapToDouble(name -> thresholds.stream()
                        .filter(row -> row.level().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .threshold())
                .toArray();
        return new Levels(cuts[0], cuts[1], cuts[2]);
    }

    /** How the levels are reached and lost. */
    Counterfactual counterfactual() {
        double[] weights = terms().stream().mapToDouble(Explain::weight).toArray();
        String[] names = terms().stream().map(Explain::term).toArray(String[]::new);
        return new Counterfactual(
                grade().aggregation(),
                weights,
                Verdict.of(levels(), grade().veto(), names),
                number("evaluate.scale-min", 0),
                number("evaluate.scale-max", 10));
    }

    private double number(String key, double otherwise) {
        return recorded.stream()
                .filter(setting -> setting.key().equals(key))
                .mapToDouble(setting -> Double.parseDouble(setting.value()))
                .findFirst()
                .orElse(otherwise);
    }

    /** The composite gap by which it has its position, if it has one. */
    Optional<Double> gap() {
        return evidence("GAP").stream()
                .filter(row -> row.ref().equals(EvidenceRows.POSITION))
                .map(Evidence::value)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Evidence of a kind, strongest first. */
    List<Evidence> evidence(String kind) {
        return evidence.stream()
                .filter(row -> row.technologyId().equals(technology.technologyId()))
                .filter(row -> row.kind().equals(kind))
                .sorted(Comparator.comparing(Evidence::value, Comparator.nullsLast(Comparator.<Double>reverseOrder()))
                        .thenComparing(Evidence::rank, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                        .thenComparing(Evidence::ref))
                .toList();
    }
}
