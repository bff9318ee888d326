package org.smssev.jobs.ingest.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smssev.common.config.DatePatterns;
import org.smssev.jobs.ingest.format.EastAsianDate;
import org.smssev.jobs.ingest.number.Ascii;

/**
 * Reads dates of one pattern, strictly: 30 February is no date. Those of ISO 8601, {@code 2015-06-17} and {@code 20150617}, are
 * read whatever the pattern, as is a time or zone behind a date; eight digits not where the pattern itself has no marks. Where a
 * pattern has no day, or neither month nor day, the first is meant. Remembers them, so not for several threads.
 */
public final class DateReader {
    /** A date behind a number, at the end of a text. */
    private static final Pattern TRAILING = Pattern.compile("(?s).*[^0-9](\\d{4})-?(\\d{2})-?(\\d{2})(?:T[0-9:.]+Z?)?");
    /** Characters in which a date at the end of a text stands, with its time: more would be looked through time and again. */
    private static final int LONGEST_TRAILING = 60;

    /** An office alone, or a country. */
    private static final Pattern OFFICE = Pattern.compile("[A-Z]{2}[;,.]?");
    /** A date of ISO behind a country or a word, as lists of priorities have them that give no number. */
    private static final Pattern BEHIND = Pattern.compile("\\D*[^\\d-](\\d{4}-\\d{2}-\\d{2})");
    /** Fewer digits behind a word of another script are no priority number. */
    private static final int LEAST_DIGITS = 6;

    private static final LocalDate ZERO = LocalDate.of(1900, 1, 1);
    private static final LocalDate ZERO_OF_SPREADSHEETS = LocalDate.of(1899, 12, 30);
    /** Of the first patents of England, which are the oldest that databases have. */
    private static final int FIRST_YEAR = 1617;

    private static final int LAST_YEAR = 2100;

    private static final String ISO = "yyyy-MM-dd";
    private static final String BASIC = "yyyyMMdd";
    private static final int MONTHS = 12;
    /** What stands behind a day: a time with or without a zone, a zone alone as XML Schema has it, the decimal of a number. */
    private static final Pattern WITH_MORE = Pattern.compile(
            "(.*\\d)(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: [AP]M)?(?: ?(?:Z|UTC|[+-]\\d{2}:?\\d{2}))?"
                    + "|(?<=^\\d{4}-\\d{2}-\\d{2})(?:Z|[+-]\\d{2}:\\d{2})|(?<=^\\d{8})\\.0+|(?<=^\\d{4})\\.0+)");

    /** Dates repeat: thirty years have some ten thousand days. */
    private static final int REMEMBERED = 30_000;

    private final boolean hasTime;
    /** Whether its dates look like those of ISO, and are others. */
    private final boolean isLikeIso;

    /** Whether it writes days without marks, so that eight digits of another order may be a date of it. */
    private final boolean isOfDigits;

    private final DateTimeFormatter formatter;
    private final Map<String, LocalDate> remembered = new HashMap<>();

    /** A date of a year that no patent is of. */
    static final class OutOfRange extends DateTimeException {
        private static final long serialVersionUID = 1L;

        private OutOfRange(int year) {
            super("year " + year + " is not from " + FIRST_YEAR + " to " + LAST_YEAR);
        }
    }

    /**
     * A reader of a pattern as java.time has it.
     *
     * @throws IllegalArgumentException if the pattern reads no dates, with why
     */
    public DateReader(String pattern) {
        String flaw = DatePatterns.flaw(pattern);
        if (flaw != null) {
            throw new IllegalArgumentException(flaw);
        }
        isLikeIso = pattern.matches("[yu]{4}-dd-MM");
        isOfDigits = pattern.chars().allMatch(Character::isLetter) && !pattern.contains("MMM");
        hasTime = DatePatterns.hasTime(pattern);
        formatter = DatePatterns.formatter(pattern);
    }

    /**
     * The date of a cell.
     *
     * @throws DateTimeException if it is no date of the pattern, or of a year before 1617 or after 2100
     */
    public LocalDate read(String text) {
        LocalDate plain = isLikeIso ? null : iso(text);
        if (plain != null) {
            return plain;
        }
        LocalDate known = remembered.get(text);
        if (known == null) {
            known = readUnusual(text);
            if (remembered.size() >= REMEMBERED) {
                remembered.clear();
            }
            remembered.put(text, known);
        }
        return known;
    }

    /** A day is asked for: a time behind it, and the decimal of a column of numbers, are of the tool that wrote it. */
    private LocalDate readUnusual(String text) {
        Matcher m = hasTime ? null : WITH_MORE.matcher(text.strip());
        String day = m != null && m.matches() ? m.group(1) : text.strip();
        LocalDate plain = isLikeIso ? null : iso(day);
        if (plain == null && !isLikeIso && !isOfDigits && day.length() == BASIC.length()) {
            plain = iso(day.substring(0, 4) + "-" + day.substring(4, 6) + "-" + day.substring(6));
        }
        plain = plain == null ? EastAsianDate.of(day) : plain;
        return checked(plain == null ? LocalDate.parse(day, formatter) : plain);
    }

    /** A date of the calendar and of a year that counts, written {@code 2015-06-17}; null for any other text. */
    private static LocalDate iso(String text) {
        if (text.length() != ISO.length() || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, ISO.length());
        boolean isDate = year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= MONTHS
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return isDate ? LocalDate.of(year, month, day) : null;
    }

    /** The number of some digits; -1 if there is any other character. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /**
     * The date that a priority gives: a date, or a priority number that a date ends, such as
     * {@code US 201562116216 P 20150213} or {@code JP2015122335A 2015-06-17}.
     *
     * @return null where a number has no date
     * @throws DateTimeException if it is no date of the calendar, or text of another form
     */
    LocalDate readPriority(String text) {
        String t = text.strip();
        if (t.isEmpty() || !Character.isLetter(t.charAt(0))) {
            return read(t);
        }
        LocalDate eastAsian = EastAsianDate.of(t);
        if (eastAsian != null) {
            return checked(eastAsian);
        }
        Matcher m = TRAILING.matcher(t).region(Math.max(0, t.length() - LONGEST_TRAILING), t.length());
        if (m.matches() && hasDigit(t, m.start(1) - 1)) {
            return checked(LocalDate.of(
                    Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))));
        }
        if (OFFICE.matcher(t).matches()) {
            return null;
        }
        boolean isNumber = isNumber(t);
        Matcher behind = BEHIND.matcher(t);
        if (!isNumber) {
            return read(behind.matches() ? behind.group(1) : t);
        }
        return behind.matches() ? iso(behind.group(1)) : null;
    }

    private static boolean hasDigit(String text, int end) {
        for (int i = 0; i < end; i++) {
            if (Ascii.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text that starts with a letter, {@code US 60/123,456}, may be a priority number without a date. */
    private static boolean isNumber(String text) {
        boolean hasOffice = text.length() > 2
                && Ascii.isLetter(text.charAt(0))
                && (Ascii.isLetter(text.charAt(1)) && !Character.isLowerCase(text.charAt(2))
                        || Character.isDigit(text.charAt(1)));
        long digits = text.chars().filter(Character::isDigit).count();
        return hasOffice ? digits > 0 : text.charAt(0) > '~' && digits >= LEAST_DIGITS;
    }

    /** A date; null for day zero of spreadsheet programs and databases, which they write for none. */
    public static LocalDate known(LocalDate date) {
        return ZERO.equals(date) || ZERO_OF_SPREADSHEETS.equals(date) ? null : date;
    }

    private static LocalDate checked(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new OutOfRange(date.getYear());
        }
        return date;
    }
}
