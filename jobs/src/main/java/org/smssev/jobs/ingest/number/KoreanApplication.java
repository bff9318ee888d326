package org.smssev.jobs.ingest.number;

import java.util.Map;

/**
 * Digits of Korean applications as DOCDB has them, a year and seven: the office puts the right in front that they are for, 10 for
 * patents, 20 for utility models, 30 for designs, and Derwent leaves out zeros behind the year.
 */
final class KoreanApplication {
    private static final int YEAR = 4;
    private static final int DIGITS = 11;
    private static final int WITH_RIGHT = 13;
    /** Fewest digits of a year and a serial number. */
    private static final int SHORTEST = 8;

    /** Rights in front, and the kind letters of their applications. */
    private static final Map<String, String> RIGHTS = Map.of("10", "A", "20", "U", "30", "F");

    private KoreanApplication() {}

    /** The digits; what is of another form as it is. */
    static String digits(String given) {
        return hasRight(given) ? given.substring(2) : filled(given);
    }

    /** The kind letter that the right in front tells; the one behind the number where there is no right. */
    static String letter(String given, String letter) {
        return hasRight(given) ? RIGHTS.get(given.substring(0, 2)) : letter;
    }

    /** A number of a year and fewer digits behind it than databases have, with its zeros; any other as it is. */
    static String filled(String given) {
        boolean isShort = given.length() >= SHORTEST
                && given.length() < DIGITS
                && (given.startsWith("20") || given.startsWith("19"));
        return isShort ? given.substring(0, YEAR) + DocdbDigits.filled(given.substring(YEAR), DIGITS - YEAR) : given;
    }

    private static boolean hasRight(String given) {
        return given.length() == WITH_RIGHT && RIGHTS.containsKey(given.substring(0, 2));
    }
}
