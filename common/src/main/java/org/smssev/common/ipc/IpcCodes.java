package org.smssev.common.ipc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that hold several IPC codes, whatever stands between them. */
public final class IpcCodes {
    /**
     * A group and subgroup behind a separator, with a colon in indexing codes of before 2006; not a month of a version,
     * {@code 2006/01}.
     */
    private static final Pattern INHERITED =
            Pattern.compile("(?<=[\\dA-Z)])[\\s,;&+|]+((?!(?:19|20)\\d\\d[/:])[1-9]\\d{0,3}[/:]\\d{2,6})(?![\\d/:])");

    /** What stands before codes on a page: the field, the classification, its edition. */
    private static final Pattern HEADING = Pattern.compile(
            "(?:(?:INT|CL|IPC)?\\d{0,2}(?:[^\\p{L}\\d]++|$|(?<=INT)(?=CL)))++", Pattern.CASE_INSENSITIVE);

    /** A subclass whose groups stand in brackets, {@code C07D(401/12,213:00)}. */
    private static final Pattern GROUPS_IN_BRACKETS = Pattern.compile(
            "([A-H]\\d{2}[A-Z])\\s?\\(((?!(?:19|20)\\d\\d[/:])\\d{1,4}[/:]\\d{2,6}[^()]*)\\)?",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_HEADING = 30;

    private IpcCodes() {}

    /**
     * Cuts a text where another subclass, also one of CPC alone (section Y), starts behind something that is neither letter
     * nor digit: {@code H01M 10/05 | B60L 58/12} are two codes, and so are they with a comma, a line end or a blank alone.
     * What stands before the first is a text of its own if it holds a letter or digit, but for what is a heading, {@code
     * Int. Cl.7}; marks at either end are left out.
     * Further groups of the subclass before them, {@code H04N 5/225, 7/18} and {@code (C08L 67/02, 23:00)}, are codes, too, and so
     * are those in brackets, {@code C07D(401/12,213:00)}.
     *
     * @param text codes in any spelling that {@link IpcSymbol#parse} reads
     * @return the text itself where it holds one; never empty
     */
    public static List<String> split(String text) {
        int next = next(text, 1);
        if (next < 0) {
            String code = withoutMarks(text);
            return code.isEmpty() ? List.of(text) : withInherited(code);
        }
        List<String> codes = new ArrayList<>();
        int start = 0;
        while (start >= 0) {
            String code = withoutMarks(text.substring(start, next < 0 ? text.length() : next));
            if (!code.isEmpty() && !(start == 0 && next > 0 && isHeading(code))) {
                codes.addAll(withInherited(code));
            }
            start = next;
            next = next < 0 ? -1 : next(text, next + 1);
        }
        return codes;
    }

    /** A code, and those of the groups behind it that stand without their subclass. */
    private static List<String> withInherited(String given) {
        Matcher bracketed = GROUPS_IN_BRACKETS.matcher(given);
        String code = bracketed.matches() ? bracketed.group(1) + " " + bracketed.group(2) : given;
        int slash = slash(code, 0);
        if (slash < 0 || slash(code, slash + 1) < 0 || !IpcSymbol.hasSubclassAt(code, 0)) {
            return List.of(code);
        }
        String subclass = code.substring(0, IpcSymbol.SUBCLASS_LENGTH);
        List<String> codes = new ArrayList<>();
        int start = 0;
        Matcher m = INHERITED.matcher(code);
        for (int from = slash; m.find(from); from = m.end()) {
            codes.add((start == 0 ? "" : subclass + " ")
                    + code.substring(start, m.start()).strip());
            start = m.start(1);
        }
        codes.add((start == 0 ? "" : subclass + " ") + code.substring(start));
        return codes;
    }

    /** Where a slash, or a colon in its place, stands from a place on; -1 where none does. */
    private static int slash(String code, int from) {
        for (int i = from; i < code.length(); i++) {
            if (code.charAt(i) == '/' || code.charAt(i) == ':') {
                return i;
            }
        }
        return -1;
    }

    private static boolean isHeading(String text) {
        return text.length() <= LONGEST_HEADING && HEADING.matcher(text).matches();
    }

    /** Where a subclass starts, from a place on; -1 where none does. */
    private static int next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (!Character.isLetterOrDigit(text.charAt(i - 1)) && IpcSymbol.hasSubclassAt(text, i)) {
                return i;
            }
        }
        return -1;
    }

    private static String withoutMarks(String text) {
        int start = 0;
        while (start < text.length() && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        int end = text.length();
        int open = text.indexOf('(', start);
        boolean isOpen = open >= 0 && open < text.indexOf(')', start);
        boolean isSlashBetween = isSlashBetween(text, start);
        while (end > start
                && !Character.isLetterOrDigit(text.charAt(end - 1))
                && (text.charAt(end - 1) != '/' || isSlashBetween)
                && !(isOpen && text.charAt(end - 1) == ')')) {
            end--;
        }
        return text.substring(start, end);
    }

    /**
     * Whether slashes at the end are marks between codes, as they are behind a subgroup, behind a blank and in pairs; one right behind
     * a group tells that its subgroup was cut off.
     */
    private static boolean isSlashBetween(String text, int start) {
        int end = text.length();
        while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        if (text.startsWith("//", end) || text.indexOf('/', end) > end) {
            return true;
        }
        for (int i = start; i + 2 < end; i++) {
            boolean isSlash = text.charAt(i) == '/' || text.charAt(i) == ':';
            if (isSlash && IpcSymbol.isDigit(text.charAt(i + 1)) && IpcSymbol.isDigit(text.charAt(i + 2))) {
                return true;
            }
        }
        return false;
    }
}
