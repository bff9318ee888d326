package org.smssev.jobs.ingest.number;

import java.util.regex.Pattern;

/**
 * Numbers of Brazil of applications filed before 2004, which have no letters in DOCDB: {@code PI 9801234-5} is {@code BR 9801234 A}
 * (EPO Newsflash 09/07). Grants published later keep theirs, {@code BRPI9801234B1}.
 */
final class BrazilianNumber {
    /** Letters of patents and of utility models. */
    static final String PATENT = "PI";

    static final String MODEL = "MU";

    /** Year and serial number. */
    private static final Pattern OLD = Pattern.compile("(?:[7-9]\\d|0[0-3])\\d{5}");
    /** The same of utility models, whose years are counted from 1920: 79 is 1999, 83 is 2003. */
    private static final Pattern OLD_MODEL = Pattern.compile("(?:[5-7]\\d|8[0-3])\\d{5}");

    private BrazilianNumber() {}

    /** Whether letters and digits are an application of before 2004. */
    static boolean isOld(String letters, String digits) {
        return isOldPatent(letters, digits) || isOldModel(letters, digits);
    }

    /** Whether they are one of a patent. */
    static boolean isOldPatent(String letters, String digits) {
        return letters.equals(PATENT) && OLD.matcher(digits).matches();
    }

    /** Whether they are a publication, as its kind tells, that has no letters in DOCDB. */
    static boolean isOldPublication(String letters, String digits, String kind) {
        if (kind == null) {
            return false;
        }
        return kind.startsWith("A") && isOldPatent(letters, digits)
                || kind.startsWith("U") && isOldModel(letters, digits);
    }

    /** The kind letter that is left of an application: letters in front tell patents from utility models, where they stay. */
    static String letter(String letters, boolean isOld, String letter) {
        boolean isModel = letters.equals(MODEL);
        return isOld && isModel ? "U" : isModel || letters.equals(PATENT) ? null : letter;
    }

    private static boolean isOldModel(String letters, String digits) {
        return letters.equals(MODEL) && OLD_MODEL.matcher(digits).matches();
    }
}
