package org.smssev.jobs.ingest.number;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of Japanese applications as the Japan Patent Office writes them, and the USPTO prints them: a year and a serial number,
 * {@code 2003-187654}, before 2000 with the year of the era, {@code 10-123499}, {@code H10-123499} and {@code 特願平10-123499} of
 * 1998. DOCDB has the serial number and two digits of the year before 2000, {@code 12349998}, in which {@code 10123499} is another
 * application, of 1999; from 2000 on the year and six digits.
 */
final class JapaneseApplication {
    private static final Pattern NUMBER = Pattern.compile("(JP)?[\\s-]*+(P|特願|実願|意願)?[\\s-]*+"
            + "(HEISEI|HEI|H|平成|平|SHOWA|SHO|S|昭和|昭|REIWA|REI|R|令和|令)?[\\s.-]*+"
            + "((?:19|20)\\d\\d|\\d{1,2})\\s?([-/])\\s?(\\d{1,6})\\s?号?\\s?(?:([A-Z])\\d?)?");

    /** A year of an era and a serial number without a mark between. */
    private static final Pattern UNMARKED = Pattern.compile("(\\d{2})(\\d{6})");

    /** Utility models and designs, which are numbered apart. */
    private static final Map<String, String> LETTERS = Map.of("実願", "U", "意願", "F");

    /** The year before the first of Showa, Heisei and Reiwa. */
    private static final int SHOWA = 1925;

    private static final int HEISEI = 1988;
    private static final int REIWA = 2018;
    /** Last years of Showa and Heisei. */
    private static final int LAST_SHOWA = 64;

    private static final int LAST_HEISEI = 31;
    /**
     * The last year that is taken for one of Heisei: it is 2000, since when years of four digits are used. Those behind it, up to
     * the last of Heisei, may be of both eras.
     */
    private static final int LAST_COUNTED = 12;

    private static final int SERIAL = 6;
    /** Since this year it has four digits. */
    private static final int FIRST_WHOLE = 2000;

    private JapaneseApplication() {}

    /** Whether a number has a word in front that no other office writes, so that it is Japan's, whoever publishes what claims it. */
    static boolean isMarked(String text) {
        String number = text.stripLeading();
        return number.startsWith("特願") || LETTERS.keySet().stream().anyMatch(number::startsWith);
    }

    /**
     * The key of a number with a hyphen or slash behind its year, or with neither where its date tells that year and not that of
     * DOCDB. Where neither a letter nor the date tells the era, years up to 12 are of Heisei, from 32 on of Showa; what may be of
     * both, and what does not fit its date, keeps its form, which is no number of DOCDB.
     *
     * @param text in capitals
     * @param office office of a number that names none; may be null
     * @param date when it was filed; null if unknown
     * @return null where it is no such number
     */
    static String key(String text, String office, LocalDate date) {
        // Numbers of all offices come here, and most are of another.
        if (!text.startsWith("JP") && !"JP".equals(office)) {
            return null;
        }
        Matcher m = NUMBER.matcher(text);
        if (!m.matches()) {
            return date == null ? null : unmarked(text, date);
        }
        String mark = m.group(2) == null ? "" : m.group(2);
        String letter = LETTERS.getOrDefault(mark, m.group(7));
        int given = Integer.parseInt(m.group(4));
        String era = m.group(3) == null ? "" : m.group(3);
        boolean isWhole = m.group(4).length() == 4;
        // With a slash it may be of another country, as 60/123456 of the United States is.
        boolean isTold = isWhole || m.group(5).equals("-");
        int year = isWhole ? given : year(era, given, date, isTold);
        String digits = year == 0
                ? given + "-" + DocdbDigits.withoutZeros(m.group(6))
                : DatabaseDigits.of("JP", year + "0".repeat(SERIAL - m.group(6).length()) + m.group(6), letter);
        return "JP" + (year == 0 ? era : "") + digits + ApplicationKind.of("JP", digits, letter);
    }

    /** The key of {@code 63088123} of 1988; null where it may be DOCDB's, which ends in the year. */
    private static String unmarked(String text, LocalDate date) {
        Matcher m = UNMARKED.matcher(text);
        if (!m.matches() || date.getYear() >= FIRST_WHOLE || text.endsWith(String.valueOf(date.getYear() % 100))) {
            return null;
        }
        int year = year("", Integer.parseInt(m.group(1)), date, false);
        return year == 0 ? null : "JP" + DatabaseDigits.of("JP", year + m.group(2), null);
    }

    /** The year of one of an era; 0 where that is not told. */
    private static int year(String era, int year, LocalDate date, boolean isTold) {
        if (!era.isEmpty()) {
            return year == 0 ? 0 : year + before(era);
        }
        if (date != null) {
            boolean isOfDate = year >= 1
                    && year <= LAST_SHOWA
                    && List.of(SHOWA, HEISEI, REIWA).contains(date.getYear() - year);
            return isOfDate ? date.getYear() : 0;
        }
        if (!isTold || year == 0 || year > LAST_SHOWA) {
            return 0;
        }
        return year <= LAST_COUNTED ? year + HEISEI : year > LAST_HEISEI ? year + SHOWA : 0;
    }

    private static int before(String era) {
        return switch (era.charAt(0)) {
            case 'H', '平' -> HEISEI;
            case 'S', '昭' -> SHOWA;
            default -> REIWA;
        };
    }
}
