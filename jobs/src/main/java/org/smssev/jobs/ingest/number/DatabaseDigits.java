package org.smssev.jobs.ingest.number;

import java.util.Map;
import java.util.Set;

/**
 * Digits of application numbers as DOCDB has them, whether DOCDB or EPODOC, the older form of Espacenet and OPS, or Derwent wrote
 * them: EPODOC puts the year of four digits in front and fills the serial number with zeros, {@code JP20050123456} for
 * {@code JP2005123456}, {@code GB20050012345} for {@code GB0512345} (EPO: EPODOC and DOCDB number formats); Derwent leaves zeros
 * out, which only its layout tells where digits are few.
 */
final class DatabaseDigits {
    /** Digits of a number of EPODOC: a year and seven. */
    private static final int EPODOC = 11;
    /** The same of Germany and China with the type of right behind the year, and of the United States with the series. */
    private static final int TYPED = 12;

    private static final int YEAR = 4;
    private static final int OF_INDIA = 16;
    private static final int OF_KOREA = 13;
    /** Rights in front of numbers of Korea, and the kind letters of their applications. */
    private static final Map<String, String> RIGHTS_OF_KOREA = Map.of("10", "A", "20", "U", "30", "F");

    private static final int OF_DERWENT = 10;
    /** Fewest digits of a year and a serial number in Korea. */
    private static final int SHORT_KOREAN = 8;

    /** Types of right of Germany. */
    private static final Set<String> OF_GERMANY = Set.of("10", "11", "20", "21");
    /** The same before 2004, with a zero: patents, utility models, translations of European patents. */
    private static final Set<String> OLD_OF_GERMANY = Set.of("10", "20", "60");
    /** In this year the type is also what a utility model of 2010 or 2011 starts with. */
    private static final String AMBIGUOUS = "2020";
    /** In Germany the first year whose number tells it, the first of types of right, and the first of years of four digits. */
    private static final int GERMAN_YEARS = 1968;

    private static final int GERMAN_TYPES = 1995;
    private static final int GERMAN_CENTURY = 2004;
    /** From it on most offices have years of four digits. */
    private static final String CENTURY = "2000";
    /** From October on numbers of China have twelve digits. */
    private static final String CHINESE_CENTURY = "2003";

    private static final String FIRST_OF_CHINA = "1985";
    /** Offices of whose numbers of 2000 and later EPODOC has some with the year 1920. */
    private static final Set<String> OF_CENTURY = Set.of("RO", "RU", "TR", "UA");

    /** Offices whose numbers have seven digits that start with two of the year, zeros of 2000 to 2009 among them. */
    private static final Set<String> OF_SHORT_YEARS = Set.of("GB", "FR", "SE", "HU");

    private static final int SHORT = 7;

    private DatabaseDigits() {}

    /**
     * The digits.
     *
     * @param letter kind letter; null if there is none
     */
    static String of(String office, String digits, String letter) {
        String known = known(office, digits, letter);
        // GB0512345 is of 2005, GB512345 one of before.
        return known.length() == SHORT && OF_SHORT_YEARS.contains(office) ? known : withoutZeros(known);
    }

    private static String known(String office, String digits, String letter) {
        if (!digits.startsWith("20") && !digits.startsWith("19")) {
            return office.equals("KR") ? korean(digits) : digits;
        }
        String year = digits.substring(0, Math.min(YEAR, digits.length()));
        boolean isEpodoc = digits.length() == EPODOC;
        return switch (office) {
            case "KR" -> korean(digits);
            // The year in front of the serial number, which tells as much with its series code.
            case "US" ->
                digits.length() == TYPED
                        ? digits.substring(YEAR)
                        : isMadeOld(office, digits, letter) ? digits.substring(YEAR + 1) + year.substring(2) : digits;
            case "DE" -> german(year, digits, letter);
            case "CA" -> isEpodoc ? digits.substring(YEAR) : digits;
            case "SU" -> isEpodoc && digits.charAt(YEAR) != '0' ? digits.substring(YEAR) : digits;
            // Before 2000 the serial number has two digits of the year, too.
            case "BR" ->
                isEpodoc && year.compareTo(CENTURY) < 0 && digits.startsWith(year.substring(2), YEAR)
                        ? digits.substring(YEAR)
                        : digits;
            case "CN" -> isEpodoc ? chinese(year, digits) : digits;
            // Derwent puts the year in front of twelve digits that start with it.
            case "IN" -> digits.length() == OF_INDIA && digits.startsWith(year, YEAR) ? digits.substring(YEAR) : digits;
            default ->
                isOfCentury(office, digits)
                        ? ofCentury(office, digits)
                        : isOfYear(office, year, digits) ? ofYear(office, letter, year, digits) : digits;
        };
    }

    private static String ofYear(String office, String letter, String year, String digits) {
        String docdb = DocdbDigits.of(office, letter, year, digits.substring(YEAR));
        return docdb == null ? digits : docdb;
    }

    /**
     * With the type of right behind the year: eight digits until September 2003, {@code CN19988014060} is 98814060, twelve since then.
     * The latter started with 100001 in 2003.
     */
    private static String chinese(String year, String digits) {
        boolean isShort = digits.charAt(YEAR + 1) == '0';
        if (year.compareTo(CHINESE_CENTURY) < 0 || year.equals(CHINESE_CENTURY) && isShort) {
            return isShort && year.compareTo(FIRST_OF_CHINA) >= 0
                    ? digits.substring(2, YEAR + 1) + digits.substring(YEAR + 2)
                    : digits;
        }
        return digits.substring(0, YEAR + 1) + "0" + digits.substring(YEAR + 1);
    }

