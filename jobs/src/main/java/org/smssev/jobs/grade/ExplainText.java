package org.smssev.jobs.grade;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.tables.GradeTables.Evidence;
import org.smssev.common.tables.GradeTables.Explain;
import org.smssev.common.tables.GradeTables.Sensitivity;
import org.smssev.common.tables.GradeTables.Technology;

/** Why a technology has its grade, as lines for the command line. */
public final class ExplainText {
    private ExplainText() {}

    /**
     * The text.
     *
     * @param explain rows of this technology, as the next two
     * @param lang {@code zh} for Chinese words, else English
     */
    public static String text(
            Technology technology,
            List<Explain> explain,
            List<Evidence> evidence,
            List<Sensitivity> sensitivity,
            String lang) {
        boolean isZh = lang.equals("zh");
        StringBuilder text = new StringBuilder();
        boolean hasZhName = isZh && technology.nameZh() != null;
        line(text, technology.technologyId() + "  " + (hasZhName ? technology.nameZh() : technology.nameEn()));
        line(text, (isZh ? "等级：" : "Level: ") + technology.level() + range(technology, isZh));
        line(text, isZh ? technology.reasonZh() : technology.reasonEn());
        if (technology.pLevel1() != null) {
            line(
                    text,
                    (isZh ? "各级概率（一/二/三/未列入）：" : "Probability of Level 1 / 2 / 3 / not listed: ")
                            + Reason.text(technology.pLevel1()) + " / " + Reason.text(technology.pLevel2()) + " / "
                            + Reason.text(technology.pLevel3()) + " / " + Reason.text(technology.pNotListed()));
        }
        if (technology.borderline()) {
            line(text, (isZh ? "临界：" : "Borderline: ") + String.join(", ", technology.borderlineReasons()));
        }
        if (technology.position() != null) {
            line(text, (isZh ? "本国位置：" : "Position: ") + technology.position());
        }
        line(text, (isZh ? "来源：" : "Provenance: ") + String.join(", ", technology.provenance()));
        section(text, isZh ? "得分构成" : "The score taken apart", explain.isEmpty());
        for (Explain term : explain) {
            String product =
                    term.weight() == null ? "" : Reason.text(term.weight()) + " x " + Reason.text(term.value()) + " = ";
            line(text, "  " + term.term() + ": " + product + Reason.text(term.contribution()));
        }
        section(text, isZh ? "证据" : "Evidence", evidence.isEmpty());
        for (Evidence item : evidence) {
            line(
                    text,
                    "  " + item.kind() + " " + item.ref() + (item.text() == null ? "" : ": " + item.text())
                            + (item.value() == null ? "" : " (" + Reason.text(item.value()) + ")"));
        }
        Map<String, String> others = new TreeMap<>();
        sensitivity.stream()
                .filter(row -> !row.level().equals(technology.level()))
                .forEach(row -> others.put(row.scenario(), row.level()));
        section(text, isZh ? "等级不同的情景" : "Scenarios with another level", sensitivity.isEmpty());
        if (others.isEmpty() && !sensitivity.isEmpty()) {
            line(text, isZh ? "  无" : "  none");
        }
        others.forEach((scenario, level) -> line(text, "  " + scenario + ": " + level));
        return text.toString();
    }

    private static String range(Technology technology, boolean isZh) {
        if (technology.lo95() == null || technology.hi95() == null) {
            return "";
        }
        return (isZh ? "，95 % 区间 " : ", 95 % interval ")
                + Reason.text(technology.lo95())
                + (isZh ? " 至 " : " to ")
                + Reason.text(technology.hi95());
    }

    private static void section(StringBuilder text, String title, boolean isEmpty) {
        if (!isEmpty) {
            line(text, "");
            line(text, title);
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
