package org.smssev.jobs.grade;

import java.util.ArrayList;
import java.util.List;
import org.smssev.common.config.GradeConfig.Aggregation;
import org.smssev.common.tables.GradeTables.Evidence;
import org.smssev.common.tables.GradeTables.Explain;
import org.smssev.common.tables.GradeTables.Technology;

/** Why a technology has its grade, on a page, for readers who know nothing of the method. */
public final class ExplainText {
    private static final int PATENTS = 10;
    private static final int OTHERS = 5;

    private final Facts facts;
    private final Technology technology;
    private final Words words;
    private final List<String> lines = new ArrayList<>();

    private ExplainText(Facts facts, boolean isZh) {
        this.facts = facts;
        technology = facts.technology();
        words = new Words(isZh);
    }

    /**
     * The page.
     *
     * @param isZh whether in Chinese; else in English
     */
    public static String text(Facts facts, boolean isZh) {
        ExplainText text = new ExplainText(facts, isZh);
        text.head();
        if (facts.technology().score() != null) {
            text.why();
            new ExplainChange(facts, text.words, text.lines).add();
            new ExplainDissent(facts, text.words, text.lines).add();
        }
        text.evidence();
        // Names and titles come from files; signs that steer a terminal are taken out.
        return String.join("\n", text.lines).replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
    }

    private void head() {
        boolean hasZh = words.isZh() && technology.nameZh() != null;
        lines.add((hasZh ? technology.nameZh() : technology.nameEn()) + " (" + technology.technologyId() + ")");
        if (technology.score() == null) {
            lines.add(words.of(technology.level())
                    + words.say(". ", "。")
                    + words.say(technology.reasonEn(), technology.reasonZh()));
            return;
        }
        Levels levels = facts.levels();
        String score = words.score(technology.score(), levels);
        String rank = Reason.text(technology.rank());
        lines.add(words.of(technology.level())
                + words.say(
                        ": score " + score + ", rank " + rank + " of " + facts.graded(),
                        "：得分 " + score + "，在 " + facts.graded() + " 项中排第 " + rank));
        if (technology.borderline()) {
            lines.add(words.say(
                    "BORDERLINE. A person should decide: " + words.list(technology.borderlineReasons()),
                    "临界，须由人判定：" + words.list(technology.borderlineReasons())));
        }
    }

    private void section(String en, String zh) {
        lines.add("");
        lines.add(words.say(en, zh));
    }

    private void why() {
        section("Why this level and not the next", "为何是这一等级而不是下一等级");
        Levels levels = facts.levels();
        double score = technology.score();
        String own = words.score(score, levels);
        int place = levels.place(score);
        if (technology.reasonCode().equals(Reason.VETO)) {
            lines.add("  " + words.say(technology.reasonEn(), technology.reasonZh()));
        } else {
            if (place < Levels.NOT_LISTED) {
                String cut = Reason.text(levels.cuts()[place]);
                lines.add("  "
                        + words.say(
                                "Its score, " + own + ", reaches " + words.of(Levels.NAMES.get(place))
                                        + ", which begins at " + cut + ".",
                                "得分 " + own + " 达到" + words.of(Levels.NAMES.get(place)) + "门槛 " + cut + "。"));
            }
            if (place > 0) {
                double cut = levels.cuts()[place - 1];
                String missing = Reason.text(cut - score);
                String next = words.of(Levels.NAMES.get(place - 1));
                lines.add("  "
                        + words.say(
                                "It misses " + next + ", which begins at " + Reason.text(cut) + ", by " + missing + ".",
                                "距" + next + "门槛 " + Reason.text(cut) + " 还差 " + missing + "。"));
            }
        }
        lines.add("  " + words.say("What the score is made of:", "得分构成："));
        for (Explain term : facts.terms()) {
            lines.add("    " + words.of(term.term()) + ": " + words.points(term.weight()) + " x "
                    + words.points(term.value()) + " = " + words.points(term.contribution()));
        }
        if (facts.grade().aggregation() != Aggregation.ADDITIVE) {
            lines.add("    "
                    + words.say(
                            "what the rule " + facts.grade().aggregation() + " changes: ",
                            "规则 " + facts.grade().aggregation() + " 的调整：")
                    + words.points(facts.adjustment()));
        }
        certainty();
    }

