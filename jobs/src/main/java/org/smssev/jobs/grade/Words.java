package org.smssev.jobs.grade;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of explanations in one language. */
record Words(boolean isZh) {
    private static final Map<String, String> ZH = Map.ofEntries(
            Map.entry("LEVEL_1", "一级"),
            Map.entry("LEVEL_2", "二级"),
            Map.entry("LEVEL_3", "三级"),
            Map.entry("NOT_LISTED", "未列入"),
            Map.entry("UNSCORED", "未评分"),
            Map.entry("INSUFFICIENT", "评分不足"),
            Map.entry("necessity", "必要性"),
            Map.entry("feasibility", "可行性"),
            Map.entry("impact", "影响"),
            Map.entry("INDUSTRY", "产业界"),
            Map.entry("GOVERNMENT", "政府"),
            Map.entry("ACADEMIA", "学术界"),
            Map.entry("LEAD", "领跑"),
            Map.entry("PARALLEL", "并跑"),
            Map.entry("FOLLOW", "跟跑"),
            Map.entry("LOW_N", "态势不明（专利族过少）"),
            Map.entry("PATENT", "专利筛选"),
            Map.entry("LIST", "既有清单"),
            Map.entry("EXPERT", "专家提名"),
            Map.entry("LOW_PROBABILITY", "等级概率低于 0.8"),
            Map.entry("THRESHOLD_IN_INTERVAL", "95 % 区间包含门槛"),
            Map.entry("NEAR_THRESHOLD", "得分距门槛不足 0.1"),
            Map.entry("NEAR_VETO", "某维度评分距否决线不足 0.1"));
    private static final Map<String, String> EN = Map.ofEntries(
            Map.entry("LEVEL_1", "Level 1"),
            Map.entry("LEVEL_2", "Level 2"),
            Map.entry("LEVEL_3", "Level 3"),
            Map.entry("NOT_LISTED", "not listed"),
            Map.entry("UNSCORED", "not scored"),
            Map.entry("INSUFFICIENT", "too few scores"),
            Map.entry("INDUSTRY", "industry"),
            Map.entry("GOVERNMENT", "government"),
            Map.entry("ACADEMIA", "academia"),
            Map.entry("LEAD", "leads"),
            Map.entry("PARALLEL", "runs level"),
            Map.entry("FOLLOW", "follows"),
            Map.entry("LOW_N", "has no position (too few families)"),
            Map.entry("PATENT", "found in the patents"),
            Map.entry("LIST", "on an existing list"),
            Map.entry("EXPERT", "nominated by experts"),
            Map.entry("LOW_PROBABILITY", "its level holds in fewer than 8 of 10 draws"),
            Map.entry("THRESHOLD_IN_INTERVAL", "a threshold lies within its 95 % interval"),
            Map.entry("NEAR_THRESHOLD", "its score is within 0.1 of a threshold"),
            Map.entry("NEAR_VETO", "a rating is within 0.1 of its veto"));

    /** A phrase in the language. */
    String say(String en, String zh) {
        return isZh ? zh : en;
    }

    /** A code in words; a code without words stays as it is. */
    String of(String code) {
        return (isZh ? ZH : EN).getOrDefault(code, code);
    }

    /** Codes in words, as a list. */
    String list(List<String> codes) {
        return String.join(say(", ", "、"), codes.stream().map(this::of).toList());
    }

    /** Two decimals. */
    String points(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** Two decimals, or four where two would look like another level. */
    String score(double score, Levels levels) {
        String rounded = points(score);
        return levels.place(Double.parseDouble(rounded)) == levels.place(score) ? rounded : Reason.text(score);
    }

    /** A share as a percentage; what is not certain is not shown as 0 or 100. */
    String percent(double share) {
        if (share > 0 && share < .005) {
            return say("under 1 %", "不足 1 %");
        }
        if (share < 1 && share > .995) {
            return say("over 99 %", "超过 99 %");
        }
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
