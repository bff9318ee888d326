package org.smssev.jobs.ingest.format;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.smssev.jobs.ingest.number.MexicanNumber;
import org.smssev.jobs.ingest.number.PublicationNumber;
import org.smssev.jobs.ingest.number.RoundedNumber;

/** What the cells of all exports need: placeholders emptied, blanks evened out, entities decoded, lists cut. */
public final class Cleaning {
    private static final int LONGEST_DATED = 100;
    /**
     * What is neither seen nor parts anything: where a line may break or may not, where a word may, marks of the order of letters, the
     * byte order mark. Joiners, U+200C and U+200D, are letters of words of Persian and of India.
     */
    private static final String NOTHINGS = "\u00ad\u200b\u200e\u200f\u2060\ufeff";

    private static final char FIRST_NOTHING = '\u00ad';
    private static final Pattern NOTHING = Pattern.compile("[" + NOTHINGS + "]");
    private static final String SEPARATOR = String.valueOf(Field.SEPARATOR);
    /** Marks inside numbers that tell nothing. */
    private static final String NOISE = " /,.()-";

    /** {@code ="CN104267743A"} and {@code =HYPERLINK("address","CN104267743A")}. */
    private static final Pattern FORMULA = Pattern.compile(
            "=(?:HYPERLINK\\(\"[^\"]*\"[,;]\\s*)?\"([^\"]*+(?:\"\"[^\"]*+)*+)\"\\)?", Pattern.CASE_INSENSITIVE);

    /** What programs add to whole numbers of a column that they take for decimals. */
    private static final Pattern DECIMALS = Pattern.compile("\\.0+$");

    /** A year of Japan and a serial number that the hyphen alone tells apart: H1-123456 would be H11-23456 without it. */
    private static final Pattern JAPANESE =
            Pattern.compile("(?i)JP[\\s-]*(?:[PA][\\s-]*)?(?:[HSR]\\d|(?:19|20)\\d\\d|\\d{1,2})[-/]\\d{1,6}(?!\\d)");

    private static final int LONGEST_NUMBER = 100;
    private static final Pattern WORDS = Pattern.compile("[a-z]{2}|[:\u00a9]");
    private static final Pattern COMPACT = Pattern.compile("([A-Z]{2})[A-Z]{0,2}\\d+([A-Z]\\d?)?");
    /** A number, blanks or a comma, and a date. */
    private static final Pattern DATED = Pattern.compile("(.*\\S)[\\s,]+(\\d{4}-?\\d{2}-?\\d{2})(?:T\\S*)?");

    private static final Pattern DIGITS_OF_DATE = Pattern.compile("(?:1[6-9]|20)\\d{6}");

    /**
     * A number and the date that follows it.
     *
     * @param number text without the date
     * @param date ISO date; empty if there is none
     */
    record Dated(String number, String date) {}

    private Cleaning() {}

    /** Text of a cell, trimmed; empty for null and for what stands for nothing, e.g. {@code -} or {@code NA}. */
    static String value(String cell) {
        if (cell == null) {
            return "";
        }
        String stripped = cell.strip();
        String text =
                formula(stripped.endsWith("_") ? EscapedReturns.plain(stripped).strip() : stripped);
        return NoValue.isOne(text) ? "" : text;
    }

    /** What a formula shows with which tools keep spreadsheets from changing a number; another text as it stands. */
    private static String formula(String text) {
        if (!text.startsWith("=")) {
            return text;
        }
        Matcher m = FORMULA.matcher(text);
        return m.matches() ? m.group(1).replace("\"\"", "\"").strip() : text;
    }

    /** The text that a formula of a workbook shows, as {@link #value} has it; empty where that is to be calculated. */
    public static String shown(String formula) {
        Matcher m = FORMULA.matcher("=" + formula.strip());
        return m.matches() ? m.group(1).replace("\"\"", "\"") : "";
    }

    /** Whether a text may be a publication number: not so the words of a footer, or what is long or has no digit. */
    static boolean isNumber(String text) {
        return text.length() <= LONGEST_NUMBER
                && text.chars().anyMatch(Character::isDigit)
                && !WORDS.matcher(text).find();
    }

