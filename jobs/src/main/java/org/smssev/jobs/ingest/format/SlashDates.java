package org.smssev.jobs.ingest.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file writes dates of day, month and year with slashes, or hyphens: tools put the day first, with zeros; spreadsheet programs of the
 * USA, which rewrite them, the month, and some of them years of two digits: up to 29 these are of this century, as there. A cell
 * alone, {@code 4/1/2010}, does not tell, so the file does.
 */
enum SlashDates {
    DAY_FIRST,
    MONTH_FIRST,
    /** Which comes first cannot be told, so that such texts are no dates. */
    UNTOLD;

    private static final Pattern DATE =
            Pattern.compile("(?<![\\d/])(?<!\\d-)(\\d{1,2})([/-])(\\d{1,2})\\2(\\d{4}|(?<=/)\\d{2})(?![\\d/])(?!-\\d)");
    private static final int MONTHS = 12;
    private static final int DAYS = 31;
    private static final int CENTURY = 100;
    /** The last year of two digits that spreadsheet programs take for one of this century. */
    private static final int LAST_OF_THIS = 29;

    /** What the cells of a file tell. */
    static final class Tally {
        private boolean hasAny;
        private boolean hasDayFirst;
        private boolean hasMonthFirst;
        /** Whether a date lacks zeros, or the century, which no tool leaves out. */
        private boolean lacksZeros;

        /** Looks at a cell. */
        void add(String cell) {
            Matcher m = DATE.matcher(cell);
            while (m.find()) {
                hasAny = true;
                hasDayFirst |= isDay(number(m, 1)) && number(m, 3) <= MONTHS;
                hasMonthFirst |= isDay(number(m, 3)) && number(m, 1) <= MONTHS;
                lacksZeros |= m.group(1).length() == 1
                        || m.group(3).length() == 1
                        || m.group(4).length() == 2;
            }
        }

        private static boolean isDay(int number) {
            return number > MONTHS && number <= DAYS;
        }

        /** Whether there are such dates, and none yet whose day is above 12. */
        boolean isOpen() {
            return hasAny && !hasDayFirst && !hasMonthFirst;
        }

        /** Whether dates tell which comes first, and all the same. */
        boolean isTelling() {
            return hasDayFirst != hasMonthFirst;
        }

        /** How the file writes them. */
        SlashDates told() {
            if (!isTelling()) {
                return hasDayFirst || lacksZeros ? UNTOLD : DAY_FIRST;
            }
            return hasDayFirst ? DAY_FIRST : MONTH_FIRST;
        }
    }

    /** A cell whose dates with slashes or hyphens are ISO; what is no day of the calendar stays. */
    String iso(String cell) {
        if (this == UNTOLD || cell.indexOf('/') < 0 && cell.indexOf('-') < 0) {
            return cell;
        }
        return DATE.matcher(cell).replaceAll(this::iso);
    }

    private String iso(MatchResult m) {
        int day = number(m, this == DAY_FIRST ? 1 : 3);
        int month = number(m, this == DAY_FIRST ? 3 : 1);
        try {
            return LocalDate.of(year(m), month, day).toString();
        } catch (DateTimeException e) {
            // The text goes on as it is, and the record is rejected for it.
            return m.group();
        }
    }

    private static int year(MatchResult m) {
        int year = number(m, 4);
        return m.group(4).length() > 2 ? year : year + (year > LAST_OF_THIS ? 19 : 20) * CENTURY;
    }

    private static int number(MatchResult m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
