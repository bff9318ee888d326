package org.smssev.jobs.ingest.number;

import java.util.Set;

/**
 * Digits of German applications as DOCDB has them, with the type of right in front: since 2004 of two digits,
 * {@code DE200510012345} of EPODOC and Derwent is 102005012345, from 1995 on of one, {@code DE19991018735} is 19918735. Before, the
 * first two digits tell the year less 50, and the year of utility models, {@code DE19888804767U}.
 */
final class GermanApplication {
    private static final int YEAR = 4;
    /** Digits of a number of EPODOC: a year and seven; and with a type of right of two digits behind the year. */
    private static final int EPODOC = 11;

    private static final int TYPED = 12;

    /** Types of right. */
    private static final Set<String> TYPES = Set.of("10", "11", "20", "21");
    /** The same before 2004, with a zero: patents, utility models, translations of European patents. */
    private static final Set<String> OLD_TYPES = Set.of("10", "20", "60");
    /** In this year the type is also what a utility model of 2010 or 2011 starts with. */
    private static final String AMBIGUOUS = "2020";

    /** The first year whose number tells it, the first of types of right, and the first of years of four digits. */
    private static final int FIRST_YEAR = 1968;

    private static final int FIRST_TYPED = 1995;
    private static final int CENTURY = 2004;

    private GermanApplication() {}

    /**
     * The digits.
     *
     * @param digits those of a number that starts like a year
     * @param letter kind letter; null if there is none
     * @return the digits as they are where they are of another form
     */
    static String digits(String digits, String letter) {
        if (digits.length() == EPODOC) {
            return ofEpodoc(Integer.parseInt(digits.substring(0, YEAR)), digits, letter);
        }
        if (digits.length() != TYPED || digits.startsWith(AMBIGUOUS)) {
            return digits;
        }
        String type = digits.substring(YEAR, YEAR + 2);
        return TYPES.contains(type) ? type + digits.substring(0, YEAR) + digits.substring(YEAR + 2) : digits;
    }

    private static String ofEpodoc(int year, String digits, String letter) {
        String number = digits.substring(YEAR);
        if (year >= FIRST_TYPED && year < CENTURY && OLD_TYPES.contains(number.substring(0, 2))) {
            return number.charAt(0) + digits.substring(2, YEAR) + number.substring(2);
        }
        boolean isOld = year >= FIRST_YEAR && year < FIRST_TYPED;
        int first = "U".equals(letter) ? year % 100 : year % 100 - 50;
        return isOld && number.startsWith(Integer.toString(first)) ? number : digits;
    }
}