    /** A title of one line; empty where it is but the number, which The Lens shows where it has none. */
    public static String titleUnless(String number, String title) {
        String line = line(title);
        return isNumber(number) && number(line).equals(number) ? "" : line;
    }

    /** A person's name of its parts, each even; what is empty is left out. */
    public static String person(String last, String first) {
        return last.isEmpty() || first.isEmpty() ? last + first : last + ", " + first;
    }

    /** Text that may have several lines: entities decoded, NUL and {@link Field#SEPARATOR} taken out. */
    static String text(String cell) {
        String text = value(cell);
        if (text.indexOf('\0') >= 0 || text.indexOf(Field.SEPARATOR) >= 0) {
            text = text.replace('\0', ' ').replace(Field.SEPARATOR, ' ');
        }
        return value(withoutNothing(Entities.decoded(text)));
    }

    /** Text without what is neither seen nor parts anything, and with carriage returns for those that are escaped. */
    private static String withoutNothing(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isNothing(c) || c == '_' && EscapedReturns.isAt(text, i)) {
                return NOTHING.matcher(EscapedReturns.plain(text)).replaceAll("");
            }
        }
        return text;
    }

    /** Text of one line: as {@link #text}, and any run of blanks is one blank. */
    public static String line(String cell) {
        String text = text(cell);
        return isEven(text) ? text : value(blanks(text));
    }

    /**
     * Text as it stands but trimmed, any run of blanks and control characters, of whatever kind, one blank, and without what is neither seen
     * nor parts anything; empty for null.
     */
    public static String blanks(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder line = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBlank(c)) {
                gap = line.length() > 0;
            } else if (!isNothing(c)) {
                if (gap) {
                    line.append(' ');
                    gap = false;
                }
                line.append(c);
            }
        }
        return line.toString();
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static boolean isNothing(char c) {
        return c >= FIRST_NOTHING && NOTHINGS.indexOf(c) >= 0;
    }

    /** A text, or each of several with {@link Field#SEPARATOR} between, as {@link #blanks} has it; ends may stay untrimmed. */
    public static String even(String texts) {
        return isEven(texts)
                ? texts
                : String.join(
                        SEPARATOR,
                        Stream.of(texts.split(SEPARATOR, -1))
                                .map(Cleaning::blanks)
                                .toList());
    }

    /** Whether {@link #blanks} would do no more than trim a text, as with most. */
    private static boolean isEven(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isSecond = c == ' ' && i + 1 < text.length() && text.charAt(i + 1) == ' ';
            if (isSecond || ((c < ' ' || c > '~') && (isBlank(c) || isNothing(c)))) {
                return false;
            }
        }
        return true;
    }

    /** The values of a list, each of one line, without those that stand for nothing, and a last one that was cut. */
    public static List<String> list(String cell, Pattern separator) {
        Optional<List<String>> printed = printed(cell);
        if (printed.isPresent()) {
            return printed.get().stream().filter(value -> !value.isEmpty()).toList();
        }
        List<String> values = new ArrayList<>();
        // Entities are decoded first, as the one that ends in a semicolon would be cut by it.
        String text = text(cell);
        if (!text.isEmpty()) {
            for (String part : separator.split(text)) {
                String value = line(withoutMarks(part));
                if (!value.isEmpty()) {
                    values.add(value);
                }
            }
        }
        if (values.size() > 1 && CutCells.isCut(cell)) {
            values.remove(values.size() - 1);
        }
        return values;
    }

    /** The values of a list in their places, each of one line, empty where they stand for nothing; without a last one that was cut. */
    static List<String> places(String cell, Pattern separator) {
        Optional<List<String>> printed = printed(cell);
        if (printed.isPresent()) {
            return printed.get();
        }
        List<String> places = new ArrayList<>();
        for (String part : separator.split(text(cell), -1)) {
            places.add(line(withoutMarks(part)));
        }
        if (places.size() > 1 && CutCells.isCut(cell)) {
            places.remove(places.size() - 1);
        }
        return places;
    }

    private static Optional<List<String>> printed(String cell) {
        return cell == null
                ? Optional.empty()
                : PrintedList.of(cell)
                        .map(values -> values.stream().map(Cleaning::line).toList());
    }

    /** A value of a list without what parts its values, which stands at the ends of lines where these part them, too. */
    private static String withoutMarks(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && isMark(value.charAt(start))) {
            start++;
        }
        while (end > start && isMark(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(start, end);
    }

    private static boolean isMark(char c) {
        return c == ';' || c == '\uff1b' || c == '|' || Character.isWhitespace(c);
    }

    /** Values as a field holds them; aligned lists keep their empty values. */
    static String joined(List<String> values) {
        for (String value : values) {
            if (!value.isEmpty()) {
                return String.join(SEPARATOR, values);
            }
        }
        return "";
    }

    /** A publication number without blanks and marks, {@code WO2015026896A1}; as it is if of another form. */
    public static String number(String text) {
        // Exports of Chinese tools have letters and digits of full width.
        String line = MexicanNumber.spelled(Normalizer.normalize(line(text), Normalizer.Form.NFKC), null);
        if (JAPANESE.matcher(line).lookingAt() || PublicationNumber.isApplicationOfChina(line)) {
            return line;
        }
        StringBuilder compact = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            if (NOISE.indexOf(line.charAt(i)) < 0) {
                compact.append(line.charAt(i));
            }
        }
        if (compact.length() > LONGEST_NUMBER) {
            return line;
        }
        String upper = compact.toString().toUpperCase(Locale.ROOT);
        return COMPACT.matcher(upper).matches() ? upper : line;
    }

    /** Office, number and kind as one number; the office is not repeated where the number starts with it. */
    public static String number(String office, String number, String kind) {
        String digits = blanks(number);
        if (digits.isEmpty()) {
            return "";
        }
        String prefix = blanks(office);
        return (digits.startsWith(prefix) ? "" : prefix) + digits + blanks(kind);
    }

    /** A whole number, also of a column of decimals; other text of one line as it is. */
    static String whole(String cell) {
        return DECIMALS.matcher(line(cell)).replaceAll("");
    }

    /** The id of a family; empty for what stands for none. A rounded one stays: it links nothing either, but is counted. */
    public static String family(String cell) {
        String id = whole(cell);
        boolean isNone = id.isEmpty() || FamilyId.isNone(id) && !RoundedNumber.isOne(id);
        return isNone ? "" : id;
    }

    /** The id of a family that only one tool knows, {@code PATSNAP-38234}, which is no other source's. */
    public static String family(String tool, String cell) {
        String id = family(cell);
        // With a name in front it would be an id like others.
        if (RoundedNumber.isOne(id)) {
            return id;
        }
        // Words, as that for "none", are no id; behind the tool's name they would be the family of all that have them.
        return id.chars().anyMatch(c -> c > '0' && c <= '9') ? tool + "-" + id : "";
    }

    /** Office that a compact number starts with, empty if none. */
    static String office(String number) {
        Matcher m = COMPACT.matcher(number);
        return m.matches() ? m.group(1) : "";
    }

    /** Kind that a compact number ends in, empty if none. */
    static String kind(String number) {
        Matcher m = COMPACT.matcher(number);
        return m.matches() && m.group(2) != null ? m.group(2) : "";
    }

    /** Cuts the date off a number, such as {@code US9801234B2 20171024} or {@code US2016578323F 2016-09-20}. */
    static Dated dated(String text) {
        String line = line(text);
        Matcher m = DATED.matcher(line);
        return line.length() <= LONGEST_DATED && m.matches() && isDate(m.group(1), m.group(2))
                ? new Dated(m.group(1), Dates.iso(m.group(2)))
                : new Dated(line, "");
    }

    /** Eight digits right behind an office are its number, {@code EP 14012456}, and those of no day are a part of one. */
    private static boolean isDate(String number, String date) {
        return date.indexOf('-') >= 0
                || number.chars().anyMatch(Character::isDigit)
                        && DIGITS_OF_DATE.matcher(date).matches()
                        && !Dates.iso(date).equals(date);
    }
}
