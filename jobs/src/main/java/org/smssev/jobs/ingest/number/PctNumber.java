package org.smssev.jobs.ingest.number;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of the Patent Cooperation Treaty, of applications with their receiving office and of publications, as DOCDB has them: a year
 * of four digits and a serial number of six, where offices, databases and years before 2000 have two digits of the year, and fewer or
 * more of the serial number.
 */
final class PctNumber {
    /** {@code PCT/US2005/020005}, without marks, also behind the country that a list gives beside it. */
    private static final Pattern APPLICATION = Pattern.compile("(?:[A-Z]{2})?PCT([A-Z]{2})(\\d{6,})W?");

    /** The same of Espacenet and Derwent, {@code WO2005US20005}. */
    private static final Pattern OF_ESPACENET = Pattern.compile("WO(\\d{4})([A-Z]{2})(\\d+)[A-Z]?");

    /** A publication with its slash. */
    private static final Pattern PUBLICATION = Pattern.compile("(?i)^(?:WO)?[\\s-]*(\\d{4}|\\d{2})/(\\d{4,6})(?!\\d)");

    private static final int YEAR = 4;
    private static final int SERIAL = 6;
    /** Fewest digits of an application with its whole year. */
    private static final int WITH_YEAR = 9;
    /** Digits of a number with two of the year, and five of the serial number, as many as there were before 2000, or six. */
    private static final int SHORT = 7;

    /** The year of the first numbers. */
    private static final String FIRST = "78";

    private static final String FIRST_YEAR = "1978";
    private static final String END = "2100";

    private PctNumber() {}

    /**
     * The key of an application.
     *
     * @param compact letters and digits without marks between
     * @return null where it is no such number
     */
    static String key(String compact) {
        Matcher own = APPLICATION.matcher(compact);
        if (own.matches()) {
            return key(own.group(1), own.group(2));
        }
        Matcher m = OF_ESPACENET.matcher(compact);
        return m.matches() ? key(m.group(2), m.group(1) + serial(m.group(3))) : null;
    }

    /** The key of an application by its receiving office and its digits; as many as there are where they are of another form. */
    static String key(String office, String digits) {
        String number = DocdbDigits.withoutZeros(digits);
        if (digits.length() >= WITH_YEAR && (digits.startsWith("19") || digits.startsWith("20"))) {
            number = digits.substring(0, YEAR) + serial(digits.substring(YEAR));
        } else if (digits.length() == SHORT) {
            number = year(digits.substring(0, 2)) + serial(digits.substring(2));
        }
        return office + number + "W";
    }

    /** A publication with a slash as databases have it, what is behind it as it was; any other text as it is. */
    static String spelled(String text) {
        Matcher m = PUBLICATION.matcher(text);
        return m.lookingAt()
                ? "WO" + year(m.group(1)) + DocdbDigits.filled(m.group(2), SERIAL) + text.substring(m.end())
                : text;
    }

    /** The digits of a publication, which sources have with two digits of the year, or without zeros behind four. */
    static String digits(String given) {
        int length = given.length();
        if (length > YEAR && length < YEAR + SERIAL && isYear(given.substring(0, YEAR))) {
            return given.substring(0, YEAR) + DocdbDigits.filled(given.substring(YEAR), SERIAL);
        }
        return length == SHORT || length == SHORT + 1
                ? year(given.substring(0, 2)) + DocdbDigits.filled(given.substring(2), SERIAL)
                : DocdbDigits.withoutZeros(given);
    }

    private static String serial(String digits) {
        return DocdbDigits.filled(DocdbDigits.withoutZeros(digits), SERIAL);
    }

    /** A year of four digits, or with two of its own. */
    private static String year(String given) {
        return given.length() == YEAR ? given : (given.compareTo(FIRST) >= 0 ? "19" : "20") + given;
    }

    private static boolean isYear(String digits) {
        return digits.compareTo(FIRST_YEAR) >= 0 && digits.compareTo(END) < 0;
    }
}
