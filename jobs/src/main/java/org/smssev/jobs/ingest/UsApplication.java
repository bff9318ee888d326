package org.smssev.jobs.ingest;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Applications of the United States filed up to 2010 as DOCDB has them: six digits of the serial number and two of the year, without
 * the series, {@code 64802909} for 12/648029 of 2009, {@code 57839204 P} for 60/578392 of 2004. The date tells what the office's own
 * number does not; the years of the series are those of the MPEP, section 503.
 */
final class UsApplication {
    private static final String OFFICE = "US";

    /** A key of a series, whose first zero is left out, and a serial number. */
    private static final Pattern OF_SERIES = Pattern.compile("US(\\d{1,2})(\\d{6})");

    private static final Pattern OLD = Pattern.compile("(US\\d*?(\\d\\d))O?");

    /** Later ones have the year and the series in DOCDB. */
    private static final int LAST = 2010;
    /** From it on two digits of a year are not those of one of this century, too. */
    private static final int APART = 1936;
    /** A national phase has the date of its PCT application, up to three years before its number was given. */
    private static final int LONGEST_PHASE = 4;

    /**
     * The years of a series.
     *
     * @param letter how keys of DOCDB's form end
     */
    private record Series(int first, int last, String letter) {
        boolean holds(int year) {
            return year >= first && year <= last;
        }
    }

    private static final Map<String, Series> SERIES = Map.ofEntries(
            Map.entry("5", patents(1970, 1979)),
            Map.entry("6", patents(1979, 1987)),
            Map.entry("7", patents(1987, 1993)),
            Map.entry("8", patents(1993, 1998)),
            Map.entry("9", patents(1998, 2001)),
            Map.entry("10", patents(2001, 2004)),
            Map.entry("11", patents(2004, 2007)),
            Map.entry("12", patents(2007, LAST)),
            Map.entry("29", new Series(1992, LAST, "F")),
            Map.entry("60", new Series(1995, 2008, "P")),
            Map.entry("61", new Series(2007, LAST, "P")));

    private UsApplication() {}

    private static Series patents(int first, int last) {
        return new Series(first - LONGEST_PHASE, last, "O");
    }

    /**
     * The key that an application has in DOCDB's old form, beside that of its series.
     *
     * @param key the key that its number gives
     * @param number the number as given
     * @param date when it was filed; null if unknown
     * @return null where that is not told: the number is of another form, or the date of no year of its series
     */
    static String oldKey(String key, String number, LocalDate date) {
        boolean mayBe = date != null && date.getYear() <= LAST && key.startsWith(OFFICE);
        Matcher m = mayBe ? OF_SERIES.matcher(key) : null;
        if (m == null || !m.matches()) {
            return null;
        }
        Series series = SERIES.get(m.group(1));
        String year = String.valueOf(date.getYear()).substring(2);
        // Without a slash a number that ends in the year may be of the old form itself.
        boolean isOfSeries = number.indexOf('/') >= 0 || !key.endsWith(year);
        return isOfSeries && series != null && series.holds(date.getYear())
                ? "US" + DatabaseDigits.withoutZeros(m.group(2) + year) + series.letter()
                : null;
    }

    /**
     * A key of DOCDB's old form, with the whole year where it is of before 1936: there were the same digits a century later, and
     * series do not reach back as far.
     */
    static String ofCentury(String key, LocalDate date) {
        if (date == null || date.getYear() >= APART || !key.startsWith(OFFICE)) {
            return key;
        }
        Matcher m = OLD.matcher(key);
        return m.matches() && date.getYear() % 100 == Integer.parseInt(m.group(2))
                ? m.group(1) + "O" + date.getYear()
                : key;
    }
}