    /** Whether EPODOC took the first digits of a number with its whole year, 200001138, for a year, 1920. */
    private static boolean isOfCentury(String office, String digits) {
        return digits.length() == EPODOC && digits.startsWith("1920") && OF_CENTURY.contains(office);
    }

    /** The serial number has six digits in Russia and seven with the last of the year elsewhere. */
    private static String ofCentury(String office, String digits) {
        return office.equals("RU") ? "200" + digits.substring(YEAR) : digits.substring(2);
    }

    /**
     * Whether a number is a year and a serial number: with the zeros of EPODOC, or where DOCDB has none of as many digits.
     * Fewer are those of DOCDB and another year, as EP 20153368 of 2020 and JP 20059697 of 1997; nine of EP and eight of GB and SE
     * may end in a check digit.
     */
    private static boolean isOfYear(String office, String year, String digits) {
        int length = digits.length();
        if (length == EPODOC && (digits.charAt(YEAR) == '0' || office.equals("TW"))) {
            return true;
        }
        boolean isBefore = year.compareTo(CENTURY) < 0;
        return DocdbDigits.isOfYear(digits)
                && switch (office) {
                    case "EP", "TW" -> length == OF_DERWENT;
                    case "JP" -> length == OF_DERWENT - 1 || length == OF_DERWENT && isBefore;
                    case "FR" -> length == OF_DERWENT - 1 || length == OF_DERWENT - 2;
                    case "GB", "SE" -> length == OF_DERWENT - 1;
                    case "AU" ->
                        length == OF_DERWENT - 1
                                || length == OF_DERWENT - 2 && isBefore
                                // The Lens fills the old ones up: AU 1978 045475 A.
                                || length == OF_DERWENT && digits.charAt(YEAR) == '0';
                    case "RU" -> length == OF_DERWENT && isBefore;
                    default -> false;
                };
    }

    /**
     * Whether a number of the United States is a provisional application or a design in EPODOC's spelling, which becomes one of
     * six digits and two of the year.
     */
    static boolean isMadeOld(String office, String digits, String letter) {
        return letter != null
                && office.equals("US")
                && (letter.equals("P") || letter.equals("F"))
                && digits.length() == EPODOC
                && (digits.startsWith("20") || digits.startsWith("19"))
                && digits.charAt(YEAR) == '0';
    }

    /** Without the type of right in front of the year; behind it Derwent leaves out zeros of a serial number of seven digits. */
    private static String korean(String digits) {
        if (isKorean(digits)) {
            return digits.substring(2);
        }
        boolean isShort = isShortKorean(digits);
        return isShort
                ? digits.substring(0, YEAR) + "0".repeat(EPODOC - digits.length()) + digits.substring(YEAR)
                : digits;
    }

    /** Whether a number of Korea is of a year and fewer digits behind it than databases have. */
    static boolean isShortKorean(String digits) {
        return digits.length() >= SHORT_KOREAN
                && digits.length() < EPODOC
                && (digits.startsWith("20") || digits.startsWith("19"));
    }

    /** Whether a number of Korea starts with the right that it is for: 10 for patents, 20 for utility models, 30 for designs. */
    private static boolean isKorean(String digits) {
        return digits.length() == OF_KOREA && RIGHTS_OF_KOREA.containsKey(digits.substring(0, 2));
    }

    /** The kind letter that the right in front of a number of Korea tells; the one behind it where there is no right. */
    static String letterOfKorea(String digits, String letter) {
        return isKorean(digits) ? RIGHTS_OF_KOREA.get(digits.substring(0, 2)) : letter;
    }

    /**
     * With the type of right in front: since 2004 of two digits, {@code DE200510012345} is 102005012345, from 1995 on of one,
     * {@code DE19991018735} is 19918735. Before, the first two digits tell the year less 50, and the year of utility models,
     * {@code DE19888804767U}.
     */
    private static String german(String year, String digits, String letter) {
        if (digits.length() == EPODOC) {
            return german(Integer.parseInt(year), digits.substring(YEAR), digits, letter);
        }
        if (digits.length() != TYPED || year.equals(AMBIGUOUS)) {
            return digits;
        }
        String type = digits.substring(YEAR, YEAR + 2);
        return OF_GERMANY.contains(type) ? type + year + digits.substring(YEAR + 2) : digits;
    }

    private static String german(int year, String number, String digits, String letter) {
        if (year >= GERMAN_TYPES && year < GERMAN_CENTURY && OLD_OF_GERMANY.contains(number.substring(0, 2))) {
            return number.charAt(0) + digits.substring(2, YEAR) + number.substring(2);
        }
        boolean isOld = year >= GERMAN_YEARS && year < GERMAN_TYPES;
        // The year itself is that of a utility model.
        int first = "U".equals(letter) ? year % 100 : year % 100 - 50;
        return isOld && number.startsWith(Integer.toString(first)) ? number : digits;
    }

    /** Digits without zeros in front; one digit is left. */
    static String withoutZeros(String digits) {
        return DocdbDigits.withoutZeros(digits);
    }
}
