package org.smssev.jobs.ingest.number;

import java.util.Set;

/** Kind letters of applications, by which those are told apart that are numbered apart, so that one number may be of both. */
public final class ApplicationKind {
    /** Offices that count utility models apart from patents. */
    private static final Set<String> APART =
            Set.of("JP", "KR", "ES", "AT", "CZ", "SK", "DK", "IT", "MX", "HU", "RO", "VN", "PH");

    /** Digits of an application of the United States, its series of two digits among them. */
    private static final int OF_SERIES = 8;

    /** Most digits of an application of Brazil of before 2004. */
    private static final int OF_BRAZIL = 7;

    private ApplicationKind() {}

    /** Whether an office counts utility models apart from patents. */
    public static boolean isCountedApart(String office) {
        return APART.contains(office);
    }

    /** Whether a number tells by its series, or by a digit behind its year, whether it is of a design. */
    public static boolean isToldByDigits(String office) {
        return office.equals("US") || office.equals("CN");
    }

    /**
     * The letter of applications that are counted apart from those of the same digits, O for old ones of the United States; empty for
     * all others. Provisional ones with their series, 60 to 63, are told by it, with a letter or without.
     *
     * @param letter kind letter; null if there is none
     * @param isOld whether it is one of the United States in DOCDB's form of before March 2011, which has no series
     */
    static String of(String office, String digits, String letter, boolean isOld) {
        boolean isAmerican = office.equals("US");
        boolean isOfSeries = isAmerican && !isOld && digits.length() == OF_SERIES;
        return switch (letter == null ? "" : letter) {
            case "F", "S" -> isOfSeries || office.equals("CN") ? "" : "F";
            case "P" -> isAmerican && !(isOfSeries && digits.charAt(0) == '6') ? "P" : "";
            case "U" -> APART.contains(office) || isOldOfBrazil(office, digits) ? "U" : isOld ? "O" : "";
            default -> isOld ? "O" : "";
        };
    }

    /** Whether a number is one of Brazil of before 2004, where utility models of 1999 have those of patents of 1979. */
    private static boolean isOldOfBrazil(String office, String digits) {
        return office.equals("BR") && digits.length() <= OF_BRAZIL;
    }

    /** The letter of an application of another office than the United States', likewise. */
    static String of(String office, String digits, String letter) {
        return of(office, digits, letter, false);
    }
}
