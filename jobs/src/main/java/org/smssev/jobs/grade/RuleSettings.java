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
import org.smssev.common.tables.PanelTables.Weight;

/**
 * The settings by which scores become levels.
 *
 * @param rule rule of the rating in use
 * @param quorum fewest scores of a rating
 * @param dimensions weight of each dimension, as given or as the panel compared them
 * @param grade levels and how dimensions are put together
 */
record RuleSettings(Rule rule, int quorum, Map<String, Double> dimensions, GradeConfig grade) {
    private static final String GIVEN = "GIVEN";
    private static final Smaa NO_DRAWS = new Smaa(Smaa.Weights.NONE, 1, false, 100);

    /**
     * As a run recorded them; a setting that there was not yet has its default. Draws are not taken over.
     *
     * @param weights rows of evaluate.weights, those of judges among them
     */
    static RuleSettings of(List<Setting> recorded, List<Weight> weights) {
        Map<String, String> values = new LinkedHashMap<>();
        recorded.forEach(setting -> values.put(setting.key(), setting.value()));
        List<Double> quantiles = new ArrayList<>();
        for (int i = 0; values.containsKey("grade.quantiles[" + i + "]"); i++) {
            quantiles.add(Double.valueOf(values.get("grade.quantiles[" + i + "]")));
        }
        return new RuleSettings(
                Rule.valueOf(values.getOrDefault("evaluate.rule", "ADJUSTED")),
                Integer.parseInt(values.getOrDefault("evaluate.quorum", "5")),
                inUse(
                        numbers(values, "evaluate.dimensions."),
                        weights,
                        values.getOrDefault("evaluate.panel.ahp.weights", GIVEN)),
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

    /** Whether a run was set to grade by weights that the rows hold. */
    static boolean isIn(List<Setting> recorded, List<Weight> weights) {
        return recorded.stream()
                .filter(setting -> setting.key().equals("evaluate.panel.ahp.weights"))
                .allMatch(setting -> setting.value().equals(GIVEN)
                        || weights.stream().anyMatch(row -> row.source().equals(setting.value())));
    }

    /**
     * The weights of a source, in the order of the dimensions; as given where the rows do not have it, which is so in runs
     * of versions that asked for the found weights to be given.
     */
    static Map<String, Double> inUse(Map<String, Double> given, List<Weight> weights, String source) {
        Map<String, Double> found = new LinkedHashMap<>(given);
        if (!source.equals(GIVEN)) {
            weights.stream()
                    .filter(row -> row.source().equals(source))
                    .forEach(row -> found.replace(row.dimension(), row.weight()));
        }
        return found;
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
