package org.smssev.jobs.ingest.number;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Applications of the United States as DOCDB has those of before March 2011: six digits of the serial number and two of the year,
 * without the series, {@code 64802909} for 12/648029 of 2009, {@code 57839204 P} for 60/578392 of 2004. The date tells what the
 * office's own number does not. A national phase has the date of its PCT application there, a year of the series before, maybe: then
 * the digits may be those of another application, and are no key.
 */
public final class UsApplication {
    private static final String OFFICE = "US";

    /** A key of a series, whose first zero is left out, and a serial number. */
    private static final Pattern OF_SERIES = Pattern.compile("US(\\d{1,2})(\\d{6})");

    private static final Pattern OLD = Pattern.compile("(US\\d*?(\\d\\d))O?");

    /** A key that may be a date: no series of applications is called 20. */
    private static final Pattern DATE = Pattern.compile("US(20\\d\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");

    /** Later ones have the year and the series in DOCDB. */
    private static final LocalDate LAST = LocalDate.of(2011, 2, 28);
    /** The last whole year of the old form; from the next on it has the last serial numbers of series 12. */
    private static final int LAST_YEAR = 2010;

    private static final String LAST_YEAR_BEHIND = "10";
    /** Provisional applications of later years have both forms. */
    private static final int LAST_PROVISIONAL = 2015;
    /** Year of the first provisional applications. */
    private static final String FIRST_PROVISIONAL = "95";
    /** From it on two digits of a year are not those of one of this century, too. */
    private static final int APART = 1936;

    private static final String APART_BEHIND = "36";
    /** Digits of a number with its series of two digits, and of one of the old form. */
    private static final int DIGITS = 8;

    private UsApplication() {}

    /**
     * The key that an application has in DOCDB's old form, beside that of its series.
     *
     * @param key the key that its number gives
     * @param number the number as given
     * @param date when it was filed; null if unknown
     * @return null where that is not told: the number is of another form, or the date not that of its serial number
     */
    public static String oldKey(String key, String number, LocalDate date) {
        boolean mayBe = date != null && key.startsWith(OFFICE);
        Matcher m = mayBe ? OF_SERIES.matcher(key) : null;
        if (m == null || !m.matches()) {
            return null;
        }
        String year = String.valueOf(date.getYear()).substring(2);
        // Without a slash a number that ends in the year may be of the old form itself.
        boolean isOfSeries = number.indexOf('/') >= 0 || !key.endsWith(year);
        String letter = isOfSeries ? letter(m.group(1), Integer.parseInt(m.group(2)), date) : null;
        return letter == null ? null : "US" + DocdbDigits.withoutZeros(m.group(2) + year) + letter;
    }

    /** How the key of DOCDB's form ends; null where the date is not that of the serial number. */
    private static String letter(String series, int serial, LocalDate date) {
        int year = date.getYear();
        return switch (series) {
            case "29" -> year >= 1992 && year <= LAST_YEAR ? "F" : null;
            case "60" -> year >= 1995 && year <= 2008 ? "P" : null;
            case "61" -> year >= 2007 && year <= LAST_PROVISIONAL - 1 ? "P" : null;
            default -> !date.isAfter(LAST) && UsSeries.isTold(Integer.parseInt(series), serial, date) ? "O" : null;
        };
    }

    /**
     * A key of DOCDB's old form, with the whole year where it is of before 1936: there were the same digits a century later, and
     * series do not reach back as far. What may be a date is none where the date beside it is of the year behind its digits:
     * {@code US20101205} of 2005.
     *
     * @param number the number as given
     * @return empty for a date
     */
    static String ofCentury(String key, String number, LocalDate date) {
        if (!key.startsWith(OFFICE)) {
            return key;
        }
        // A number of the year of its date has a letter, with which it meets its own spelling alone.
        boolean isMarked = key.endsWith("A") && number.indexOf('A') < 0 && number.indexOf('a') < 0;
        if (isDate(isMarked ? key.substring(0, key.length() - 1) : key)) {
            boolean isOld = date != null && isOfYear(key, date) && !key.startsWith(String.valueOf(date.getYear()), 2);
            return isOld ? key + "O" : "";
        }
        if (date == null || date.getYear() >= APART) {
            return key;
        }
        Matcher m = OLD.matcher(key);
        return m.matches() && date.getYear() % 100 == Integer.parseInt(m.group(2))
                ? m.group(1) + "O" + date.getYear()
                : key;
    }

    private static boolean isDate(String key) {
        Matcher m = key.length() == OFFICE.length() + DIGITS && key.startsWith("20", 2) ? DATE.matcher(key) : null;
        return m != null
                && m.matches()
                && YearMonth.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)))
                        .isValidDay(Integer.parseInt(m.group(3)));
    }

    private static boolean isOfYear(String digits, LocalDate date) {
        return digits.endsWith(String.valueOf(date.getYear()).substring(2));
    }

    /**
     * Whether a number is spelled as databases have those of before March 2011: six digits, zeros in front left out, and two of the
     * year. Others of as many digits, series and serial number, have no letter where they are spelled by the office; where they have
     * one the date tells them.
     *
     * @param letter kind letter; null if there is none
     * @param date when it was filed; null if unknown
     */
    static boolean isOld(String digits, String letter, LocalDate date) {
        boolean isShort = digits.length() < DIGITS && digits.length() > 2 && "A".equals(letter);
        if (letter == null || digits.length() != DIGITS && !isShort) {
            return DatabaseDigits.isMadeOld(OFFICE, digits, letter);
        }
        boolean mayBe = isOldByItself(digits, letter);
        if (date == null || isShort || !letter.equals("A") && !letter.equals("P")) {
            return mayBe;
        }
        boolean isOfYear = isOfYear(digits, date);
        if (isOfYear == UsSeries.holds(Integer.parseInt(digits.substring(0, 2)), date.getYear())) {
            return mayBe;
        }
        boolean mayBeLater = letter.equals("P") && date.getYear() <= LAST_PROVISIONAL;
        return isOfYear && (mayBe || mayBeLater);
    }

    private static boolean isOldByItself(String digits, String letter) {
        String year = digits.substring(digits.length() - 2);
        if (letter.equals("P") && year.compareTo(FIRST_PROVISIONAL) < 0 && year.compareTo(LAST_YEAR_BEHIND) > 0) {
            return false;
        }
        return year.compareTo(APART_BEHIND) >= 0
                || year.compareTo(LAST_YEAR_BEHIND) <= 0
                // The last serial numbers of series 12, of January and February 2011: no series is called 93 to 99.
                || letter.equals("A") && year.equals("11") && digits.length() == DIGITS && digits.compareTo("93") >= 0;
    }
}
