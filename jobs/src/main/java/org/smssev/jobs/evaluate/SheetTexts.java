package org.smssev.jobs.evaluate;

import java.util.List;
import java.util.Map;

/** The words of a score sheet, each [English, Chinese]. */
final class SheetTexts {
    static final List<String> NUMBER = List.of("No.", "序号");
    static final List<String> DOMAIN = List.of("Domain", "领域");
    static final List<String> FAMILIES = List.of("Patent families", "专利族数");
    static final List<String> TREND = List.of("Families by year", "历年专利族");
    static final List<String> POSITION = List.of("Position", "所处位置");
    static final List<String> NETWORK = List.of("Role in the patent network", "专利网络中的作用");
    static final List<String> LISTS = List.of("On lists", "所在清单");
    static final List<String> PATENTS = List.of("Foremost patents", "代表性专利");
    static final List<String> SOURCE = List.of("Source", "来源");
    static final List<String> COMMENTS = List.of("Consultation", "征求意见");
    static final List<String> QUARTILES = List.of("median (quartiles) of the panel", "专家组中位数（四分位数）");
    static final List<String> OWN = List.of("your score", "您的评分");
    static final List<String> KEY_NODE = List.of("key node", "关键节点");
    static final List<String> NOT_YET = List.of("fewer than three scores", "评分不足三份");

    static final Map<String, List<String>> POSITIONS = Map.of(
            "LEAD", List.of("leading", "领跑"),
            "PARALLEL", List.of("running alongside", "并跑"),
            "FOLLOW", List.of("following", "跟跑"),
            "LOW_N", List.of("too few families to tell", "专利族过少"));

    static final Map<String, List<String>> ROLES = Map.of(
            "HUB", List.of("hub", "枢纽"),
            "BROKER", List.of("broker", "中介"),
            "HUB_BROKER", List.of("hub and broker", "枢纽与中介"),
            "PERIPHERY", List.of("periphery", "边缘"));

    static final Map<String, List<String>> SOURCES = Map.of(
            "PATENT", List.of("patents", "专利"),
            "LIST", List.of("list", "清单"),
            "EXPERT", List.of("nomination", "专家提名"));

    static final List<List<String>> YES_NO = List.of(List.of("no", "否"), List.of("yes", "是"));

    private SheetTexts() {}

    /** The instructions, a paragraph each; {@code {0}} and so on are filled in. */
    static List<List<String>> guide() {
        return List.of(
                List.of("Score sheet: {project}, round {round}", "评分表：{project}，第{round}轮"),
                List.of("Expert {expert}", "专家 {expert}"),
                List.of(
                        "Please score each technology on the sheet \"scores\": the cells with a yellow ground are yours,"
                                + " all others are locked. Scores run from {min} to {max}; decimals are allowed.",
                        "请在“scores”工作表中为每项技术评分：黄色单元格由您填写，其余单元格已锁定。评分范围为{min}至{max}，可用小数。"),
                List.of(
                        "Leave a cell empty where you cannot judge. Empty is not 0: it counts as no answer.",
                        "无法判断时请留空。空白不等于0分，视为未作答。"),
                List.of(
                        "Familiarity: 5 very familiar, 4 familiar, 3 somewhat, 2 little, 1 not at all. Basis: what your"
                                + " judgement of this technology mainly rests on.",
                        "熟悉程度：5 很熟悉，4 熟悉，3 一般，2 不太熟悉，1 不熟悉。判断依据：您对该技术判断的主要依据。"),
                List.of(
                        "Conflict of interest: answer yes if you or your organisation would gain or lose by the result."
                                + " Examples are applicants of patents and nominators. Your scores are then kept, but do not"
                                + " count.",
                        "利益冲突：若您或您所在单位会因结果受益或受损（例如为专利申请人或提名单位），请选“是”。您的评分会被保留，但不计入结果。"),
                List.of(
                        "The evidence beside each technology comes from patents and lists. Empty evidence means that none"
                                + " was found. There may still be some.",
                        "各技术旁的证据来自专利与清单。证据为空表示未检索到，并不表示不存在。"),
                List.of(
                        "The sheet \"about_you\" asks once on what your judgements rest.",
                        "“about_you”工作表请填写一次您判断的依据及其程度。"),
                List.of(
                        "You need not answer in order. Do not add, remove or rename rows or columns; write what is missing"
                                + " into the comments.",
                        "作答顺序不限。请勿增删或重命名行列；如有遗漏请写入意见栏。"));
    }

    /** The paragraph that is added from the second round on. */
    static List<String> feedback() {
        return List.of(
                "Beside your cells stand the panel's median and quartiles of round {before} and your own score. Please"
                        + " confirm or change your score; where it stays outside the quartiles, a comment helps.",
                "您的单元格旁为第{before}轮专家组的中位数、四分位数及您本人的评分。请确认或修改您的评分；若仍在四分位区间之外，请说明理由。");
    }

    /** The question of the sheet about the expert. */
    static List<String> selfGuide() {
        return List.of(
                "How large is the part of each in your judgements? large, medium or small", "下列各项对您判断的影响程度：大、中、小");
    }
}
