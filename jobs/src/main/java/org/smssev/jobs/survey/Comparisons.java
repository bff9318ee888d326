package org.smssev.jobs.survey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words by which the texts of controls compare, in English and Chinese. */
final class Comparisons {
    /** Words such as greater, of either side; (better) may follow them. */
    private static final String MORE =
            "(?:greater|more|higher|larger|longer|faster|wider|above|over)(?: \\((?:better|worse)\\))?";

    private static final String LESS =
            "(?:less|lower|smaller|fewer|shorter|slower|narrower|below|under)(?: \\((?:better|worse)\\))?";
    private static final String BETTER_LESS = "better \\((?:less|lower|smaller)\\)";
    private static final String BETTER_MORE = "better \\((?:more|greater|higher)\\)";

    /** What may stand between a number and words of comparison: 90 % by weight, 5 axes, 4 K (-269 °C). */
    private static final String BETWEEN = "(?: by (?:weight|mass|volume))?(?:"
            + " (?!(?:and|or|at|in|of|to|for|from|with|not|but|per|one)\\b)[\\p{L}\"'“”/]+){0,2}\\s?(?:\\([^)]{0,60}\\)\\s?)?";

    private static final Pattern SPAN =
            Pattern.compile("(?:over|under)\\s(?:a |an |the |about )?", Pattern.CASE_INSENSITIVE);

    /** From the most special to the most general, as the first that fits counts. */
    private static final Map<Pattern, String> BEFORE = new LinkedHashMap<>();

    private static final Map<Pattern, String> BEHIND = new LinkedHashMap<>();

    static {
        before("AT_LEAST", "equal to or " + MORE + "(?: than)?", MORE + " than or equal to", "equal to or exceeding");
        before("AT_LEAST", "equal to or " + BETTER_MORE + " than", "(?:not|no) " + LESS + " than", "at least");
        before("AT_LEAST", "a minimum of", "≥", ">=", "不小于", "不低于", "不少于", "大于或?等于", "高于或?等于", "至少");
        before(
                "AT_MOST",
                "equal to or " + LESS + "(?: than)?",
                LESS + " than or equal to",
                "(?:not|no) " + MORE + " than");
        before(
                "AT_MOST",
                "equal to or " + BETTER_LESS + " than",
                "not(?: to)? exceed(?:ing)?",
                "up to(?: and including)?");
        before("AT_MOST", "at most", "a maximum of", "≤", "<=", "不大于", "不高于", "不超过", "小于或?等于", "低于或?等于", "至多");
        before("AT_LEAST_AS_GOOD", "equal to or better than", "better than or equal to", "优于或?等于");
        before("LESS", LESS + " than", BETTER_LESS + " than", "below", "under", "<", "小于", "低于", "少于");
        before("GREATER", MORE + " than", BETTER_MORE + " than", "exceed(?:s|ing)?", "in excess of");
        before("GREATER", "above", "over", ">", "大于", "高于", "超过", "多于");
        before("BETTER", "better than", "优于");
        behind("AT_LEAST", "(?:or|and) " + MORE, "(?:及|或)?以上");
        behind("AT_MOST", "(?:or|and) " + LESS, "(?:or|and) " + BETTER_LESS, "(?:及|或)?以下");
        behind("AT_LEAST_AS_GOOD", "(?:or|and) better");
    }

    private Comparisons() {}

    /**
     * Words of comparison.
     *
     * @param at where those before a number start, or those behind it end
     */
    record Found(String comparison, int at) {}

    private static void before(String comparison, String... words) {
        BEFORE.put(
                Pattern.compile(
                        "(?:" + String.join("|", words) + ")\\s?(?:a |an |the |about |plus or minus |[±+])?\\s?$",
                        Pattern.CASE_INSENSITIVE),
                comparison);
    }

    private static void behind(String comparison, String... words) {
        // Other words may stand between; but where these go on, or a number is behind them, they compare what is
        // behind:
        // "10 mm or more than 5 pins" the pins, "below 219 K or above 423 K" the 423 K.
        BEHIND.put(
                Pattern.compile(
                        BETWEEN + "(?:" + String.join("|", words)
                                + ")(?! than)(?![\\p{IsLatin}])(?!\\s?[±+−–-]?\\s?\\d)",
                        Pattern.CASE_INSENSITIVE),
                comparison);
    }

    /** The words at the end of what stands before a number, null where there are none. */
    static Found before(String text) {
        for (Map.Entry<Pattern, String> entry : BEFORE.entrySet()) {
            Matcher matcher = entry.getKey().matcher(text);
            if (matcher.find()) {
                return new Found(entry.getValue(), matcher.start());
            }
        }
        return null;
    }

    /** Whether the words before a number may tell over what something is measured: "averaged over 10 degrees or more". */
    static boolean mayBeSpan(String text, Found before) {
        return SPAN.matcher(text).region(before.at(), text.length()).matches();
    }

    /** The words from the end of a number and its unit on, null where there are none. */
    static Found behind(String text, int end) {
        for (Map.Entry<Pattern, String> entry : BEHIND.entrySet()) {
            // Looked at from there only: a search would go on to the end of the text, for every number in it.
            Matcher matcher =
                    entry.getKey().matcher(text).useTransparentBounds(true).region(end, text.length());
            if (matcher.lookingAt()) {
                return new Found(entry.getValue(), matcher.end());
            }
        }
        return null;
    }
}
