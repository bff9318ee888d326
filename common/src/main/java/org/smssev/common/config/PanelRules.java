package org.smssev.common.config;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What must hold between the settings of the panel. */
final class PanelRules {
    private static final int FAMILIARITIES = 5;

    private PanelRules() {}

    static void check(Config.Evaluate evaluate, BiConsumer<String, String> problem) {
        PanelConfig panel = evaluate.panel();
        indicators(evaluate, problem);
        Set<String> asked = new HashSet<>(evaluate.dimensions().keySet());
        panel.indicators().values().forEach(indicators -> asked.addAll(indicators.keySet()));
        panel.labels().forEach((name, words) -> {
            if (!asked.contains(name)) {
                problem.accept(
                        "evaluate.panel.labels." + name,
                        "not a dimension or sub-indicator. Correct the name, or remove it.");
            } else if (words.size() != 2) {
                problem.accept("evaluate.panel.labels." + name, "must be two names: [English, Chinese]");
            }
        });
        panel.deadlines().forEach((round, day) -> {
            String key = "evaluate.panel.deadlines." + round;
            if (!round.matches("[1-9]\\d{0,2}")) {
                problem.accept(key, "must be the number of a round, such as 1");
            }
            try {
                LocalDate.parse(day);
            } catch (DateTimeParseException e) {
                problem.accept(key, "must be a date such as 2026-03-31, but is " + day);
            }
        });
        if (panel.familiarity().size() != FAMILIARITIES) {
            problem.accept("evaluate.panel.familiarity", "must be five figures, for familiarity 1 to 5");
        }
        if (panel.delphi() != null && panel.delphi().consensus().isEmpty()) {
            problem.accept("evaluate.panel.delphi.consensus", "must name at least one of CV, IQR, WITHIN");
        }
        if (panel.ahp() != null
                && panel.ahp().weights() != PanelConfig.Group.GIVEN
                && panel.ahp().pairwise() == null) {
            problem.accept(
                    "evaluate.panel.ahp.pairwise",
                    "missing. Name the file of comparisons, or set evaluate.panel.ahp.weights to GIVEN.");
        }
    }

    private static void indicators(Config.Evaluate evaluate, BiConsumer<String, String> problem) {
        Set<String> seen = new HashSet<>(evaluate.dimensions().keySet());
        for (Map.Entry<String, Map<String, Double>> entry :
                evaluate.panel().indicators().entrySet()) {
            String key = "evaluate.panel.indicators." + entry.getKey();
            if (!evaluate.dimensions().containsKey(entry.getKey())) {
                problem.accept(
                        key,
                        "not a dimension. The dimensions are "
                                + List.copyOf(evaluate.dimensions().keySet()));
            }
            double sum = entry.getValue().values().stream().mapToDouble(w -> w).sum();
            if (Math.abs(sum - 1) > 1e-9) {
                problem.accept(key, "the weights must sum to 1, but sum to " + sum);
            }
            for (String name : entry.getValue().keySet()) {
                if (!seen.add(name)) {
                    problem.accept(
                            key + "." + name, "name used twice. Give each indicator and dimension its own name.");
                } else if (!name.matches("[a-z][a-z0-9_]*")) {
                    problem.accept(key + "." + name, "must consist of small letters, digits and _");
                }
            }
        }
    }
}
