package org.smssev.jobs.ingest.name;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Legal forms in Chinese, Japanese and Korean, glued to the name. Stateless. */
final class EastAsianForms {
    /** Forms at either end; in simplified characters, the longest first. */
    private static final List<String> GLUED = longestFirst(Stream.of(
            "股份有限公司",
            "有限责任公司",
            "股分有限公司",
            "有限公司",
            "股份公司",
            "株式会社",
            "有限会社",
            "合同会社",
            "合资会社",
            "合名会社",
            "주식회사",
            "유한회사",
            "유한책임회사",
            "가부시끼가이샤",
            "가부시키가이샤",
            "一般社团法人",
            "一般财团法人",
            "公益社团法人",
            "公益财团法人",
            "国立大学法人",
            "公立大学法人",
            "学校法人",
            "独立行政法人",
            "国立研究开发法人"));
    /** Forms of other languages as Japan and Korea transcribe them, at the end; Japan with small kana or large ones. */
    private static final List<String> FOREIGN = longestFirst(Stream.of(
                    "インコーポレイテッド",
                    "インコーポレーテッド",
                    "エルエルシー",
                    "コーポレーション",
                    "コーポレイション",
                    "リミテッド",
                    "リミテッドライアビリティカンパニー",
                    "リミテッドライアビリティーカンパニー",
                    "カンパニー",
                    "カンパニイ",
                    "アンドカンパニー",
                    "アンドカンパニイ",
                    "アクチエンゲゼルシャフト",
                    "アクティエンゲゼルシャフト",
                    "ゲゼルシャフトミットベシュレンクテルハフツング",
                    "ゲーエムベーハー",
                    "엘엘씨",
                    "인코포레이티드",
                    "인코퍼레이티드",
                    "코포레이션",
                    "코퍼레이션",
                    "리미티드",
                    "게엠베하",
                    "악티엔게젤샤프트")
            .flatMap(form -> Stream.of(form, withLargeKana(form)))
            .distinct());

    /** The same where they are a word of their own, as other words end like them. */
    private static final Set<String> FOREIGN_WORDS = Set.of("인크", "엘티디", "아게", "에스이", "엘피", "컴퍼니", "인코포레이션");

    /** Company, of any form. */
    private static final String COMPANY = "公司";
    /** With these characters before it a branch, a subsidiary, the head office or that of a place: other than the company. */
    private static final String OF_COMPANY = "分子总母省市县区";

    private static final String GROUP = "集团";
    /** Fewest characters that are left of a name. */
    private static final int SHORTEST = 2;
    /** How Japanese and Korean names abbreviate their forms, in brackets of half width. */
    private static final Map<String, String> BRACKETED =
            Map.of("(株)", "株式会社", "(有)", "有限会社", "(주)", "주식회사", "(유)", "유한회사");

    private EastAsianForms() {}

    /** Writes abbreviations such as {@code (株)} in full, also where the bracket at the very start or end of a name got lost. */
    static String inFull(String name) {
        String full = name;
        if (name.indexOf('(') >= 0 || name.indexOf(')') >= 0) {
            full = full.strip();
            for (Map.Entry<String, String> form : BRACKETED.entrySet()) {
                String whole = form.getKey();
                full = full.replace(whole, form.getValue());
                if (full.startsWith(whole.substring(1))) {
                    full = form.getValue() + full.substring(whole.length() - 1);
                }
                if (full.endsWith(whole.substring(0, whole.length() - 1))) {
                    full = full.substring(0, full.length() - whole.length() + 1) + form.getValue();
                }
            }
        }
        return full;
    }

    /** Whether a word ends with a form of its own language. */
    static boolean isEnd(String word) {
        for (String form : GLUED) {
            if (word.endsWith(form)) {
                return true;
            }
        }
        return false;
    }

    /** Takes a form off either end of a name; false where there is none. */
    static boolean strip(List<String> rest) {
        return strip(rest, rest.size() - 1) || rest.size() > 1 && strip(rest, 0);
    }

    private static boolean strip(List<String> rest, int at) {
        String word = rest.get(at);
        if (!NameWords.isEastAsian(word.charAt(0)) && !NameWords.isEastAsian(word.charAt(word.length() - 1))) {
            return false;
        }
        for (String form : GLUED) {
            if (word.equals(form) && rest.size() > 1) {
                rest.remove(at);
                return true;
            }
            boolean isEnd = word.endsWith(form);
            if (word.length() > form.length() && (isEnd || word.startsWith(form))) {
                String cut = isEnd ? word.substring(0, word.length() - form.length()) : word.substring(form.length());
                rest.set(at, cut);
                return true;
            }
        }
        return false;
    }

    /**
     * Takes off the end what is a form where the name has none of its own language: Sun Corporation 株式会社 is a name with the
     * word in it.
     */
    static boolean stripForeign(List<String> rest) {
        int at = rest.size() - 1;
        String word = rest.get(at);
        if (!NameWords.isEastAsian(word.charAt(word.length() - 1)) || GLUED.contains(word)) {
            return false;
        }
        if (at > 0 && FOREIGN_WORDS.contains(word)) {
            rest.remove(at);
            return true;
        }
        for (String form : FOREIGN) {
            if (word.equals(form) && at > 0) {
                rest.remove(at);
                return true;
            }
            if (word.endsWith(form) && word.length() >= form.length() + SHORTEST) {
                rest.set(at, word.substring(0, word.length() - form.length()));
                return true;
            }
        }
        int end = word.length() - COMPANY.length();
        if (end >= SHORTEST
                && word.endsWith(COMPANY)
                && OF_COMPANY.indexOf(word.charAt(end - 1)) < 0
                && !word.startsWith(GROUP, end - GROUP.length())) {
            rest.set(at, word.substring(0, end));
            return true;
        }
        return false;
    }

    private static String withLargeKana(String form) {
        return form.replace('ッ', 'ツ')
                .replace('ャ', 'ヤ')
                .replace('ュ', 'ユ')
                .replace('ィ', 'イ')
                .replace('ェ', 'エ');
    }

    private static List<String> longestFirst(Stream<String> forms) {
        return forms.sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
