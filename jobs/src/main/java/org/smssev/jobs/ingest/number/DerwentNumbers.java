package org.smssev.jobs.ingest.number;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Applications and priorities as Derwent Innovation writes them, {@code EP20153368A 2015-11-25}: office, year, serial number
 * without zeros, kind letter, date. Elsewhere these digits may be those of DOCDB and of another year, EP 20153368 of 2020, so that
 * only the layout tells them. The forms are those of an export of 40,000 numbers on drones.
 */
public final class DerwentNumbers {
    private static final Pattern NUMBER = Pattern.compile("([A-Z]{2})(\\d{5,12})([A-Z])(?=[\\s,]|$)");

    /** A date behind the number, of which the year is compared. */
    private static final Pattern OF_DATE = Pattern.compile("[\\s,]+(\\d{4})-.*");

    /** Offices all of whose numbers have the year in front, and whose form in DOCDB is known. */
    private static final Set<String> OFFICES = Set.of(
            "EP", "FR", "GB", "SE", "JP", "AU", "RU", "ES", "TW", "ZA", "KR", "AT", "BE", "BG", "CH", "CZ", "DK", "FI",
            "GR", "HK", "HU", "IE", "MX", "NO", "RO", "SI", "TR", "EA");

    /** Offices of which some numbers are those of grants or files, of as many digits at most. */
    private static final Map<String, Integer> DIGITS_OF_OTHERS = Map.of("RU", 7, "BE", 6);

    /** Numbers of Brazil since 2012: the type of right, a year and a serial number, which has six digits in DOCDB. */
    private static final Pattern BRAZIL = Pattern.compile("((?:1[0-3]|2[0-2])20(?:1[2-9]|2\\d))(\\d{3,6})");

    private static final int YEAR = 4;
    /** Digits of a number of the United States with its series. */
    private static final int OF_SERIES = 8;
    /** Digits of those of before 2011, and later ones that lack the series. */
    private static final int SERIAL = 6;
    /** First year of numbers of Russia. */
    private static final String RUSSIA = "1991";
    /** A series of the United States whose numbers start like years. */
    private static final String SERIES_19 = "19";
    /** It is given since late in 2024, to national phases with their date of up to three years before. */
    private static final String FIRST_OF_SERIES_19 = "2022";

    private DerwentNumbers() {}

    /** A number as DOCDB has it, the date behind it as it was; what is of no known form, or of an office that is none, as it is. */
    public static String asDocdb(String text) {
        Matcher m = NUMBER.matcher(text);
        if (!m.lookingAt()) {
            return text;
        }
        String office = m.group(1);
        String digits = m.group(2);
        String letter = m.group(3);
        String rest = text.substring(m.end());
        if (office.equals("US")) {
            return american(digits, letter, rest, text);
        }
        if (office.equals("BR")) {
            return "BR" + brazilian(digits) + letter + rest;
        }
        boolean isOther = digits.length() <= DIGITS_OF_OTHERS.getOrDefault(office, 0)
                || office.equals("RU") && digits.compareTo(RUSSIA) <= 0;
        if (!OFFICES.contains(office) || !DocdbDigits.isOfYear(digits) || isOther) {
            return text;
        }
        String docdb = DocdbDigits.of(office, letter, digits.substring(0, YEAR), digits.substring(YEAR));
        return docdb == null ? apart(office, digits) + letter + rest : office + docdb + letter + rest;
    }

    /**
     * Digits of a number whose form in DOCDB is not known, with as many zeros as no number of DOCDB has: it meets those of its own
     * spelling alone.
     */
    private static String apart(String office, String digits) {
        return office + digits.substring(0, YEAR) + DocdbDigits.filled(digits.substring(YEAR), SERIAL + 2);
    }

    private static String brazilian(String digits) {
        Matcher m = BRAZIL.matcher(digits);
        return m.matches() ? m.group(1) + DocdbDigits.filled(m.group(2), SERIAL) : digits;
    }

    /**
     * Eight digits that start with no year, or with 19 and are of 2022 or later, are series and serial number. They lose their
     * letter, by which they would be six digits and a year. Of 2011 and later the series is missing, but stands in a second number
     * of the same cell.
     */
    private static String american(String digits, String letter, String rest, String text) {
        Matcher date = OF_DATE.matcher(rest);
        boolean isNew = digits.length() == OF_SERIES
                && digits.startsWith(SERIES_19)
                && date.matches()
                && date.group(1).compareTo(FIRST_OF_SERIES_19) >= 0;
        if (isNew || !DocdbDigits.isOfYear(digits)) {
            return digits.length() == OF_SERIES ? "US" + digits + rest : text;
        }
        if (digits.length() > YEAR + SERIAL) {
            return text;
        }
        String year = digits.substring(0, YEAR);
        String serial = digits.substring(YEAR);
        // A year that is not that of filing is one of an entry into the national phase, or an error.
        boolean isOfDate = !date.matches() || date.group(1).equals(year);
        String old = isOfDate ? DocdbDigits.american(year, serial, letter) : null;
        return old == null ? "US" + year + DocdbDigits.filled(serial, SERIAL) + letter + rest : old + rest;
    }
}
