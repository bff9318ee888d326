package org.smssev.jobs.grade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smssev.common.tables.MetaTables.Setting;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.Criterion;

/** Why the screen dropped a candidate: the rule, with what it asked for and what it met. */
public final class ExplainDropped {
    private final Candidate candidate;
    private final List<Criterion> criteria;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Words words;

    private ExplainDropped(Candidate candidate, List<Criterion> criteria, List<Setting> recorded, boolean isZh) {
        this.candidate = candidate;
        this.criteria = criteria.stream()
                .filter(row -> row.candidateId().equals(candidate.candidateId()))
                .toList();
        recorded.forEach(setting -> settings.put(setting.key(), setting.value()));
        words = new Words(isZh);
    }

    /**
     * The explanation.
     *
     * @param criteria figures of all candidates
     * @param recorded settings of the run
     * @param isZh whether in Chinese; else in English
     */
    public static String text(Candidate candidate, List<Criterion> criteria, List<Setting> recorded, boolean isZh) {
        String text = String.join("\n", new ExplainDropped(candidate, criteria, recorded, isZh).lines());
        // Names come from files; signs that steer a terminal are taken out.
        return text.replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        boolean hasZh = words.isZh() && candidate.nameZh() != null;
        lines.add((hasZh ? candidate.nameZh() : candidate.nameEn()) + " (" + candidate.candidateId() + ")");
        lines.add(words.say("Screened out, and so not graded (", "筛选未通过，未分级（")
                + candidate.reason()
                + words.say("): ", "）：")
                + rule()
                + words.say(".", "。"));
        lines.add("");
        lines.add(words.say("Its figures in the screen", "筛选指标"));
        lines.add("  " + words.say("families: ", "专利族：") + candidate.families());
        if (candidate.state() != null) {
            lines.add("  " + words.say("The country ", "本国") + words.of(candidate.state())
                    + words.say(" in this technology.", "。"));
        }
        if (candidate.score() != null) {
            lines.add("  " + words.say("score ", "得分 ") + Reason.text(candidate.score()) + words.say(", rank ", "，排名 ")
                    + Reason.text(candidate.rank()));
        }
        if (candidate.selectionFrequency() != null) {
            lines.add("  " + words.say("Selected in ", "重抽样中入选比例 ") + words.percent(candidate.selectionFrequency())
                    + words.say(" of draws.", "。"));
        }
        criteria.forEach(row -> lines.add("  " + figure(row)));
        return lines;
    }

    private String rule() {
        return switch (candidate.reason()) {
            case "FEW_FAMILIES" -> {
                String least = settings.get("screen.min-families");
                yield words.say(
                        candidate.families() + " families, and screen.min-families asks for " + least,
                        "专利族 " + candidate.families() + " 个，少于 screen.min-families 要求的 " + least + " 个");
            }
            case "ALREADY_CONTROLLED" ->
                words.say(
                        "an existing list controls it already, and screen.drop-controlled is set",
                        "已受现有清单管制，且设置了 screen.drop-controlled");
            case "MISSING_CRITERION" -> {
                String missing = words.list(criteria.stream()
                        .filter(row -> row.value() == null)
                        .map(Criterion::criterion)
                        .toList());
                yield words.say(
                        "undefined for it are " + missing + ", and screen.missing is DROP",
                        missing + " 无定义，且 screen.missing 为 DROP");
            }
            case "BELOW_CUT" -> belowCut();
            default -> state();
        };
    }

    private String belowCut() {
        String cut = "screen.cut: " + settings.get("screen.cut") + " " + settings.get("screen.cut-at");
        if (candidate.margin() == null) {
            return words.say("nothing reaches the cut (" + cut + ")", "无一达到入选线（" + cut + "）");
        }
        String score = Reason.text(candidate.score());
        String least = Reason.text(candidate.score() - candidate.margin());
        String lacking = Reason.text(-candidate.margin());
        return words.say(
                "its score, " + score + ", is " + lacking + " below the cut at " + least + " (" + cut + ")"
                        + (candidate.nearMiss() ? ", a near miss" : ""),
                "得分 " + score + "，低于入选线 " + least + "，差 " + lacking + "（" + cut + "）"
                        + (candidate.nearMiss() ? "，接近入选" : ""));
    }

    private String state() {
        List<String> taken = new ArrayList<>();
        for (int i = 0; settings.containsKey("screen.states[" + i + "]"); i++) {
            taken.add(settings.get("screen.states[" + i + "]"));
        }
        String own = candidate.state() == null ? "UNDEFINED" : candidate.state();
        return words.say(
                "the position " + own + " is none of screen.states, " + String.join(", ", taken),
                "态势 " + own + " 不在 screen.states（" + String.join("、", taken) + "）之内");
    }

    private String figure(Criterion row) {
        String value =
                row.value() == null ? words.say("undefined", "无定义") : Reason.text(row.value()) + " " + row.unit();
        return row.criterion()
                + words.say(": ", "：")
                + value
                + (row.scaled() == null
                        ? ""
                        : words.say(", scaled ", "，缩放后 ")
                                + Reason.text(row.scaled())
                                + words.say(" of 1, weight ", "，权重 ")
                                + Reason.text(row.weight()));
    }
}
