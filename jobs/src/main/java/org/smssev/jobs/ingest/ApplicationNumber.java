package org.smssev.jobs.ingest;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of applications and priorities, as keys to compare. */
final class ApplicationNumber {
    /** A date after a number that is complete without it. */
    private static final Pattern DATED = Pattern.compile("(.*\\d.*?)[\\s;]+\\d{4}-?\\d{2}-?\\d{2}.*");

    /** A number of China, behind the letters of a patent at times, with its check digit, which other sources leave out. */
    private static final Pattern CHINESE = Pattern.compile("(?s)(CN|ZL)?[\\s-]*(\\d{8}|\\d{12})\\.[\\dX](?:\\D.*)?");

    /** Digits of such a number, the last two of which are its year. */
    private static final int OLD_PROVISIONAL = 7;

    private static final Pattern NOISE = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern NUMBER = Pattern.compile("([A-Z]{2})?([A-Z]{0,3})(\\d+)([A-Z]\\d?)?");

    private ApplicationNumber() {}

    /**
     * A key that the spellings of one number share: {@code US 15/062116}, {@code US15062116A} and
     * {@code US 15062116 20160305} give one. Leading zeros, China's check digits and kind letters are dropped, but
     * not those of numbers that are counted apart: PCT applications (W), utility models of Japan and Korea (U) and provisional
     * ones of the United States of before 2001 (P), as DOCDB spells them; a number of unknown form is its
     * letters and digits.
     *
     * @param office office of a number that names none; may be null
     */
    static String key(String raw, String office) {
        String text = raw.strip().toUpperCase(Locale.ROOT);
        Matcher chinese = CHINESE.matcher(text);
        if (chinese.matches() && (chinese.group(1) != null || (office != null && office.equals("CN")))) {
            return "CN" + chinese.group(2);
        }
        Matcher dated = DATED.matcher(text);
        String compact = NOISE.matcher(dated.matches() ? dated.group(1) : text).replaceAll("");
        Matcher m = NUMBER.matcher(compact);
        if (!m.matches()) {
            return compact;
        }
        String of = m.group(1) == null ? (office == null ? "" : office) : m.group(1);
        String digits = m.group(3).replaceFirst("^0+(?=\\d)", "");
        return of + m.group(2) + digits + kind(of, digits, m.group(4));
    }

    /** The letter of applications that are counted apart from those of the same digits; empty for all others. */
    private static String kind(String office, String digits, String letter) {
        boolean isApart = "W".equals(letter)
                || ("U".equals(letter) && (office.equals("JP") || office.equals("KR")))
                || ("P".equals(letter) && office.equals("US") && digits.length() == OLD_PROVISIONAL);
        return isApart ? letter : "";
    }
}
