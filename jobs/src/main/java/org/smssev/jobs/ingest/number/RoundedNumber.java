package org.smssev.jobs.ingest.number;

import java.util.regex.Pattern;

/**
 * Numbers that a spreadsheet program rounded, {@code 2.0141E+11}. Many numbers become one so: it is of none of them, and links
 * nothing.
 */
public final class RoundedNumber {
    /** Without a fraction the sign tells it; else letters and digits of an id may look so. */
    public static final String PATTERN = "(?i:(?:[A-Z]{2}-?)?\\d(?:[.,]\\d+E\\+?|E\\+)\\d{1,3})";

    private static final Pattern ROUNDED = Pattern.compile(PATTERN);

    private RoundedNumber() {}

    /** Whether a text is such a number. */
    public static boolean isOne(String text) {
        return mayHold(text) && ROUNDED.matcher(text.strip()).matches();
    }

    /** Whether a text may be such a number, or a list that has one. */
    public static boolean mayHold(String text) {
        return (text.indexOf('E') > 0 || text.indexOf('e') > 0)
                && (text.indexOf('+') > 0 || text.indexOf('.') > 0 || text.indexOf(',') > 0);
    }
}
