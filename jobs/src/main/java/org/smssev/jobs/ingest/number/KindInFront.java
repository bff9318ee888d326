package org.smssev.jobs.ingest.number;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Publications as patents cite them by WIPO's standard ST.14: office, kind and number, {@code WO-A1-2005/012345}. Of the kind many
 * give the letter alone, {@code EP-A-0123456}. It is the kind then, as {@code US-A-4233567} has no other.
 */
final class KindInFront {
    /**
     * Not where the letter starts the number: of designs and others of the United States, {@code AT-E50599}, {@code HU-T36091}. Nor
     * where the digit may be the year of a Japanese era: {@code JP-T8-500123}.
     */
    private static final Pattern NUMBER = Pattern.compile(
            "(?!US-[^AB]|AT-[AE](?!\\d)|FI-[CU]|GE-|HU-[ET]|LT-C|LU-C|SM-|JP-[A-Z]\\d[\\s-]+\\d{1,6}(?![\\d-]))"
                    + "([A-Z]{2})-([ABCDETUY]\\d?)(?:\\s?-\\s?|\\s)"
                    + "((?:PI|MU)?\\d.*)");

    private KindInFront() {}

    /** Reads such a number; null if it is none. */
    static PublicationNumber.Parts read(String text) {
        // The hyphen tells it of nearly all others.
        Matcher m = text.indexOf('-') == 2 ? NUMBER.matcher(text.toUpperCase(Locale.ROOT)) : null;
        if (m == null || !m.matches()) {
            return null;
        }
        PublicationNumber.Parts parts = PublicationNumber.parse(m.group(1) + " " + m.group(3), m.group(1), m.group(2));
        return parts.isKnown() ? parts : null;
    }
}
