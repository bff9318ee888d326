package org.smssev.jobs.ingest;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Publication numbers in one spelling, {@code US-7650331-B1}: office, serial number, kind. */
final class PublicationNumber {
    private static final Pattern NOISE = Pattern.compile("[\\s/,.()\\-\\u2002\\u00a0]+");
    /** A date after a number that is complete without it. */
    private static final Pattern DATED = Pattern.compile("(.*\\d.*)\\s\\d{4}-?\\d{2}-?\\d{2}");

    private static final Pattern COMPACT = Pattern.compile("([A-Z]{2})([A-Z]{0,2})(\\d+)([A-Z]\\d?)?");
    private static final Pattern NATIONAL = Pattern.compile("([A-Z]{0,2})(\\d+)([A-Z]\\d?)?");
    /** Year and six digits, where the office's own spelling has seven. */
    private static final Pattern US_SHORT_APPLICATION = Pattern.compile("20\\d{8}");

    /**
     * A number with its parts.
     *
     * @param canonical the number in canonical spelling, or as it was if its form is unknown
     * @param office two letters, null if unknown
     * @param kind kind code, null if not given
     */
    record Parts(String canonical, String office, String kind) {}

    private PublicationNumber() {}

    /** Canonical spelling; a number of unknown form is kept as it is, trimmed. */
    static String canonical(String raw) {
        return parse(raw, null, null).canonical();
    }

    /**
     * Reads a number such as {@code US 2011/0185700 A1}, {@code WO2015026896 (A1)} or {@code US-7650331-B1}.
     *
     * <p>Leading zeros are dropped, but not after the era letters of Japan, whose digits start with the year; ten digits of
     * a United States application become eleven, {@code 2011185700} is {@code 20110185700}.
     *
     * @param office office given beside the number, used where the number has none; may be null
     * @param kind kind given beside the number, likewise
     */
    static Parts parse(String raw, String office, String kind) {
        String trimmed = raw.strip();
        Matcher dated = DATED.matcher(trimmed);
        String undated = dated.matches() ? dated.group(1) : trimmed;
        String compact = NOISE.matcher(undated.toUpperCase(Locale.ROOT)).replaceAll("");
        Matcher m = COMPACT.matcher(compact);
        if (m.matches()) {
            return of(m.group(1), m.group(2), m.group(3), m.group(4) == null ? kind : m.group(4));
        }
        Matcher national = NATIONAL.matcher(compact);
        if (office != null && national.matches()) {
            return of(
                    office, national.group(1), national.group(2), national.group(3) == null ? kind : national.group(3));
        }
        return new Parts(trimmed, office, kind);
    }

    private static Parts of(String office, String prefix, String digits, String kind) {
        boolean era = office.equals("JP") && !prefix.isEmpty();
        String serial = era ? digits : withoutLeadingZeros(digits);
        boolean application = kind == null || kind.startsWith("A");
        if (office.equals("US")
                && application
                && US_SHORT_APPLICATION.matcher(serial).matches()) {
            serial = serial.substring(0, 4) + "0" + serial.substring(4);
        }
        String canonical = office + "-" + prefix + serial + (kind == null ? "" : "-" + kind);
        return new Parts(canonical, office, kind);
    }

    private static String withoutLeadingZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }
}
