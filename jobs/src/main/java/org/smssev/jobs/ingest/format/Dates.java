package org.smssev.jobs.ingest.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of known numeric patterns, and all with the year first, as ISO. What is no date of a pattern stays as it is, to be rejected
 * where it counts.
 */
public final class Dates {
    private static final Dates ISO = of("yyyy-MM-dd", "yyyyMMdd");
    /** A time of day, or a zone, that some exports put behind a date. */
    private static final String TIME = "(?:[T ]\\d{1,2}:\\d{2}.*|Z|[+-]\\d{2}:\\d{2})?";

    /** With the year first, as spreadsheet programs of China, Japan and Korea rewrite any date, there is but one reading. */
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.]) ?(\\d{1,2})\\2 ?(\\d{1,2})\\.?" + TIME);

    private final List<Shape> shapes = new ArrayList<>();

    private record Shape(Pattern pattern, int year, int month, int day) {}

    private Dates() {}

    /**
     * Dates of some patterns, tried in turn.
     *
     * @param patterns of {@code yyyy}, {@code MM} and {@code dd} with marks between; with marks a month or day may also be of
     *     one digit
     */
    static Dates of(String... patterns) {
        Dates dates = new Dates();
        for (String pattern : patterns) {
            boolean marks = !pattern.chars().allMatch(Character::isLetter);
            String two = marks ? "(\\\\d{1,2})" : "(\\\\d{2})";
            String regex = pattern.replace(".", "\\.").replaceAll("MM|dd", two).replace("yyyy", "(\\d{4})");
            int year = pattern.indexOf('y') == 0 ? 1 : 3;
            boolean monthFirst = pattern.indexOf('M') < pattern.indexOf('d');
            int first = year == 1 ? 2 : 1;
            dates.shapes.add(new Shape(
                    Pattern.compile(regex + TIME),
                    year,
                    monthFirst ? first : first + 1,
                    monthFirst ? first + 1 : first));
        }
        return dates;
    }

    /** An ISO date of text written {@code 2019-05-31} or {@code 20190531}; other text as it is. */
    public static String iso(String text) {
        return ISO.read(text);
    }

    /** The date of a cell as ISO; the cell, cleaned, where it is no date of the patterns; empty where it stands for none. */
    String read(String cell) {
        String text = Cleaning.line(cell);
        if (NoValue.isNoDate(text)) {
            return "";
        }
        for (Shape shape : shapes) {
            Matcher m = shape.pattern.matcher(text);
            if (m.matches()) {
                return iso(text, m, shape.year, shape.month, shape.day);
            }
        }
        Matcher m = YEAR_FIRST.matcher(text);
        if (m.matches()) {
            return iso(text, m, 1, 3, 4);
        }
        LocalDate date = EastAsianDate.of(text);
        return date == null ? text : date.toString();
    }

    private static String iso(String text, Matcher m, int year, int month, int day) {
        try {
            return LocalDate.of(number(m, year), number(m, month), number(m, day))
                    .toString();
        } catch (DateTimeException e) {
            // No such day: the text goes on as it is, and the record is rejected for it.
            return text;
        }
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
