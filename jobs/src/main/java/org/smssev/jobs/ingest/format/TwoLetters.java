package org.smssev.jobs.ingest.format;

import java.util.Locale;

/** Codes of two letters: those of countries and of languages. */
public final class TwoLetters {
    private TwoLetters() {}

    /** A country in upper case; empty for anything but two letters, such as {@code omitted} or {@code unknown}. */
    public static String country(String text) {
        String value = Cleaning.blanks(text);
        return isCode(value) ? value.toUpperCase(Locale.ROOT) : "";
    }

    /** A language in lower case, also that of {@code en-US}; empty for anything but two letters. */
    public static String language(String text) {
        String value = Cleaning.blanks(text);
        int hyphen = value.indexOf('-');
        String code = hyphen < 0 ? value : value.substring(0, hyphen);
        return isCode(code) ? code.toLowerCase(Locale.ROOT) : "";
    }

    private static boolean isCode(String value) {
        return value.length() == 2 && isLatin(value.charAt(0)) && isLatin(value.charAt(1));
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
