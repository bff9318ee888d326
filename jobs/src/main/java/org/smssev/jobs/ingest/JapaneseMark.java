package org.smssev.jobs.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Japanese publications have in front of their number that is no letter of an era and not part of it: P, which the Japan Patent
 * Office prints before numbers of patents and their unexamined applications, {@code P2001-118988} and {@code P3123456}, and the
 * kinds of unexamined ones as others cite them, {@code JP-A-2001-118988}, {@code JP Tokkai H10-123456} and {@code 特開平10-123456}.
 */
final class JapaneseMark {
    /** An unexamined application, which is of a year of four digits or of an era. */
    private static final Pattern UNEXAMINED =
            Pattern.compile("(?i)^(?:JP)?[\\s-]*(?:P|A|TOKKAI|KOKAI|特開)[\\s-]*(?=(?:19|20)\\d\\d-?\\d{1,6}(?!\\d)"
                    + "|[HS平昭]?\\s?\\d{1,2}-\\d{1,6}(?!\\d))");

    /** A patent, whose number has no year: seven digits without a hyphen, though they may start like one. */
    private static final Pattern PATENT = Pattern.compile("(?i)^(?:JP)?[\\s-]*P(?=\\d{7}(?!\\d))");

    private JapaneseMark() {}

    /**
     * A number of Japan without its mark.
     *
     * @param kind kind that is given beside it; null if there is none, as the mark of unexamined applications then tells
     * @return null where it has no mark
     */
    static PublicationNumber.Parts read(String text, String kind) {
        Matcher patent = PATENT.matcher(text);
        if (patent.find()) {
            return PublicationNumber.parse("JP " + text.substring(patent.end()), "JP", kind);
        }
        Matcher unexamined = UNEXAMINED.matcher(text);
        if (unexamined.find()) {
            String number = text.substring(unexamined.end()).replace('平', 'H').replace('昭', 'S');
            return PublicationNumber.parse("JP " + number, "JP", kind == null ? "A" : kind);
        }
        return null;
    }
}
