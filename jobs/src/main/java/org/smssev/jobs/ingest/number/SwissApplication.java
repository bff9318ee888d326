package org.smssev.jobs.ingest.number;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of Swiss applications as their office writes them, a serial number and two digits of the year, {@code 0904/03}, which
 * DOCDB has with four, {@code 9042003}, but those of the last century with two as well, {@code 114998} for 1149/98.
 */
final class SwissApplication {
    private static final Pattern NUMBER =
            Pattern.compile("(CH)?[\\s-]*0*([1-9]\\d{0,4})/((?:19|20)\\d\\d|\\d\\d)(?:\\s?A\\d?)?");

    /** Two digits of years below it are of this century. */
    private static final int CENTURY = 36;

    private SwissApplication() {}

    /**
     * The key of a number with a slash before its year.
     *
     * @param office office of a number that names none; may be null
     * @param date when it was filed; null if unknown
     * @return null where it is no such number, or not of the year of its date
     */
    static String key(String text, String office, LocalDate date) {
        // Numbers of all offices come here, and most are of another.
        boolean mayBe = text.indexOf('/') >= 0 && (text.startsWith("CH") || "CH".equals(office));
        Matcher m = mayBe ? NUMBER.matcher(text) : null;
        if (m == null || !m.matches()) {
            return null;
        }
        int given = Integer.parseInt(m.group(3));
        if (date != null && date.getYear() % 100 != given % 100) {
            return null;
        }
        int year = m.group(3).length() == 4
                ? given
                : date == null ? given + (given < CENTURY ? 2000 : 1900) : date.getYear();
        return "CH" + DocdbDigits.of("CH", Integer.toString(year), m.group(2));
    }
}
