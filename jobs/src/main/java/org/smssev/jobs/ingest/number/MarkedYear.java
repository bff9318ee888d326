package org.smssev.jobs.ingest.number;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of applications as their offices write them, and the USPTO prints them, whose year and serial number only the mark between
 * tells apart: {@code 95-12345} of Korea, {@code PV 2012-775} of the Czech Republic, {@code 2015/5251} of Belgium.
 */
final class MarkedYear {
    private static final String YEAR_AND_SERIAL = "(\\d{4}|[6-9]\\d)\\s?[-/]\\s?(\\d{1,7})\\s?(?:([A-Z])\\d?)?";

    /** By office, with the letters in front: those of utility models of the Czech Republic are PUV. */
    private static final Map<String, Pattern> NUMBERS = Map.of(
            "KR", Pattern.compile("(?:KR)?[\\s-]*+(P?)" + YEAR_AND_SERIAL),
            "CZ", Pattern.compile("(?:CZ)?[\\s-]*+(PUV|PV|)[\\s-]*+" + YEAR_AND_SERIAL),
            "BE", Pattern.compile("(?:BE)?[\\s-]*+()" + YEAR_AND_SERIAL));

    /** Numbers of the Czech Republic of before 2000, with the year behind. */
    private static final Pattern CZECH =
            Pattern.compile("(?:CZ)?[\\s-]*+(PUV|PV)[\\s-]*+0*([1-9]\\d{0,4})\\s?[-/]\\s?(9\\d)");

    private static final int LEAST_SERIAL = 3;
    private static final int MOST_SERIAL = 7;

    private MarkedYear() {}

    /**
     * The key of a number with a hyphen or slash behind its year. Without letters in front a year of two digits has a hyphen, and the
     * serial number behind one of four has three digits or more.
     *
     * @param text in capitals
     * @param office office of a number that names none; may be null
     * @return null where it is no such number, or it is not known what DOCDB has
     */
    static String key(String text, String office) {
        // Numbers of all offices come here, and most are of another.
        String own = text.length() > 2 && NUMBERS.containsKey(text.substring(0, 2)) ? text.substring(0, 2) : office;
        Pattern pattern = own == null ? null : NUMBERS.get(own);
        Matcher m = pattern == null ? null : pattern.matcher(text);
        String behind = "CZ".equals(own) ? czech(text) : null;
        if (m == null || !m.matches()) {
            return behind;
        }
        // A month has two digits, and with a slash two may be a series of the United States: 60/123456.
        boolean isTold =
                m.group(2).length() == 2 ? text.indexOf('/') < 0 : m.group(3).length() >= LEAST_SERIAL;
        if (m.group(1).isEmpty() && !isTold) {
            return null;
        }
        String year = m.group(2).length() == 2 ? "19" + m.group(2) : m.group(2);
        String letter = m.group(1).equals("PUV") ? "U" : m.group(4);
        if (behind != null) {
            // PV 1997-98 may be both.
            return m.group(2).startsWith("19") ? null : behind;
        }
        if (own.equals("CZ") && m.group(2).startsWith("199")) {
            return czech(DocdbDigits.yearBehind(year, DocdbDigits.withoutZeros(m.group(3)), MOST_SERIAL), letter);
        }
        String digits = DocdbDigits.isOfYear(year + "0") ? DocdbDigits.of(own, year, m.group(3)) : null;
        return digits == null ? null : own + digits + ApplicationKind.of(own, digits, letter);
    }

    private static String czech(String text) {
        Matcher m = CZECH.matcher(text);
        return m.matches() ? czech(m.group(2) + m.group(3), m.group(1).equals("PUV") ? "U" : null) : null;
    }

    /** DOCDB has the serial number and two digits of the year. */
    private static String czech(String digits, String letter) {
        return "CZ" + digits + ApplicationKind.of("CZ", digits, letter);
    }
}
