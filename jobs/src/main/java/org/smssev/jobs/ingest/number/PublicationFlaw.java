package org.smssev.jobs.ingest.number;

import java.util.regex.Pattern;

/** Why a text is no number of one publication. What is none would make one publication of all records that have it. */
public final class PublicationFlaw {
    /** A rounded number without sign and fraction, {@code 2E11}, which a number of known form may look like, {@code US2E1}. */
    private static final Pattern SCIENTIFIC = Pattern.compile("(?i)(?:[A-Z]{2}-?)?\\dE\\d+");
    /** An issue of the journal of India's patent office and its year, which many publications share. */
    private static final Pattern ISSUE = Pattern.compile(
            "(?i)\\s*(?:IN)?[\\s-]*(?:0?[1-9]|[1-4]\\d|5[0-3])\\s*/\\s*(?:19|20)\\d\\d[\\s.]*(?:\\(?[A-Z]\\d?\\)?\\s*)?");

    private static final Pattern US_SERIES = Pattern.compile("\\d{2}/\\d{3},?\\d{3}");
    private static final Pattern PCT = Pattern.compile("(?i)(?:WO\\s*)?PCT/");

    /** A footer or a title: words with a colon, or several. */
    private static final Pattern WORDS = Pattern.compile("\\p{L}{3,}\\s*:|(?:\\p{L}{3,}\\P{L}.*?){3}\\p{L}{3,}");
    /** Longer numbers of unknown form are none. */
    private static final int LONGEST_UNKNOWN = 100;

    /** What databases write for none. */
    private static final String NONE = "-1";

    private PublicationFlaw() {}

    /**
     * Whether what is cited is an application, and no publication: of the United States by its series, {@code 10/123,456}, or of the PCT.
     *
     * @param country its country, in capitals; may be null
     */
    public static boolean isApplication(String country, String number) {
        String text = number.strip();
        return PCT.matcher(text).lookingAt()
                || "US".equals(country) && US_SERIES.matcher(text).matches();
    }

    /** Whether a text is an issue of India's journal, {@code 35/2014}, which stands where others have a publication's number. */
    public static boolean isIssue(String raw, String office) {
        return "IN".equals(office) && ISSUE.matcher(raw).matches();
    }

    /**
     * The flaw in words; null if the text may be a number.
     *
     * @param raw the text as given
     * @param parts what was read of it
     */
    public static String of(String raw, PublicationNumber.Parts parts) {
        boolean isKnown = parts.isKnown();
        // An exponent of one digit looks like a kind, so that the form seems known.
        boolean isRounded = RoundedNumber.isOne(raw)
                || !isKnown && (SCIENTIFIC.matcher(raw).matches() || RoundedNumber.isOne(BareNumber.of(raw.strip())));
        if (isRounded) {
            return "a spreadsheet program rounded the publication number to '" + raw
                    + "'. Export the table again, with the numbers as text.";
        }
        if (isIssue(raw, parts.office())) {
            return "'" + raw
                    + "' is an issue of the journal of the Indian patent office, not a number. Use the"
                    + " column of application numbers instead.";
        }
        boolean isOfZeros = NONE.equals(raw) || !PublicationNumber.hasNonZero(isKnown ? serial(parts) : raw);
        boolean isLong = raw.length() > LONGEST_UNKNOWN;
        boolean isNone = isOfZeros || !isKnown && (isLong || WORDS.matcher(raw).find());
        return isNone
                ? "'" + (isLong ? raw.substring(0, LONGEST_UNKNOWN) + "…" : raw) + "' is not a publication number"
                : null;
    }

    private static String serial(PublicationNumber.Parts parts) {
        String number = parts.canonical().substring(parts.office().length());
        String kind = "-" + parts.kind();
        return number.endsWith(kind) ? number.substring(0, number.length() - kind.length()) : number;
    }
}
