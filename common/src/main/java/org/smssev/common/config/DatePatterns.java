package org.smssev.common.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Patterns of dates as java.time has them, {@code dd/MM/yyyy}: what is wrong with one, and its formatter. Where a pattern has no
 * day, or neither month nor day, the first is meant; names of months are English, in any case.
 */
public final class DatePatterns {
    /** Two-digit years are those of 1940 to 2039: no patent database older than that writes them so. */
    private static final int TWO_DIGIT_BASE = 1940;

    private static final Pattern TWO_DIGITS = Pattern.compile("(?<!u)uu(?!u)");

    /** Letters of patterns that tell a day, and a month or a quarter. */
    private static final String DAYS = "dDFeEcgwW";

    private static final String MONTHS_OF_YEAR = "MLQq";
    private static final String HOURS = "HhKk";
    private static final String TIMES = HOURS + "asSm";

    /** A day of which each part differs from the others, to see whether a pattern writes what it reads. */
    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2014, 6, 17, 13, 45, 30, 0, ZoneOffset.UTC);

    private DatePatterns() {}

    /** Whether a pattern has a time of day. */
    public static boolean hasTime(String pattern) {
        return hasAny(pattern, TIMES);
    }

    /**
     * What is wrong with a pattern, and which one may be meant.
     *
     * @return words that follow the name of the setting; null if the pattern reads dates
     */
    public static String flaw(String pattern) {
        String why = reason(pattern);
        if (why == null) {
            return null;
        }
        // As spreadsheet programs write patterns: DD/MM/YYYY, dd/mm/yyyy.
        String meant = pattern.replace('Y', 'y').replace('D', 'd');
        meant = hasAny(meant, HOURS) ? meant : meant.replace('m', 'M');
        String hint = reason(meant) == null && !meant.equals(pattern)
                ? "Did you mean " + meant + "?"
                : "Write yyyy-MM-dd or dd-MMM-yy, for example.";
        return "not a pattern of dates (" + pattern.replaceAll("\\p{Cc}", "?") + "): " + why + ". " + hint;
    }

    private static String reason(String pattern) {
        boolean isOfWeeks = hasAny(pattern, "wW");
        if (hasAny(pattern, "Y") && !isOfWeeks) {
            return "Y is the year of a week, and y the year of a date";
        }
        if (!hasAny(pattern, "yuY")) {
            return "it has no year (yyyy or yy)";
        }
        if (hasAny(pattern, "D") && hasAny(pattern, "MLdm")) {
            return "D is the day of the year, and d the day of the month";
        }
        if (hasAny(pattern, "m") && !hasAny(pattern, HOURS)) {
            return "m stands for minutes, and M for the month";
        }
        if (hasAny(pattern, "d") && !hasAny(pattern, "ML")) {
            return "it has a day but no month (MM or MMM)";
        }
        try {
            DateTimeFormatter formatter = formatter(pattern);
            if (hasAny(pattern, "[")) {
                // It writes all of its alternatives, one after the other, and reads one.
                return null;
            }
            LocalDate read = LocalDate.parse(SAMPLE.format(formatter), formatter);
            return read.getYear() == SAMPLE.getYear() ? null : "it cannot read the dates that it writes";
        } catch (IllegalArgumentException | DateTimeException e) {
            return "it cannot read the dates that it writes";
        }
    }

    /**
     * The formatter of a pattern, strict: 30 February is no date.
     *
     * @throws IllegalArgumentException if the pattern is none
     */
    public static DateTimeFormatter formatter(String pattern) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        String years = pattern.replace('y', 'u');
        Matcher two = TWO_DIGITS.matcher(years);
        int end = 0;
        while (two.find()) {
            if (two.start() > end) {
                builder.appendPattern(years.substring(end, two.start()));
            }
            builder.appendValueReduced(ChronoField.YEAR, 2, 2, TWO_DIGIT_BASE);
            end = two.end();
        }
        if (end < years.length()) {
            builder.appendPattern(years.substring(end));
        }
        if (!hasAny(pattern, DAYS)) {
            builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
            if (!hasAny(pattern, MONTHS_OF_YEAR)) {
                builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1);
            }
        }
        return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    private static boolean hasAny(String pattern, String letters) {
        boolean isQuoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            isQuoted ^= c == '\'';
            if (!isQuoted && letters.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }
}
