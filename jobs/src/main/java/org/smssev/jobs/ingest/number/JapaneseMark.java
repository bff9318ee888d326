package org.smssev.jobs.ingest.number;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Japanese publications have in front of their number that is no letter of an era and not part of it: P, which the Japan Patent
 * Office prints before numbers of patents and their unexamined applications, {@code P2001-118988} and {@code P3123456}, the kinds of
 * unexamined ones as others cite them, {@code JP-A-2001-118988}, {@code JP Tokkai H10-123456}, and the names of the kinds as J-PlatPat
 * has them, {@code 特開平10-123456} and {@code 特許第6543211号}.
 */
final class JapaneseMark {
    private static final String COUNTRY = "(?i)^(?:JP)?[\\s-]*";
    /** A serial number behind a year of four digits, or one of an era. */
    private static final String OF_YEAR =
            "[\\s-]*(?=(?:19|20)\\d\\d-?\\d{1,6}(?!\\d)|(?:[HS]|平成?|昭和?)?\\s?\\d{1,2}-\\d{1,6}(?!\\d))";
    /** The same of years since which examined publications are of one kind, whether published before or not. */
    private static final String EXAMINED = "[\\s-]*(?=(?:(?:H|平成?)\\s?\\d{1,2}|(?:S|昭和?)\\s?6[1-4])-\\d{1,6}(?!\\d))";
    /** Seven digits without a hyphen, though they may start like a year. */
    private static final String REGISTERED = "(?=\\d{7}(?!\\d))";

    /** A kind that only what stands beside the number tells. */
    private static final String OPEN = "";

    /** What stands behind numbers: 号 and 公報, and of patents the number again, {@code 特許第6543211号(P6543211)}. */
    private static final Pattern END = Pattern.compile("(?<=\\d)号(?:公報)?(?:\\s?\\(P\\d{7}\\))?");

    /**
     * A kind of publications.
     *
     * @param mark what they have in front of the number
     * @param kind kind that DOCDB has for them; null where the number is as well known without, {@link #OPEN} where it is not
     */
    private record Kind(Pattern mark, String kind) {
        Kind(String mark, String kind) {
            this(Pattern.compile(COUNTRY + mark), kind);
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind("P" + REGISTERED, null),
            new Kind("特許第?\\s?" + REGISTERED, null),
            new Kind("(?:P|A|TOKKAI|KOKAI|特開|特表)" + OF_YEAR, "A"),
            new Kind("特公" + EXAMINED, "B2"),
            new Kind("実公" + EXAMINED, "Y2"),
            // Until Showa 60 it tells whether there was an unexamined one, which has the same digits.
            new Kind("[特実]公" + OF_YEAR, OPEN),
            new Kind("実[開表]" + OF_YEAR, "U"),
            new Kind("(?:実登|登録実用新案第?|実用新案登録第?)\\s?(?=3\\d{6}(?!\\d))", "U"),
            new Kind("再(?:公表特許|公表|表)\\s?(?=(?:WO)?\\s?20\\d\\d/\\d{6}(?!\\d))", "A1"));

    /**
     * A year of two digits that may be of Japan or of a PCT publication under the wrong country, {@code JP 02/043615}; those of 32 to
     * 64 are of Showa alone.
     */
    private static final Pattern UNTOLD =
            Pattern.compile("(?i)^(?:JP)?[\\s-]*(?!(?:3[2-9]|[45]\\d|6[0-4])/)\\d{1,2}/\\d{1,6}$");

    private static final Pattern HEISEI = Pattern.compile("^平成?");
    private static final Pattern SHOWA = Pattern.compile("^昭和?");

    /** Characters of marks as China and Taiwan write them, and as Japan does. */
    private static final String OF_CHINA = "开许实實號报录";

    private static final String OF_JAPAN = "開許実実号報録";

    private static final String MARKS = "特実再登实實";
    /** What else a mark may start with. */
    private static final String LETTERS = "PATK";

    private JapaneseMark() {}

    /**
     * A number of Japan without its mark.
     *
     * @param kind kind that is given beside it; null if there is none, as the mark then tells
     * @return null where it has no mark
     */
    static PublicationNumber.Parts read(String given, String kind) {
        char first = first(given);
        String text = MARKS.indexOf(first) < 0 ? given : ofJapan(given);
        if (kind == null && Ascii.isDigit(first) && UNTOLD.matcher(text).matches()) {
            return new PublicationNumber.Parts(text, "JP", null);
        }
        // Most have none, and there are many patterns.
        if (MARKS.indexOf(first) < 0 && LETTERS.indexOf(first) < 0) {
            return null;
        }
        for (Kind of : KINDS) {
            Matcher mark = of.mark().matcher(text);
            boolean isOpen = kind == null && OPEN.equals(of.kind());
            if (!isOpen && mark.find()) {
                String number = END.matcher(text.substring(mark.end())).replaceFirst("");
                PublicationNumber.Parts parts = PublicationNumber.parse(
                        "JP " + spelled(number, "A1".equals(of.kind())), "JP", kind == null ? of.kind() : kind);
                return parts.isKnown() ? parts : null;
            }
        }
        return null;
    }

    private static String ofJapan(String text) {
        String own = text;
        for (int i = 0; i < OF_CHINA.length(); i++) {
            own = own.replace(OF_CHINA.charAt(i), OF_JAPAN.charAt(i));
        }
        return own;
    }

    /** The first character behind the country, in capitals; a blank where there is none. */
    private static char first(String text) {
        int at = text.regionMatches(true, 0, "JP", 0, 2) ? 2 : 0;
        while (at < text.length() && (text.charAt(at) == '-' || Character.isWhitespace(text.charAt(at)))) {
            at++;
        }
        return at < text.length() ? Character.toUpperCase(text.charAt(at)) : ' ';
    }

    /** Whether a text starts with the first character of a mark, which no other office's numbers start with. */
    static boolean isJapanese(String text) {
        return !text.isEmpty() && MARKS.indexOf(text.charAt(0)) >= 0;
    }

    /** With letters of eras, and of the PCT where its publication is published again. */
    private static String spelled(String number, boolean isAgain) {
        String heisei = HEISEI.matcher(number).replaceFirst("H");
        return (isAgain && !number.startsWith("WO") ? "WO" : "")
                + SHOWA.matcher(heisei).replaceFirst("S");
    }
}
