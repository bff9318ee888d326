package org.smssev.jobs.ingest.format;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** IPC codes of documents as text that the IPC reader knows: {@code H01M 10/0525  20100101AFI}. */
public final class IpcText {
    /**
     * Symbol, version, then level, position and value in one column each; a blank where there is none. The Open Patent Services
     * leave the version out, and put blanks behind the slash.
     */
    private static final Pattern FIXED_WIDTH = Pattern.compile(
            "([A-H]\\d{2}[A-Z]\\s*\\d{1,4})\\s*/\\s*(\\d{2,6})\\s+(\\d{8})?([ACS ])?([FL ])?([IN ])?.*",
            Pattern.DOTALL);
    /** A code that stops at the subclass, of level S. */
    private static final Pattern SUBCLASS = Pattern.compile("([A-H]\\d{2}[A-Z])\\s+\\d{8}S.*", Pattern.DOTALL);

    /** Edition, then the symbol with a blank after the section: {@code 7A 61K   9/16   A}. */
    private static final Pattern EDITIONED = Pattern.compile(
            "\\d?\\s*([A-H])\\s?(\\d{2})\\s?([A-Z])\\s*(\\d{1,4})\\s*/\\s*(\\d{2,6})(?!\\d).*", Pattern.DOTALL);

    /** What stands before a further code; not what is between an edition and the symbol behind it. */
    private static final Pattern NEXT_CODE = Pattern.compile(
            "(?<![\\s,;])(?<!(?:^|[\\s,;])\\d)[\\s,;]++(?=(?:\\d\\s*)?[A-H]\\s?\\d{2}\\s?[A-Z]\\s*\\d{1,4}\\s*/)");

    private static final Pattern SUBGROUP_AT_END = Pattern.compile(".*/\\d{2,6}");
    private static final Pattern VERSION = Pattern.compile("\\d{8}");

    /** A line break as web pages have it, or as programs write it that print texts. */
    private static final Pattern PRINTED_BREAK = Pattern.compile("<br\\s*/?>|\\\\[nr]", Pattern.CASE_INSENSITIVE);

    private IpcText() {}

    /** A cell of codes whose line breaks are such, and whose slashes: web pages and typesetting have other ones. */
    public static String plain(String cell) {
        String text = cell;
        if (text.indexOf('&') >= 0) {
            text = Entities.decoded(text);
        }
        if (text.indexOf('<') >= 0 || text.indexOf('\\') >= 0) {
            text = PRINTED_BREAK.matcher(text).replaceAll("\n");
        }
        boolean hasOtherSlashes = text.indexOf('\u2044') >= 0 || text.indexOf('\u2215') >= 0;
        return hasOtherSlashes ? text.replace('\u2044', '/').replace('\u2215', '/') : text;
    }

    /** A code in the fixed width of WIPO's ST.8; a text of another form as it stands. */
    public static String ofFixedWidth(String text) {
        String code = text.strip();
        Matcher m = FIXED_WIDTH.matcher(code);
        if (m.matches()) {
            return of(m.group(1) + "/" + m.group(2), m.group(3), m.group(4), m.group(5), m.group(6));
        }
        Matcher subclass = SUBCLASS.matcher(code);
        return subclass.matches() ? subclass.group(1) : code;
    }

    /** A code of IPC 1 to 7 with its edition before it; a text of another form as it stands. */
    public static String ofEdition(String text) {
        String code = text.strip();
        Matcher m = EDITIONED.matcher(code);
        return m.matches() ? m.group(1) + m.group(2) + m.group(3) + " " + m.group(4) + "/" + m.group(5) : code;
    }

    /** Codes of IPC 1 to 7, as {@link #ofEdition}, of a text that may hold several: {@code B28B5/02 B28B7/00}. */
    public static List<String> ofEditions(String text) {
        return NEXT_CODE.splitAsStream(text.strip()).map(IpcText::ofEdition).toList();
    }

    /** A symbol of its parts; empty where there is none. */
    public static String symbol(String section, String ipcClass, String subclass, String group, String subgroup) {
        String twoDigits = ipcClass.length() == 1 ? "0" + ipcClass : ipcClass;
        String head = section + twoDigits + subclass;
        return group.isEmpty() ? head : head + " " + group + (subgroup.isEmpty() ? "" : "/" + subgroup);
    }

    /**
     * A symbol with what is known of it. Position and value are told only together with a subgroup, and a position only
     * together with a value.
     *
     * @param version date of the version, with or without hyphens; may be empty or null, as all that follow
     * @param level A, C or S; A where it is not known
     * @param position F for the first code of a document, L for a later one
     * @param value I for the invention, N or A for what is additional
     */
    public static String of(String symbol, String version, String level, String position, String value) {
        String code = symbol.strip();
        String date = letters(version).replace("-", "");
        String kind = letters(value).equals("A") ? "N" : letters(value);
        boolean known = kind.equals("I") || kind.equals("N");
        if (!known || !SUBGROUP_AT_END.matcher(code).matches()) {
            return code;
        }
        String place = letters(position);
        return code
                + (VERSION.matcher(date).matches() ? "  " + date : "")
                + (letters(level).isEmpty() ? "A" : letters(level))
                + (place.equals("F") || place.equals("L") ? place : "")
                + kind;
    }

    private static String letters(String text) {
        return text == null ? "" : text.strip();
    }
}
