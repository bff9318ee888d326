package org.smssev.jobs.ingest.number;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A number without what programs and people put around it in a table: letters and digits of full width, as Chinese tools have
 * them, the marks by which spreadsheets keep a number as text, the name of its column, its language, the mark of a note.
 */
final class BareNumber {
    /** Hyphens and a minus that stand for the hyphen of a keyboard. */
    private static final Pattern HYPHENS = Pattern.compile("[\u2010-\u2015\u2212]");

    /** {@code 'CN104267746A} and {@code ="CN104267745A"}. */
    private static final Pattern AS_TEXT = Pattern.compile("^=?\"(.*)\"$|^'(.*?)'?$");

    /** {@code 授权公告号CN104267748B}. */
    private static final Pattern NAME =
            Pattern.compile("^(?:申请公布|授权公告|公开\\(公告\\)|公开|公告|公布)号\\s*:?\\s*(?=[A-Z]{2}[\\s-]?\\d)");

    /** {@code (en)} behind a number, and {@code (2)} behind its kind, which else would be another kind. */
    private static final Pattern NOTE =
            Pattern.compile("(?<=[A-Z0-9])\\s*\\([a-z]{2}\\)$|(?<=\\d\\s?[A-Z]|\\d\\s?[A-Z]\\d)\\s*\\(\\d{1,2}\\)$");

    private BareNumber() {}

    /** The number, or the text as it is where nothing is known to be around it. */
    static String of(String text) {
        String bare = isAscii(text) ? text : narrow(text);
        boolean isAsText = bare.startsWith("'") || bare.startsWith("=\"") || bare.startsWith("\"");
        if (isAsText) {
            bare = AS_TEXT.matcher(bare).replaceFirst("$1$2").strip();
        }
        if (bare.startsWith("申") || bare.startsWith("授") || bare.startsWith("公")) {
            bare = NAME.matcher(bare).replaceFirst("");
        }
        return bare.endsWith(")") ? NOTE.matcher(bare).replaceFirst("") : bare;
    }

    /** A text of half width. */
    static String narrow(String text) {
        return HYPHENS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("-");
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
