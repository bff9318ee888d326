package org.smssev.jobs.ingest.number;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Digits of Korean publications as DOCDB has them. The office puts the type of right in front, 10 for patents and 20 for utility
 * models: of an application it stands before the year, {@code 10-2020-0094567}, and goes; of a grant before its serial number, where it
 * stays, while the register's {@code -0000} behind it goes, {@code 10-1740313-0000} (KIPRIS, which has both without hyphens as well).
 */
final class KoreanNumber {
    /** A registration, which hyphens tell from an application of the same digits. */
    private static final Pattern REGISTERED =
            Pattern.compile("(?i)^((?:KR)?[\\s-]*[12]0)-(\\d{7})-(?:0000|00-00)(?!\\d)");

    /** An application, likewise. */
    private static final Pattern APPLICATION =
            Pattern.compile("(?is)^((?:KR)?[\\s-]*)([12])0-((?:19|20)\\d\\d)-(\\d{7})(?!\\d)\\s*(.*)");

    /** Year and serial number. */
    private static final Pattern OF_YEAR_OF_TWO = Pattern.compile("19(?:79|8\\d|9[0-7])\\d{7}");

    private static final int YEAR = 4;
    /** The office's first year, and one that is not over soon: what is not between them is part of a grant's number. */
    private static final String FIRST = "1946";

    private static final String LAST = "2040";
    /** Digits of an application with the type of right, as many as of a registration with what the register puts behind. */
    private static final int WHOLE = 13;

    private static final String REGISTER = "0000";
    private static final String MODEL = "U";

    private KoreanNumber() {}

    /**
     * A text without what the register puts behind a grant's number, or without the type of right, where hyphens tell it. That of a
     * utility model becomes the kind, where none is given: a patent may have the same year and number.
     *
     * @param kind kind given beside it; may be null
     */
    static String spelled(String text, String kind) {
        String registered = REGISTERED.matcher(text).replaceFirst("$1$2");
        Matcher m = APPLICATION.matcher(registered);
        if (!m.matches()) {
            return registered;
        }
        boolean isModel = m.group(2).equals("2") && m.group(5).isEmpty() && kind == null;
        return m.group(1) + m.group(3) + m.group(4) + (isModel ? MODEL : m.group(5));
    }

    /**
     * The kind of a publication, also that which the type of right in front of its year tells.
     *
     * @param kind null if unknown
     */
    static String kind(String given, String kind) {
        return kind == null && given.length() == WHOLE && given.startsWith("20") && isOfYear(given) ? MODEL : kind;
    }

    /**
     * Whether a number without a kind may be an application and a registration with what the register puts behind:
     * {@code 1020200090000}. An application ends so once in ten thousand.
     *
     * @param kind null if unknown
     */
    static boolean isDoubtful(String given, String kind) {
        boolean isWhole = given.length() == WHOLE && (given.startsWith("10") || given.startsWith("20"));
        return kind == null && isWhole && given.endsWith(REGISTER) && isOfYear(given);
    }

    /**
     * The digits of a publication.
     *
     * @param kind null if unknown
     */
    static String digits(String given, String kind) {
        boolean isGrant = kind != null && (kind.startsWith("B") || kind.startsWith("Y"));
        if (given.length() == WHOLE && (given.startsWith("10") || given.startsWith("20"))) {
            if (given.endsWith(REGISTER) && (isGrant || !isOfYear(given))) {
                return given.substring(0, WHOLE - REGISTER.length());
            }
            return isOfYear(given) ? withYearOfTwo(given.substring(2), kind) : given;
        }
        if (kind == null) {
            return given;
        }
        boolean isModel = kind.startsWith("U") || kind.startsWith("Y");
        String number = given;
        // Some fill the serial number up to eight digits.
        String serial =
                isGrant && given.length() == 8 && given.startsWith("0") ? DocdbDigits.withoutZeros(given) : given;
        if (isGrant && (serial.length() == 7 || serial.length() == 6)) {
            number = (isModel ? "20" : "10") + DocdbDigits.filled(serial, 7);
        }
        // Registered utility models, 20 and seven digits from 0 to 0499999, start like the years 2000 to 2004.
        boolean isRegistered = number.compareTo("2000") >= 0 && number.compareTo("2005") < 0;
        boolean isOfYear = kind.startsWith("A") || kind.startsWith("U") && !isRegistered;
        return withYearOfTwo(isOfYear ? KoreanApplication.filled(number) : number, kind);
    }

    /** Until 1997 the year has two digits in DOCDB, of applications and of grants that have the number of theirs. */
    private static String withYearOfTwo(String number, String kind) {
        boolean isOf = kind != null && (kind.equals("A") || kind.equals("B1"));
        return isOf && OF_YEAR_OF_TWO.matcher(number).matches() ? number.substring(2) : number;
    }

    private static boolean isOfYear(String whole) {
        String year = whole.substring(2, 2 + YEAR);
        return year.compareTo(FIRST) >= 0 && year.compareTo(LAST) < 0;
    }
}
