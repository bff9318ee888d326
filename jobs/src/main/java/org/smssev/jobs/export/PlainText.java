package org.smssev.jobs.export;

import java.math.BigDecimal;

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

    /** A number that reads back as the same number; in plain notation, but for very small and very great ones. */
    static String number(double value) {
        double size = Math.abs(value);
        return value == 0 || size >= 1e-6 && size < 1e15
                ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
