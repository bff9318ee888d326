package org.smssev.jobs.ingest.number;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Publication numbers with letters within or at their end, which are no kind: those of India by its patent offices, and of
 * Singapore since 2014 with their check letter.
 */
final class LetteredNumber {
    /** Year, letters and a number, {@code IN2005DE01234A}, as Derwent has it. */
    private static final Pattern OF_YEAR = Pattern.compile("([A-Z]{2})(\\d{4}[A-Z]{2,5}\\d{3,})([A-Z]\\d?)?");
    /** As India's offices write it, {@code IN 12/MUM/2005 A}, without marks; some fill the number up with zeros. */
    private static final Pattern INDIA = Pattern.compile("(IN)0*([1-9]\\d{0,5}[A-Z]{2,5}(?:19|20)\\d\\d)([A-Z]\\d?)?");

    /** The same with the patent office in front, {@code DEL/1236/2012}. */
    private static final Pattern INDIAN =
            Pattern.compile("(?i)^(?:IN)?[\\s-]*([A-Z]{3,5})/(\\d{1,6})/((?:19|20)\\d\\d)(?!\\d)");

    private static final Pattern SINGAPORE = Pattern.compile("(SG)?(1[01]20\\d{7})([A-Z])([A-Z]\\d?)?");
    /** The hyphen in front of a kind, where the check letter is missing. */
    private static final Pattern SINGAPORE_KIND = Pattern.compile("(?i)\\s*SG[\\s-]*1[01]20\\d{7}-[A-Z]\\s*");

    private LetteredNumber() {}

    /**
     * Reads a number of Singapore; null if it is none. Derwent leaves its check letter out, so that the letter at the end may be
     * the kind: it is where it is that given beside the number, in a column of its own, or stands behind a hyphen.
     *
     * @param text the number as given
     * @param compact the same without marks
     * @param office office given beside it; may be null
     * @param kind kind given beside it; may be null
     */
    static PublicationNumber.Parts singapore(String text, String compact, String office, String kind) {
        Matcher m = SINGAPORE.matcher(compact);
        if (!m.matches() || m.group(1) == null && !"SG".equals(office)) {
            return null;
        }
        String letter = m.group(3);
        boolean isTakenOff = m.group(1) != null && letter.equals(kind);
        if (m.group(4) == null && (isTakenOff || SINGAPORE_KIND.matcher(text).matches())) {
            return PublicationNumber.whole("SG", m.group(2), letter);
        }
        return PublicationNumber.whole("SG", m.group(2) + letter, m.group(4) == null ? kind : m.group(4));
    }

    /** A number of India with the letters of its patent office behind the serial number, where they stand in front of it. */
    static String indian(String text) {
        Matcher m = INDIAN.matcher(text);
        return m.find() ? "IN" + m.group(2) + m.group(1) + m.group(3) + text.substring(m.end()) : text;
    }

    /**
     * Reads a number with letters within; null if it is none.
     *
     * @param office office given beside it; may be null
     */
    static PublicationNumber.Parts within(String compact, String office, String kind) {
        boolean isBare = "IN".equals(office) && !compact.startsWith("IN");
        for (Pattern pattern : List.of(INDIA, OF_YEAR)) {
            Matcher m = pattern.matcher(isBare ? office + compact : compact);
            if (m.matches()) {
                String own = m.group(3) == null ? kind : m.group(3);
                return PublicationNumber.whole(m.group(1), docdb(m.group(1), m.group(2)), own);
            }
        }
        return null;
    }

    /** A publication of India has the number of its application, which sources spell in several ways. */
    private static String docdb(String office, String number) {
        String key = office.equals("IN") ? LetteredApplication.indian(number) : null;
        return key == null ? number : key.substring(2);
    }
}
