package org.smssev.jobs.ingest.format;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as China, Japan and Korea write them in words, {@code 2014年6月16日} and {@code 2014년 6월 16일}, in Japan also with the year
 * of an era, {@code 令和7年10月8日}, the first of which is 元年. There is but one reading.
 */
public final class EastAsianDate {
    /**
     * An era.
     *
     * @param before the year before its first
     * @param last number of its last year, and one more, as forms were printed ahead
     */
    private record Era(int before, int last) {}

    private static final Map<String, Era> ERAS = Map.of(
            "明治", new Era(1867, 46),
            "大正", new Era(1911, 16),
            "昭和", new Era(1925, 65),
            "平成", new Era(1988, 32),
            "令和", new Era(2018, 99));

    private static final Pattern DATE = Pattern.compile("(?:(明治|大正|昭和|平成|令和) ?(元|\\d{1,2})|(\\d{4}))"
            + " ?[年년] ?(\\d{1,2}) ?[月월] ?(\\d{1,2}) ?[日일](?:[T ]\\d{1,2}:\\d{2}.{0,20})?");

    private static final int LONGEST = 50;

    private EastAsianDate() {}

    /** The date of a text, digits of full width included; null where it is not written so, or there is no such day. */
    public static LocalDate of(String text) {
        if (text.length() > LONGEST || text.indexOf('年') < 0 && text.indexOf('년') < 0) {
            return null;
        }
        Matcher m =
                DATE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
        if (!m.matches()) {
            return null;
        }
        try {
            return LocalDate.of(year(m), Integer.parseInt(m.group(4)), Integer.parseInt(m.group(5)));
        } catch (DateTimeException e) {
            // No such day: what it stands in is rejected for the text.
            return null;
        }
    }

    private static int year(Matcher m) {
        if (m.group(1) == null) {
            return Integer.parseInt(m.group(3));
        }
        Era era = ERAS.get(m.group(1));
        int year = m.group(2).equals("元") ? 1 : Integer.parseInt(m.group(2));
        if (year < 1 || year > era.last()) {
            throw new DateTimeException("The era had no year " + year);
        }
        return era.before() + year;
    }
}
