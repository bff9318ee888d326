package org.smssev.jobs.ingest.number;

/** Characters that numbers are made of: capitals from A to Z, and digits from 0 to 9. Those of full width, say, are none of them. */
public final class Ascii {
    private Ascii() {}

    /** Whether a character is a capital. */
    public static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** Whether a character is a digit. */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The capital of a letter from a to z; any other character as it is. */
    static char capital(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    }

    /** Where the letters end that a text has from a place on: that place where it has none. */
    static int endOfLetters(String text, int start) {
        int end = start;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where the digits end that a text has from a place on, likewise. */
    static int endOfDigits(String text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
