package org.smssev.jobs.export;

import java.util.Locale;

/** Text made fit for the files of other programs. */
final class PlainText {
    private static final String UNKNOWN = "\ufffd";

    private PlainText() {}

    /** One line that XML 1.0 can hold: breaks and tabs become spaces, other control characters U+FFFD. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t' || c == 0x85 || c == 0x2028 || c == 0x2029) {
                line.append(' ');
            } else if (c < 0x20 || c >= 0x7f && c < 0xa0 || c >= 0xd800 && c < 0xe000 || (c & 0xfffe) == 0xfffe) {
                line.append(UNKNOWN);
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }

    /** One line with nothing that HTML takes for markup. */
    static String html(String text) {
        return line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** One line without the quotation mark, which Pajek knows no way to write. */
    static String unquoted(String text) {
        return line(text).replace('"', '\'');
    }

    /** A number in plain or exponent notation that reads back as the same number. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%d", (long) value)
                : Double.toString(value);
    }
}
