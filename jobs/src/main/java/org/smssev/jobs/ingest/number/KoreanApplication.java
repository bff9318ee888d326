package org.smssev.jobs.ingest.number;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern SPELLED =
            Pattern.compile("(KR)?[\\s-]*P?[\\s-]*([123]0)-((?:19|20)\\d\\d)-(\\d{1,7})(?!\\d)(.*)");

    private KoreanApplication() {}

    /**
     * A number whose hyphens tell the right, the year and the serial number, {@code 10-2003-31235} and {@code P10-2003-0031235}, with the
     * zeros of the latter; any other as it is.
     *
     * @param office office of a number that names none; may be null
     */
    static String spelled(String text, String office) {
        Matcher m = SPELLED.matcher(text);
        boolean isKorean = m.matches() && (m.group(1) != null || "KR".equals(office));
        return isKorean
                ? "KR" + m.group(2) + m.group(3) + DocdbDigits.filled(m.group(4), DIGITS - YEAR) + m.group(5)
                : text;
    }

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
