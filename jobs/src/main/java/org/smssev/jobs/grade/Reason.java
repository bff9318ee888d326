package org.smssev.jobs.grade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Why a technology has its level: a code, and the words in English and Chinese. */
record Reason(String code, String en, String zh) {
    /** A technology nobody scored. */
    static Reason unscored() {
        return new Reason("NO_SCORES", "No expert has scored it yet.", "尚无专家评分。");
    }

    /** A technology with too few scores on some dimensions. */
    static Reason insufficient(List<String> dimensions, int quorum) {
        String names = String.join(", ", dimensions);
        return new Reason(
                "BELOW_QUORUM",
                "Fewer than " + quorum + " scores count on: " + names + ".",
                "以下维度的有效评分少于 " + quorum + " 个：" + names + "。");
    }

    /** A technology with a score. */
    static Reason graded(double score, String level, Levels levels, String[] dimensions, double[] ratings) {
        int best = 0;
        int worst = 0;
        for (int d = 1; d < ratings.length; d++) {
            best = ratings[d] > ratings[best] ? d : best;
            worst = ratings[d] < ratings[worst] ? d : worst;
        }
        String sEn = " Highest rated is " + dimensions[best] + " (" + text(ratings[best]) + "), lowest "
                + dimensions[worst] + " (" + text(ratings[worst]) + ").";
        String sZh = "评分最高的维度为 " + dimensions[best] + "（" + text(ratings[best]) + "），最低为 " + dimensions[worst] + "（"
                + text(ratings[worst]) + "）。";
        if (level.equals("NOT_LISTED")) {
            String cut = text(levels.level3());
            return new Reason(
                    "BELOW_LEVEL_3",
                    "Score " + text(score) + " is below Level 3 (" + cut + ")." + sEn,
                    "综合得分 " + text(score) + "，低于三级门槛（" + cut + "）。" + sZh);
        }
        int place = Integer.parseInt(level.substring(level.length() - 1));
        String cut = text(levels.cuts()[place - 1]);
        return new Reason(
                level + "_REACHED",
                "Score " + text(score) + " reaches Level " + place + " (" + cut + ")." + sEn,
                "综合得分 " + text(score) + "，达到" + "一二三".charAt(place - 1) + "级门槛（" + cut + "）。" + sZh);
    }

    /** Four decimals, so that no score looks like a threshold that it does not reach. */
    static String text(double value) {
        return BigDecimal.valueOf(value)
                .setScale(4, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