    private void certainty() {
        if (technology.lo95() != null) {
            String range = words.points(technology.lo95()) + words.say(" to ", " 至 ") + words.points(technology.hi95());
            lines.add("  " + words.say("With other experts of this kind, the score would be ", "若换一批同类专家，得分大致为 ")
                    + range + words.say(" (95 % interval).", "（95 % 区间）。"));
        }
        if (technology.tLo95() != null) {
            lines.add("  "
                    + words.say(
                            "Fewer than 8 experts scored it, so this interval is too narrow. A wider one is ",
                            "评分专家不足 8 人，上述区间偏窄；较宽的估计为 ")
                    + words.points(technology.tLo95()) + words.say(" to ", " 至 ") + words.points(technology.tHi95())
                    + words.say(".", "。"));
        }
        if (technology.intervalStatus().equals("SINGLE_EXPERT")) {
            lines.add("  " + words.say("Only one expert scored it, so its certainty is unknown.", "仅一位专家评分，无法估计其可靠性。"));
        }
        if (technology.pLevel1() != null) {
            String shares = words.say("Level 1 in ", "一级 ")
                    + words.percent(technology.pLevel1())
                    + words.say(", Level 2 in ", "，二级 ")
                    + words.percent(technology.pLevel2())
                    + words.say(", Level 3 in ", "，三级 ")
                    + words.percent(technology.pLevel3())
                    + words.say(", not listed in ", "，未列入 ")
                    + words.percent(technology.pNotListed());
            lines.add("  " + words.say("In repeated draws of panel and weights it is ", "反复重抽专家与权重时：") + shares
                    + words.say(".", "。"));
        }
    }

    private void evidence() {
        section("What it rests on", "依据");
        lines.add("  " + words.say("Source: ", "来源：") + words.list(technology.provenance()));
        if (technology.position() != null) {
            lines.add("  " + words.say("The country ", "本国") + words.of(technology.position())
                    + words.say(" in this technology", "")
                    + facts.gap()
                            .map(gap -> words.say(
                                            ": against the best other country, over its own families, the composite gap is ",
                                            "：按该技术自身的专利族，与最强他国的综合差距为 ")
                                    + words.points(gap))
                            .orElse("")
                    + words.say(".", "。"));
        }
        List<Evidence> patents = facts.evidence("PUBLICATION");
        Long families = facts.candidate() == null ? null : facts.candidate().families();
        if (families == null || families == 0) {
            lines.add("  " + words.say("It has no patents.", "没有专利支撑。"));
        } else {
            lines.add("  "
                    + words.say(
                            "Patents, the strongest " + Math.min(PATENTS, patents.size()) + " of " + families
                                    + " families:",
                            "专利（" + families + " 个族中最相关的 " + Math.min(PATENTS, patents.size()) + " 个）："));
        }
        patents.stream().limit(PATENTS).forEach(row -> lines.add("    " + row.ref() + "  " + orEmpty(row.text())));
        listed("LIST_ITEM", words.say("List items: ", "清单条目："));
        listed("NOMINATION", words.say("Nominations: ", "提名："));
        listed("CLUSTER", words.say("Patent clusters: ", "专利聚类："));
        listed("NODE", words.say("IPC codes of the network: ", "网络节点（IPC）："));
    }

    private void listed(String kind, String title) {
        List<Evidence> rows = facts.evidence(kind);
        if (!rows.isEmpty()) {
            List<String> names = rows.stream()
                    .limit(OTHERS)
                    .map(row -> row.ref() + (row.text() == null ? "" : " " + row.text()))
                    .toList();
            String more =
                    rows.size() > OTHERS ? words.say(" and ", "等 ") + rows.size() + words.say(" in all", " 项") : "";
            lines.add("  " + title + String.join(words.say("; ", "；"), names) + more);
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
