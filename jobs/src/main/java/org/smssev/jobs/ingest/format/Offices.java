package org.smssev.jobs.ingest.format;

import java.util.Locale;
import java.util.regex.Pattern;
import org.smssev.jobs.ingest.number.Ascii;

/** Patent offices, and countries, by the names that exports give them, in Chinese and English. */
public final class Offices {
    /** A name with its code behind it, {@code 欧洲专利局(EPO)}, or before it, {@code CN - China}. */
    private static final Pattern BRACKETED = Pattern.compile("\\(.*\\)$");

    private Offices() {}

    /** Whether a text is of two capital letters, as the codes of offices and countries are, known or not. */
    public static boolean isCode(String text) {
        return text.length() == 2 && Ascii.isLetter(text.charAt(0)) && Ascii.isLetter(text.charAt(1));
    }

    /** Two-letter code of an office given by code or name; the text as it is, on one line, if it is unknown. */
    public static String code(String cell) {
        String text = Cleaning.line(cell);
        String upper = text.toUpperCase(Locale.ROOT);
        if (isCode(upper)) {
            return upper;
        }
        String code = CountryNames.code(text);
        if (code == null && (text.endsWith(")") || text.endsWith("）"))) {
            code = CountryNames.code(BRACKETED.matcher(HeaderNames.key(text)).replaceAll(""));
        }
        return code == null ? text : code;
    }
}
