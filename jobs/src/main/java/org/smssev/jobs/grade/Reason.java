package org.smssev.jobs.grade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Why a technology has its level: a code with its parameters, and the words in English and Chinese. */
record Reason(String code, List<String> parameters, String en, String zh) {
    /** Code of a technology that a veto keeps off the list. */
    static final String VETO = "VETO";

    /** A technology nobody scored. */
    static Reason unscored() {
        return new Reason("NO_SCORES", List.of(), "No expert has scored it yet.", "尚无专家评分。");
    }

    /** A technology with too few scores on some dimensions. */
    static Reason insufficient(List<String> dimensions, int quorum, DimensionNames called) {
        String names = String.join(", ", dimensions);
        String namesZh = String.join("、", dimensions.stream().map(called::zh).toList());
        return new Reason(
                "BELOW_QUORUM",
                List.of("quorum=" + quorum, "lacking=" + names),
                "Fewer than " + quorum + " scores count on: " + names + ".",
                "以下维度的有效评分少于 " + quorum + " 个：" + namesZh + "。");
    }

    /** A technology with a score. */
    static Reason graded(double score, Verdict verdict, String[] dimensions, double[] ratings, DimensionNames called) {
        int best = 0;
        int worst = 0;
        for (int d = 1; d < ratings.length; d++) {
            best = ratings[d] > ratings[best] ? d : best;
            worst = ratings[d] < ratings[worst] ? d : worst;
        }
        String sEn = " Highest rated is " + dimensions[best] + " (" + text(ratings[best]) + "), lowest "
                + dimensions[worst] + " (" + text(ratings[worst]) + ").";
        String sZh = "评分最高的维度为" + called.zh(dimensions[best]) + "（" + text(ratings[best]) + "），最低为"
                + called.zh(dimensions[worst]) + "（" + text(ratings[worst]) + "）。";
        List<String> parameters = new ArrayList<>(List.of(
                "score=" + text(score),
                "highest=" + dimensions[best] + " " + text(ratings[best]),
                "lowest=" + dimensions[worst] + " " + text(ratings[worst])));
        Levels levels = verdict.levels();
        int place = levels.place(score);
        int vetoed = verdict.vetoed(ratings);
        if (vetoed >= 0) {
            String least = text(verdict.vetoes()[vetoed]);
            String rating = dimensions[vetoed] + " (" + text(ratings[vetoed]) + ") is below the least rating allowed ("
                    + least + ").";
            String ratingZh = called.zh(dimensions[vetoed]) + "（" + text(ratings[vetoed]) + "）低于否决线（" + least + "）。";
            String cut = text(levels.cuts()[Math.min(place, Levels.NOT_LISTED - 1)]);
            parameters.add("threshold=" + cut);
            parameters.add("veto=" + dimensions[vetoed] + " " + least);
            boolean isTooLow = place == Levels.NOT_LISTED;
            return new Reason(
                    VETO,
                    parameters,
                    isTooLow
                            ? "Score " + text(score) + " is below Level 3 (" + cut + "), and " + rating + sEn
                            : "Score " + text(score) + " would reach Level " + (place + 1) + " (" + cut + "), but "
                                    + rating + sEn,
                    isTooLow
                            ? "综合得分 " + text(score) + "，低于三级门槛（" + cut + "），且" + ratingZh + sZh
                            : "综合得分 " + text(score) + "，本可达到" + "一二三".charAt(place) + "级门槛（" + cut + "），但" + ratingZh
                                    + sZh);
        }
        if (place == Levels.NOT_LISTED) {
            String cut = text(levels.level3());
            parameters.add("threshold=" + cut);
            return new Reason(
                    "BELOW_LEVEL_3",
                    parameters,
                    "Score " + text(score) + " is below Level 3 (" + cut + ")." + sEn,
                    "综合得分 " + text(score) + "，低于三级门槛（" + cut + "）。" + sZh);
        }
        String cut = text(levels.cuts()[place]);
        parameters.add("threshold=" + cut);
        return new Reason(
                Levels.NAMES.get(place) + "_REACHED",
                parameters,
                "Score " + text(score) + " reaches Level " + (place + 1) + " (" + cut + ")." + sEn,
                "综合得分 " + text(score) + "，达到" + "一二三".charAt(place) + "级门槛（" + cut + "）。" + sZh);
    }

    /** Four decimals, so that no score looks like a threshold that it does not reach. */
    static String text(double value) {
        return BigDecimal.valueOf(value)
                .setScale(4, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
