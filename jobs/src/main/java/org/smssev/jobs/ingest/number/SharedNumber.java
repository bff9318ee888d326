package org.smssev.jobs.ingest.number;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Numbers that an office gives all publications of an application: {@code CN-103175679-A} is granted as {@code CN-103175679-B}. Where
 * nothing else tells what publications belong together, these do.
 *
 * <p>Not Japan, Korea before 1997 and the older series of other offices, which count their kinds apart, so that one number is of
 * several inventions; nor utility models and designs. An application of the United States and its grant have no number in common.
 */
public final class SharedNumber {
    /** By office the numbers of its series, without office and kind; of the United States with the kind. */
    private static final Map<String, Pattern> SERIES = Map.ofEntries(
            Map.entry("EP", Pattern.compile("\\d{7}")),
            Map.entry("WO", Pattern.compile("(?:19|20)\\d{8}")),
            // Until 2007 grants had numbers of their own, of fewer digits or below 101.
            Map.entry("CN", Pattern.compile("1(?:0[1-9]|[1-9]\\d)\\d{6}")),
            Map.entry("FR", Pattern.compile("[23]\\d{6}")),
            Map.entry("GB", Pattern.compile("2\\d{6}")),
            Map.entry("DE", Pattern.compile("10(?:20[0-4]\\d)\\d{6}|1\\d{7}")),
            // Not the digits of a patent with the kind of an application, which are those of the application.
            Map.entry("US", Pattern.compile("20[0-4]\\d{8}(?:-A\\d)?|\\d{7,8}(?:-[BC]\\d)?")),
            Map.entry("AU", Pattern.compile("20[0-4]\\d{7}")),
            Map.entry("CA", Pattern.compile("[23]\\d{6}")),
            Map.entry("ES", Pattern.compile("2\\d{6}")),
            Map.entry("BR", Pattern.compile("(?:1[0-3])20[0-4]\\d{7}|PI\\d{7}|[7-9]\\d{6}|[1-3]\\d{5}")),
            Map.entry("RU", Pattern.compile("2\\d{6}")));

    private static final Pattern OF_PATENTS = Pattern.compile("[ABC]\\d?");

    private SharedNumber() {}

    /**
     * What the publications of an application have in common.
     *
     * @return office and number, {@code CN-103175679}; null where other inventions may have them, too
     */
    public static String of(PublicationNumber.Parts publication) {
        Pattern series = publication.isKnown() ? SERIES.get(publication.office()) : null;
        if (series == null
                || publication.kind() != null
                        && (!OF_PATENTS.matcher(publication.kind()).matches()
                                || UtilityModel.isOne(publication.office(), publication.kind()))) {
            return null;
        }
        String canonical = publication.canonical();
        int end = publication.kind() == null
                ? canonical.length()
                : canonical.length() - publication.kind().length() - 1;
        boolean isOfSeries = series.matcher(canonical)
                .region(publication.office().length() + 1, publication.office().equals("US") ? canonical.length() : end)
                .matches();
        return isOfSeries ? withoutLetters(canonical.substring(0, end)) : null;
    }

    /** Of applications of Brazil of before 2004 only later publications have letters. */
    private static String withoutLetters(String number) {
        boolean isOld =
                number.startsWith("BR-PI") && BrazilianNumber.isOldPatent(BrazilianNumber.PATENT, number.substring(5));
        return isOld ? "BR-" + DocdbDigits.withoutZeros(number.substring(5)) : number;
    }
}
