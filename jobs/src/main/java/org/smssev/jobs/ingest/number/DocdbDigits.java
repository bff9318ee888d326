package org.smssev.jobs.ingest.number;

import java.util.Set;

/**
 * Digits of applications as DOCDB has them, by the year and the serial number that sources write apart, which is how Derwent and
 * EPODOC, the older form of Espacenet and OPS, have all of them (EPO: EPODOC and DOCDB number formats). An office that changed its
 * numbering counts by the year of the change; where it is not known what DOCDB has, there are none.
 */
final class DocdbDigits {
    /** First years in which numbers are as they are since then, or were until the next change. */
    private static final int EUROPE = 1977;

    private static final int FRANCE = 1969;
    private static final int BRITAIN = 1979;
    private static final int BRITISH_CENTURY = 2010;
    private static final int SWEDEN = 1973;
    private static final int AUSTRALIA = 2003;
    private static final int SPAIN = 1990;
    private static final int BELGIUM = 1990;
    private static final int SWITZERLAND = 2000;
    private static final int MEXICO = 2008;
    /** The year of the law since which there are other numbers. */
    private static final int HONG_KONG = 2019;
    /** From it on most offices have years of four digits. */
    private static final int CENTURY = 2000;
    /** Year of the calendar of Taiwan in front of its first. */
    private static final int REPUBLIC = 1911;

    private static final int YEAR = 4;

    /** Offices that number the parts of European patents for them as the European application. */
    private static final Set<String> OF_EUROPE = Set.of("AT", "DK", "ES");

    private DocdbDigits() {}

    /**
     * The digits.
     *
     * @param office two letters
     * @param year year of the number, four digits
     * @param given serial number, with zeros in front or without
     * @return null where the office is none of those known, or its serial numbers are shorter
     */
    static String of(String office, String year, String given) {
        String serial = withoutZeros(given);
        int y = Integer.parseInt(year);
        return switch (office) {
            case "EP" -> y >= EUROPE ? shortYear(year, serial, 6) : null;
            case "FR" -> y >= FRANCE ? shortYear(year, serial, 5) : serial.length() == 6 ? serial : null;
            case "GB" -> british(y, year, serial);
            case "SE" -> y >= SWEDEN ? shortYear(year, serial, 5) : null;
            case "JP" -> y >= CENTURY ? wholeYear(year, serial, 6) : yearBehind(year, serial, 6);
            case "AU" -> australian(y, year, serial);
            case "RU" -> y >= CENTURY ? wholeYear(year, serial, 6) : shortYear(year, serial, 6);
            case "ES" -> y >= CENTURY ? wholeYear(year, serial, 5) : y >= SPAIN ? shortYear(year, serial, 5) : null;
            case "TW" -> y > REPUBLIC ? taiwanese(y - REPUBLIC, serial) : null;
            case "ZA" -> y >= CENTURY ? wholeYear(year, serial, 5) : shortYear(year, serial, 4);
            case "KR" -> wholeYear(year, serial, 7);
            case "PT", "YU", "BG" -> yearBehind(year, serial, 6);
            case "IL", "NZ", "PL" -> serial.length() == 6 ? yearBehind(year, serial, 6) : null;
            case "AT" -> y >= CENTURY ? wholeYearBehind(year, serial, 5) : yearBehind(year, serial, 5);
            case "CH" -> y >= SWITZERLAND ? wholeYearBehind(year, serial, 5) : yearBehind(year, serial, 5);
            case "BE" -> y >= CENTURY ? wholeYear(year, serial, 5) : y >= BELGIUM ? shortYear(year, serial, 5) : null;
            // The serial number starts with the digit of a series.
            case "EA" -> wholeYear(year, serial, 5);
            case "DK", "RO", "SI", "TR" -> y >= CENTURY ? wholeYear(year, serial, 5) : null;
            // Utility models have five digits.
            case "CZ" -> y >= CENTURY ? wholeYear(year, serial, serial.length() == 5 ? 5 : 4) : null;
            case "FI", "NO" -> y >= CENTURY ? wholeYear(year, serial, 4) : shortYear(year, serial, 4);
            case "GR" -> y >= CENTURY ? wholeYear(year, serial, 7) : null;
            case "HK" -> y < HONG_KONG ? shortYear(year, serial, 6) : null;
            case "HU" -> y >= CENTURY ? shortYear(year, serial, 5) : null;
            case "IE" -> y >= CENTURY ? wholeYear(year, serial, 4) : null;
            case "MX" -> y >= MEXICO ? wholeYear(year, serial, 6) : null;
            default -> null;
        };
    }

