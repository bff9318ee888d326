package org.smssev.jobs.ingest.number;

import java.util.regex.Pattern;

/** Numbers of a column that a program took for decimals, {@code 7650331.0}, as pandas does where cells are empty. */
public final class WholeNumber {
    private static final Pattern DECIMAL = Pattern.compile("\\d+\\.0");
    private static final String POINT_ZERO = ".0";
    /** Digits of an application of China in front of its check digit, which may be a zero. */
    private static final int CHINESE = 12;

    private WholeNumber() {}

    /** Digits without the zero behind the point; any other text as it is. */
    public static String of(String text) {
        // Nearly all end otherwise.
        boolean isDecimal = text.endsWith(POINT_ZERO) && DECIMAL.matcher(text).matches();
        return isDecimal ? text.substring(0, text.length() - POINT_ZERO.length()) : text;
    }

    /**
     * The same, but with the check digit of a number of China.
     *
     * @param office office of the number, ZL of patents of China among them; may be null
     */
    public static String of(String text, String office) {
        boolean isOfChina = "CN".equals(office) || "ZL".equals(office);
        return isOfChina && text.length() == CHINESE + POINT_ZERO.length() ? text : of(text);
    }
}
