package org.smssev.jobs.grade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smssev.common.config.Config.Evaluate.Rule;
import org.smssev.common.config.GradeConfig;
import org.smssev.common.config.GradeConfig.Aggregation;
import org.smssev.common.config.GradeConfig.Smaa;
import org.smssev.common.tables.MetaTables.Setting;

/**
 * The settings by which scores become levels.
 *
 * @param rule rule of the rating in use
 * @param quorum fewest scores of a rating
 * @param dimensions weight of each dimension
 * @param grade levels and how dimensions are put together
 */
record RuleSettings(Rule rule, int quorum, Map<String, Double> dimensions, GradeConfig grade) {
    private static final Smaa NO_DRAWS = new Smaa(Smaa.Weights.NONE, 1, false, 100);

    /** As a run recorded them; a setting that there was not yet has its default. Draws are not taken over. */
    static RuleSettings of(List<Setting> recorded) {
        Map<String, String> values = new LinkedHashMap<>();
        recorded.forEach(setting -> values.put(setting.key(), setting.value()));
        List<Double> quantiles = new ArrayList<>();
        for (int i = 0; values.containsKey("grade.quantiles[" + i + "]"); i++) {
            quantiles.add(Double.valueOf(values.get("grade.quantiles[" + i + "]")));
        }
        return new RuleSettings(
                Rule.valueOf(values.getOrDefault("evaluate.rule", "ADJUSTED")),
                Integer.parseInt(values.getOrDefault("evaluate.quorum", "5")),
                numbers(values, "evaluate.dimensions."),
                new GradeConfig(
                        Double.parseDouble(values.getOrDefault("grade.level-1", "8.5")),
                        number(values.get("grade.level-2")),
                        number(values.get("grade.level-3")),
                        quantiles,
                        Aggregation.valueOf(values.getOrDefault("grade.aggregation", "ADDITIVE")),
                        numbers(values, "grade.veto."),
                        0,
                        NO_DRAWS,
                        0));
    }

    private static Map<String, Double> numbers(Map<String, String> values, String prefix) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                numbers.put(key.substring(prefix.length()), Double.valueOf(value));
            }
        });
        return numbers;
    }

    private static Double number(String value) {
        return value == null ? null : Double.valueOf(value);
    }
}