    /**
     * The digits of a number with a kind letter: T is the part of a European patent for one country, which some offices number as the
     * European application, {@code AT 98938302 T}.
     *
     * @param letter null if there is none
     * @return null where they are not known
     */
    static String of(String office, String letter, String year, String given) {
        boolean isOfEurope = "T".equals(letter) && OF_EUROPE.contains(office);
        return of(isOfEurope ? "EP" : office, year, given);
    }

    /** Until 1977 the year stood behind the number, 12345/72; in 1978, when that changed, there are both. */
    private static String british(int y, String year, String serial) {
        if (y >= BRITISH_CENTURY) {
            return wholeYear(year, serial, 5);
        }
        if (y >= BRITAIN) {
            return shortYear(year, serial, 5);
        }
        return y < BRITAIN - 1 ? yearBehind(year, serial, 5) : null;
    }

    /** Until 2002 the year stood behind five digits; six digits are of the numbering since then. */
    private static String australian(int y, String year, String serial) {
        if (y >= AUSTRALIA || serial.length() == 6) {
            return wholeYear(year, serial, 6);
        }
        return y < AUSTRALIA - 1 ? yearBehind(year, serial, 5) : null;
    }

    /** Six digits behind the year, or seven, of which the first is the year's last: 2121354 of 102. */
    private static String taiwanese(int year, String serial) {
        String of = Integer.toString(year);
        if (serial.length() == 7 && serial.charAt(0) == of.charAt(of.length() - 1)) {
            return of + serial.substring(1);
        }
        return wholeYear(of, serial, 6);
    }

    static String wholeYear(String year, String serial, int digits) {
        return serial.length() > digits ? null : year + filled(serial, digits);
    }

    static String shortYear(String year, String serial, int digits) {
        return wholeYear(year.substring(2), serial, digits);
    }

    static String yearBehind(String year, String serial, int most) {
        return wholeYearBehind(year.substring(2), serial, most);
    }

    private static String wholeYearBehind(String year, String serial, int most) {
        return serial.length() > most ? null : serial + year;
    }

    /**
     * An application of the United States of before March 2011, {@code US08359798A}: six digits of the serial number, whose series
     * is left out, and two of the year. Of 2011 these are the last serial numbers of series 12, which 13 had two years later.
     *
     * @return null where it is of another year
     */
    static String american(String year, String serial, String letter) {
        String digits = withoutZeros(serial);
        // By two digits of a year DOCDB's numbers of before are not told from those with a series.
        boolean isOld = year.compareTo("1936") >= 0
                && (year.compareTo("2010") <= 0 || year.equals("2011") && digits.compareTo("93") >= 0)
                && (digits.length() < 6 && !year.equals("2011") || digits.length() == 6);
        return isOld ? "US" + filled(digits, 6) + year.substring(2) + letter : null;
    }

    /** Digits with zeros in front. */
    static String filled(String digits, int length) {
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }

    /** Digits without zeros in front; one digit is left. */
    static String withoutZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }

    /** Whether digits start with a year of applications. */
    static boolean isOfYear(String digits) {
        return digits.length() > YEAR
                && digits.compareTo("19") >= 0
                && digits.substring(0, YEAR).compareTo("2030") <= 0;
    }
}
