package org.smssev.jobs.ingest.number;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Applications of offices that count on from year to year, Israel, New Zealand, Poland and Portugal: their own numbers, and Derwent's,
 * are six digits, {@code NZ 614915}, behind which DOCDB has two of the year, {@code NZ 61491514}; and provisional ones of Australia of
 * before 2002, {@code PQ1234}.
 */
public final class CountedApplication {
    private static final Pattern NUMBER = Pattern.compile("(?:IL|NZ|PL|PT)[1-9]\\d{5}|AUP[A-Z][1-9]\\d{3}");

    private CountedApplication() {}

    /**
     * The key that an application has in DOCDB's form, beside that of its number.
     *
     * @param key the key that its number gives
     * @param date when it was filed; null if unknown
     * @return null where that is not told, or a shorter number with its year may have the same digits
     */
    public static String keyOfYear(String key, LocalDate date) {
        Matcher m = date == null ? null : NUMBER.matcher(key);
        if (m == null || !m.matches()) {
            return null;
        }
        String year = String.valueOf(date.getYear()).substring(2);
        return key.endsWith(year) ? null : key + year;
    }
}
