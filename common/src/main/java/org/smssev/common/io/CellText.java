package org.smssev.common.io;

/** Text that came from outside, made fit for the cells of workbooks and delimited files that people open. */
public final class CellText {
    /** The most characters that a cell of a workbook holds. */
    public static final int LONGEST = 32_767;

    /** With what a program may take a text for a formula, the wide forms of East Asian keyboards included. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final char QUOTE = '\'';
    private static final char REPLACEMENT = '\uFFFD';

    private CellText() {}

    /** The text with an apostrophe before it, where a program might take it for a formula. */
    public static String guarded(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? QUOTE + text : text;
    }

    /** The text that was guarded. */
    public static String original(String text) {
        boolean isGuarded = text.length() > 1 && text.charAt(0) == QUOTE && FORMULA.indexOf(text.charAt(1)) >= 0;
        return isGuarded ? text.substring(1) : text;
    }

    /**
     * The text for a cell of a workbook: guarded, at most so long, and with U+FFFD for what XML cannot hold (control
     * characters, halves of surrogate pairs).
     *
     * @param longest most characters, {@link #LONGEST} or less, at least 2; a text that is cut ends with an ellipsis
     */
    public static String harmless(String text, int longest) {
        String clean = guarded(printable(text));
        if (clean.length() <= longest) {
            return clean;
        }
        int end = longest - 1;
        // A pair of surrogates is one character and is not cut in two.
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static String printable(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!isXml(c)) {
                if (clean == null) {
                    clean = new StringBuilder(text);
                }
                clean.setCharAt(i, REPLACEMENT);
            }
            i += Character.charCount(c);
        }
        return clean == null ? text : clean.toString();
    }

    /** Whether XML 1.0 can hold the character; a lone surrogate is its own code point and is none. */
    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c != 0xFFFE && c != 0xFFFF;
    }
}
