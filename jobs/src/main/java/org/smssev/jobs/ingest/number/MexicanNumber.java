package org.smssev.jobs.ingest.number;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as the office of Mexico writes them, {@code MX/a/2010/001236} and before 2007 {@code PA/a/2004/001234}. Databases have the
 * year without its century behind the letters of the older ones, and the letter of patents or utility models as the kind.
 */
public final class MexicanNumber {
    /** WIPO puts its own letters of the office in front, {@code mxMX/a/…}. */
    private static final Pattern NUMBER =
            Pattern.compile("(?:MX)?[\\s-]*(?:MX|(PA))?/([AU])/((?:19|20)(\\d\\d))/(\\d{6})(?:[\\s-]*([A-Z]\\d?))?");

    private static final int MARK = 2;

    private MexicanNumber() {}

    /**
     * The number as databases have it, {@code MX2010001236A}, {@code MXPA04001234A}; any other text as it is.
     *
     * @param kind kind given beside it, which counts more than the letter within; may be null
     */
    public static String spelled(String text, String kind) {
        // Most have no letter between slashes.
        int slash = text.indexOf('/');
        if (slash < 0 || !text.startsWith("/", slash + MARK)) {
            return text;
        }
        Matcher m = NUMBER.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!m.matches()) {
            return text;
        }
        String year = m.group(1) == null ? m.group(3) : m.group(1) + m.group(4);
        String own = m.group(6) == null ? m.group(2) : m.group(6);
        return "MX" + year + m.group(5) + (kind == null || m.group(6) != null ? own : "");
    }
}
