package org.smssev.jobs.ingest.number;

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
    /** The same of the United States with the series. */
    private static final int TYPED = 12;

    private static final int YEAR = 4;
    private static final int OF_INDIA = 16;
    private static final int OF_DERWENT = 10;
    /** From it on most offices have years of four digits. */
    private static final String CENTURY = "2000";
    /** From October on numbers of China have twelve digits. */
    private static final String CHINESE_CENTURY = "2003";
    /** Patents, utility models and designs, and the first two of PCT applications. */
    private static final String TYPES_OF_CHINA = "12389";

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
        return known.length() == SHORT && OF_SHORT_YEARS.contains(office) ? known : DocdbDigits.withoutZeros(known);
    }

    private static String known(String office, String digits, String letter) {
        if (!digits.startsWith("20") && !digits.startsWith("19")) {
            return office.equals("KR") ? KoreanApplication.digits(digits) : digits;
        }
        String year = digits.substring(0, Math.min(YEAR, digits.length()));
        boolean isEpodoc = digits.length() == EPODOC;
        return switch (office) {
            case "KR" -> KoreanApplication.digits(digits);
            // The year in front of the serial number, which tells as much with its series code.
            case "US" ->
                digits.length() == TYPED
                        ? digits.substring(YEAR)
                        : isMadeOld(office, digits, letter) ? digits.substring(YEAR + 1) + year.substring(2) : digits;
            case "DE" -> GermanApplication.digits(digits, letter);
            case "CA" -> isEpodoc ? digits.substring(YEAR) : digits;
            case "SU" -> isEpodoc && digits.charAt(YEAR) != '0' ? digits.substring(YEAR) : digits;
            // Before 2000 the serial number has two digits of the year, too.
            case "BR" ->
                isEpodoc && year.compareTo(CENTURY) < 0 && digits.startsWith(year.substring(2), YEAR)
                        ? digits.substring(YEAR)
                        : digits;
            case "CN" -> isEpodoc ? chinese(year, digits) : isChinese(year, digits) ? digits.substring(2) : digits;
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

    /** Whether a number of China of until 2003 has the whole year, as Derwent has it, and the type of right behind that. */
    private static boolean isChinese(String year, String digits) {
        return digits.length() == OF_DERWENT
                && year.compareTo(FIRST_OF_CHINA) >= 0
                && year.compareTo(CHINESE_CENTURY) <= 0
                && TYPES_OF_CHINA.indexOf(digits.charAt(YEAR)) >= 0;
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
}
