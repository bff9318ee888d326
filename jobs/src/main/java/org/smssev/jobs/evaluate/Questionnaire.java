package org.smssev.jobs.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.smssev.common.config.Config;
import org.smssev.common.config.PanelConfig.Language;

/**
 * What the panel is asked of each technology: dimensions, their sub-indicators, the scale; and by which names, in English
 * and Chinese, the columns of a sheet may go.
 */
final class Questionnaire {
    static final String ROUND = "round";
    static final String EXPERT = "expert_id";
    static final String TECHNOLOGY_ID = "technology_id";
    static final String TECHNOLOGY = "technology";
    static final String FAMILIARITY = "familiarity";
    static final String BASIS = "basis";
    static final String CONFLICT = "conflict";
    static final String COMMENT = "comment";
    static final String PARAMETER = "parameter";
    static final String SUBMITTED = "submitted";
    static final String DIMENSION = "dimension";
    static final String SCORE = "score";

    /** What is asked beside the scores. */
    static final List<String> BESIDE = List.of(FAMILIARITY, BASIS, CONFLICT, PARAMETER, COMMENT);

    private static final Map<String, List<String>> WORDS = words();

    private final Config.Evaluate settings;
    private final Map<String, String> dimensionOf = new LinkedHashMap<>();
    private final Map<String, String> columnOf = new HashMap<>();

    Questionnaire(Config.Evaluate settings) {
        this.settings = settings;
        for (String dimension : settings.dimensions().keySet()) {
            dimensionOf.put(dimension, dimension);
            indicators(dimension).keySet().forEach(indicator -> dimensionOf.put(indicator, dimension));
        }
        WORDS.forEach(this::names);
        dimensionOf.keySet().forEach(name -> names(name, words(name)));
    }

    private static Map<String, List<String>> words() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put(ROUND, List.of("Round", "轮次"));
        words.put(EXPERT, List.of("Expert", "专家编号"));
        words.put(TECHNOLOGY_ID, List.of("Technology id", "技术编号"));
        words.put(TECHNOLOGY, List.of("Technology", "技术名称"));
        words.put(FAMILIARITY, List.of("Familiarity 1-5", "熟悉程度"));
        words.put(BASIS, List.of("Basis of judgement", "判断依据"));
        words.put(CONFLICT, List.of("Conflict of interest", "利益冲突"));
        words.put(COMMENT, List.of("Comment", "意见"));
        words.put(PARAMETER, List.of("Proposed control parameter", "建议控制参数"));
        words.put(SUBMITTED, List.of("Submitted", "提交日期"));
        words.put(DIMENSION, List.of("Dimension", "维度"));
        words.put(SCORE, List.of("Score", "评分"));
        words.put("necessity", List.of("Necessity", "必要性"));
        words.put("feasibility", List.of("Feasibility", "可行性"));
        words.put("impact", List.of("Impact", "影响"));
        return words;
    }

    private void names(String column, List<String> words) {
        for (String name : List.of(column, words.get(0), words.get(1), words.get(0) + " " + words.get(1))) {
            columnOf.putIfAbsent(key(name), column);
        }
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    }

    /** The dimensions in the order of the settings. */
    Set<String> dimensions() {
        return settings.dimensions().keySet();
    }

    /** Sub-indicators of a dimension with their weights; empty where it has none. */
    Map<String, Double> indicators(String dimension) {
        return settings.panel().indicators().getOrDefault(dimension, Map.of());
    }

    /** All that is scored: each dimension, followed by its sub-indicators. */
    List<String> asked() {
        return List.copyOf(dimensionOf.keySet());
    }

    /** The dimension of what is scored; null of anything else. */
    String dimensionOf(String asked) {
        return dimensionOf.get(asked);
    }

    /** Least score. */
    double min() {
        return settings.scaleMin();
    }

    /** Greatest score. */
    double max() {
        return settings.scaleMax();
    }

    /** Fewest sub-indicators of a dimension whose mean counts. */
    int fewestIndicators(String dimension) {
        // Less a hair, as .6 of 5 is 3.0000000000000004 in floating point.
        return (int) Math.ceil(
                settings.panel().leastIndicators() * indicators(dimension).size() - 1e-9);
    }

    /** The column that a cell of a header names, by any of its names; the cell itself where it names none. */
    String column(String header) {
        return columnOf.getOrDefault(key(header), header);
    }

    /** Whether the name is that of a column that is read. */
    boolean isKnown(String column) {
        return columnOf.containsKey(key(column));
    }

    /** What a column is called, [English, Chinese]. */
    List<String> words(String column) {
        List<String> given = settings.panel().labels().get(column);
        return given != null ? given : WORDS.getOrDefault(column, List.of(column, column));
    }

    /** What a column is called in the language of the sheets. */
    String label(String column) {
        return said(words(column));
    }

    /** A text, [English, Chinese], in the language of the sheets. */
    String said(List<String> words) {
        Language language = settings.panel().language();
        if (language == Language.EN || words.get(0).equals(words.get(1))) {
            return words.get(0);
        }
        return language == Language.ZH ? words.get(1) : words.get(0) + "\n" + words.get(1);
    }

    /** The answers of a list, each in all languages of the sheets. */
    List<String> choices(List<List<String>> answers) {
        List<String> choices = new ArrayList<>();
        answers.forEach(answer -> choices.add(said(answer).replace("\n", " ")));
        return choices;
    }
}
