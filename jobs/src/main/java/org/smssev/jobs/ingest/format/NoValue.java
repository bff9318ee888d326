package org.smssev.jobs.ingest.format;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smssev.jobs.ingest.number.Ascii;

/** Texts that stand for no value, as people, databases, pandas and spreadsheet programs write them: one list for all formats. */
public final class NoValue {
    /** In capitals, of any value. */
    public static final Set<String> WORDS = Set.of(
            "-",
            "--",
            "—",
            "–",
            "---",
            "----",
            "-----",
            "——",
            "———",
            "－",
            "－－",
            "／",
            "…",
            "**",
            "＿",
            "ー",
            "/",
            "***",
            "?",
            ".",
            "NA",
            "N/A",
            "N.A.",
            "NULL",
            "(NULL)",
            "NIL",
            "NAN",
            "NAT",
            "NONE",
            "UNKNOWN",
            "UNDEFINED",
            "NOT AVAILABLE",
            "NOT APPLICABLE",
            "(BLANK)",
            "(NONE)",
            "(N/A)",
            "N.A",
            "NO DATA",
            "<NA>",
            "\\N",
            "[]",
            "{}",
            "\"\"",
            "#N/A",
            "#REF!",
            "#VALUE!",
            "#NAME?",
            "#NUM!",
            "#DIV/0!",
            "#NULL!",
            "000/00",
            "无",
            "無",
            "不详",
            "不詳",
            "未知",
            "暂无",
            "暂缺",
            "空白",
            "(空白)",
            "（空）",
            "該当なし",
            "なし",
            "해당없음",
            "空",
            "无数据",
            "無數據",
            "不适用",
            "不適用",
            "没有",
            "沒有");

    private static final int LONGEST_WORD =
            WORDS.stream().mapToInt(String::length).max().orElse(0);
    /** The last sign before those of other scripts. */
    private static final char LAST_ASCII = '~';
    /** What they start with, in either case, but for those of other scripts. */
    private static final String STARTS = WORDS.stream()
            .map(word -> word.substring(0, 1))
            .filter(start -> start.charAt(0) <= LAST_ASCII)
            .flatMap(start -> Stream.of(start, start.toLowerCase(Locale.ROOT)))
            .distinct()
            .collect(Collectors.joining());

    /** The first and the last day that databases have, in the spellings of days, and the last year of PATSTAT. */
    private static final Pattern NO_DAYS = Pattern.compile(
            "(?:0001([-/.]?)01\\1 ?01|9999([-/.]?)12\\2 ?31|0?1([-/.])0?1\\3 ?0001|31([-/.])12\\4 ?9999|12([-/.])31\\5 ?9999)"
                    + "(?:[T ].*)?|9999");
    /** Longer text is no day with its time. */
    private static final int LONGEST_DAY = 40;

    /** Zeros alone, as databases have them, and day zero of January 1900, which spreadsheet programs show of the number 0. */
    private static final Pattern ZEROS = Pattern.compile(
            "(?:0|0\\.0+|0{4,}|0+([-/.])0+\\1 ?0+"
                    + "|1900([-/.])0?1\\2 ?00?|(?:0?1[-/.]00?|00?[-/.]0?1)[-/.]1900|00?-JAN-(?:19)?00)(?:[T ]0?0:00(?::00)?(?:\\.0+)?Z?)?");

    /** What programs write for each letter that an encoding lacks: a text of these alone was one in another script. */
    private static final char LOST = '?';

    private NoValue() {}

    /** Whether a value, trimmed, stands for none. */
    public static boolean isOne(String text) {
        return text.isEmpty()
                || (text.length() <= LONGEST_WORD
                        && mayBeWord(text.charAt(0))
                        && WORDS.contains(text.toUpperCase(Locale.ROOT)))
                || text.charAt(0) == LOST && text.chars().noneMatch(Character::isLetterOrDigit);
    }

    /** Whether the cell of a date stands for none; so does null. */
    public static boolean isNoDate(String cell) {
        String text = cell == null ? "" : cell.strip();
        if (isOne(text)) {
            return true;
        }
        return text.length() <= LONGEST_DAY
                && (mayBeNoDay(text) && NO_DAYS.matcher(text).matches()
                        || mayBeZeros(text)
                                && ZEROS.matcher(text.toUpperCase(Locale.ROOT)).matches());
    }

    /** Whether {@link #NO_DAYS} may be so; of most days it is not. */
    private static boolean mayBeNoDay(String text) {
        char first = text.charAt(0);
        if (first == '0' || first == '9') {
            return true;
        }
        boolean isYearLast = (first == '1' || first == '3') && text.length() > 2 && !isYear(text);
        return isYearLast && (text.contains("9999") || text.contains("0001"));
    }

    private static boolean isYear(String text) {
        return Ascii.isDigit(text.charAt(1)) && Ascii.isDigit(text.charAt(2));
    }

    /** Whether {@link #ZEROS} may be so; of most days it is not. */
    private static boolean mayBeZeros(String text) {
        char second = text.length() > 1 ? text.charAt(1) : '0';
        return text.charAt(0) == '0'
                || text.startsWith("1900")
                || text.charAt(0) == '1' && (second == '/' || second == '-' || second == '.');
    }

    /** Whether one of {@link #WORDS} starts so; of most values it does not. */
    private static boolean mayBeWord(char c) {
        return c > LAST_ASCII || STARTS.indexOf(c) >= 0;
    }
}
