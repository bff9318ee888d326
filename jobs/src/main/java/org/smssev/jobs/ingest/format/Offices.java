package org.smssev.jobs.ingest.format;

import java.util.Locale;
import org.smssev.common.text.CountryCodes;
import org.smssev.jobs.ingest.number.Ascii;

/** Patent offices, and countries, by the names that exports give them, in Chinese and English. */
public final class Offices {
    /** Longer text is no name of one. */
    public static final int LONGEST = 200;

    private Offices() {}

    /** Whether a text is of two capital letters, as the codes of offices and countries are, known or not. */
    public static boolean isCode(String text) {
        return text.length() == 2 && Ascii.isLetter(text.charAt(0)) && Ascii.isLetter(text.charAt(1));
    }

    /** Two-letter code of an office given by code or name; the text as it is, on one line, if it is unknown. */
    public static String code(String cell) {
        String text = Cleaning.line(cell);
        String upper = text.length() == 2 ? text.toUpperCase(Locale.ROOT) : "";
        if (isCode(upper)) {
            return upper;
        }
        String code = named(text);
        return code == null ? text : code;
    }

    /**
     * The code of an office or country by its name, which may have its code or another name in brackets behind it,
     * {@code 欧洲专利局(EPO)}. Brackets that tell another place, {@code Georgia (US)}, or a part of one are not left out.
     *
     * @param name on one line
     * @return null if it is none that is known
     */
    public static String named(String name) {
        if (name.length() > LONGEST) {
            return null;
        }
        String code = CountryNames.code(name);
        String key = code == null ? HeaderNames.key(name) : "";
        int open = key.endsWith(")") ? key.lastIndexOf('(') : -1;
        if (open < 0) {
            return code;
        }
        String before = CountryNames.code(key.substring(0, open));
        String inside = key.substring(open + 1, key.length() - 1);
        return before != null && before.equals(codeInBrackets(inside)) ? before : null;
    }

    private static String codeInBrackets(String text) {
        String upper = text.length() == 2 ? text.toUpperCase(Locale.ROOT) : "";
        return isCode(upper) ? CountryCodes.ofStandard(upper) : CountryNames.code(text);
    }
}
