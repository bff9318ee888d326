package org.smssev.jobs.grade;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.smssev.common.tables.GradeTables.Explain;
import org.smssev.common.tables.GradeTables.Technology;

/** What would give a technology another level: other ratings, another rule, another panel. */
record ExplainChange(Facts facts, Words words, List<String> lines) {
    void add() {
        lines.add("");
        lines.add(words.say("What would change it", "什么会改变它"));
        Technology technology = facts.technology();
        int place = Levels.NAMES.indexOf(technology.level());
        if (place > 0) {
            rise(place - 1);
        }
        if (place < Levels.NOT_LISTED) {
            fall();
        }
        scenarios();
    }

    private double[] ratings() {
        return facts.terms().stream().mapToDouble(Explain::value).toArray();
    }

    private void rise(int next) {
        Counterfactual counterfactual = facts.counterfactual();
        double[] ratings = ratings();
        List<Explain> terms = facts.terms();
        String level = words.of(Levels.NAMES.get(next));
        lines.add("  "
                + words.say(
                        "To reach " + level + ", all else being equal, one of these:", "其他不变，达到" + level + "需满足其一："));
        boolean isReachable = false;
        for (int d = 0; d < ratings.length; d++) {
            OptionalDouble needed = counterfactual.toRise(ratings, d, next);
            if (needed.isPresent()) {
                isReachable = true;
                lines.add("    " + words.of(terms.get(d).term()) + words.say(" at ", " 为 ")
                        + words.points(needed.getAsDouble()) + words.say(" (now ", "（现为 ") + words.points(ratings[d])
                        + words.say(")", "）"));
            }
        }
        OptionalDouble together = counterfactual.toRiseTogether(ratings, next);
        if (together.isPresent()) {
            isReachable = true;
            lines.add("    " + words.points(together.getAsDouble())
                    + words.say(" more on every dimension", "：每个维度各提高此分"));
        }
        if (!isReachable) {
            lines.add("    "
                    + words.say(
                            "none: no rating on the scale of a single dimension, nor the same rise of all, is enough",
                            "无：任何单一维度或各维度同步提高都不够"));
        }
    }

    private void fall() {
        Counterfactual counterfactual = facts.counterfactual();
        double[] ratings = ratings();
        List<Explain> terms = facts.terms();
        for (int d = 0; d < ratings.length; d++) {
            OptionalDouble lost = counterfactual.toFall(ratings, d);
            if (lost.isPresent()) {
                lines.add("  "
                        + words.say(
                                "It would lose its level with "
                                        + words.of(terms.get(d).term()) + " at " + words.points(lost.getAsDouble())
                                        + ".",
                                words.of(terms.get(d).term()) + "降至 " + words.points(lost.getAsDouble())
                                        + " 时将失去该等级。"));
            }
        }
    }

    private void scenarios() {
        Map<String, String> others = new TreeMap<>();
        facts.sensitivity().stream()
                .filter(row -> row.technologyId().equals(facts.technology().technologyId()))
                .filter(row -> !row.level().equals(facts.technology().level()))
                .forEach(row -> others.put(row.scenario(), row.level()));
        if (others.isEmpty()) {
            lines.add("  "
                    + words.say(
                            "No other rule, weights or threshold tried, and no expert left out, gives it another level.",
                            "所试的其他规则、权重、门槛，以及逐一去掉专家，等级均不变。"));
            return;
        }
        lines.add("  " + words.say("Under other choices its level would be:", "在其他选择下等级为："));
        others.forEach((scenario, level) -> lines.add("    " + words.of(level) + ": " + name(scenario)));
    }

    private String name(String scenario) {
        if (scenario.startsWith("WITHOUT_")) {
            return words.say("without expert ", "去掉专家 ") + scenario.substring("WITHOUT_".length());
        }
        if (scenario.startsWith("RULE_")) {
            return words.say("ratings by the rule ", "评分规则 ") + scenario.substring("RULE_".length());
        }
        if (scenario.startsWith("AGGREGATION_")) {
            return words.say("dimensions put together by ", "维度合成方式 ") + scenario.substring("AGGREGATION_".length());
        }
        return switch (scenario) {
            case "EQUAL_WEIGHTS" -> words.say("equal weights", "等权");
            case "ENTROPY_WEIGHTS" -> words.say("weights by entropy", "熵权");
            case "CRITIC_WEIGHTS" -> words.say("weights by CRITIC", "CRITIC 权重");
            case "WITH_CONFLICTS" -> words.say("with the experts in a conflict of interest", "计入有利益冲突的专家");
            case "THRESHOLDS_MINUS_0.25" -> words.say("thresholds 0.25 lower", "门槛降低 0.25");
            case "THRESHOLDS_PLUS_0.25" -> words.say("thresholds 0.25 higher", "门槛提高 0.25");
            case "NO_VETO" -> words.say("without vetoes", "不设否决线");
            default -> scenario;
        };
    }
}
