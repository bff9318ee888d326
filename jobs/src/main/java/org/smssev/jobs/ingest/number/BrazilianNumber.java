package org.smssev.jobs.ingest.number;

import java.util.regex.Pattern;

/**
 * Numbers of Brazil of applications filed before 2004, which have no letters in DOCDB: {@code PI 9801234-5} is {@code BR 9801234 A}
 * (EPO Newsflash 09/07). Grants published later keep theirs, {@code BRPI9801234B1}.
 */
final class BrazilianNumber {
    /** The letters of patents, and year and serial number. */
    private static final String PATENT = "PI";

    private static final Pattern OLD = Pattern.compile("(?:[7-9]\\d|0[0-3])\\d{5}");
    /** Years of utility models are those since 1920, so that this is 2003; before 1970 there were none of these. */
    private static final Pattern OLD_MODEL = Pattern.compile("(?:[5-7]\\d|8[0-3])\\d{5}");

    private BrazilianNumber() {}

    /** Whether letters and digits are an application of a patent of before 2004. */
    static boolean isOldPatent(String letters, String digits) {
        return letters.equals(PATENT) && OLD.matcher(digits).matches();
    }

    /** Whether they are a publication, as its kind tells, that has no letters in DOCDB. */
    static boolean isOldPublication(String letters, String digits, String kind) {
        if (kind == null) {
            return false;
        }
        return kind.startsWith("A") && isOldPatent(letters, digits)
                || kind.startsWith("U")
                        && letters.equals("MU")
                        && OLD_MODEL.matcher(digits).matches();
    }
}
