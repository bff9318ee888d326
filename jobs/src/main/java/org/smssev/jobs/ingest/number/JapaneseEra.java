package org.smssev.jobs.ingest.number;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Eras by which Japanese publications of before 2000 are numbered: Showa (S) from 1926 on, Heisei (H) from 1989 on. DOCDB has
 * the letter, two digits of the year in its era, and the serial number without zeros in front: {@code JPH0664592A}.
 */
final class JapaneseEra {
    /** The era of a number of Japan whose year has one digit, where databases have two. */
    private static final Pattern OF_ERA = Pattern.compile("(?i)^((?:JP)?[\\s-]*[HSR])(?=\\d-\\d)");

    /** A year of Japan and a serial number, which databases write with six digits. */
    private static final Pattern OF_YEAR =
            Pattern.compile("(?i)^((?:JP)?[\\s-]*)((?:19|20)\\d\\d|\\d{1,2})([-/])(\\d{1,6})(?!\\d)");

    private static final int SERIAL = 6;
    private static final int FIRST_HEISEI = 89;
    private static final int LAST_HEISEI = 11;
    private static final int BEFORE_SHOWA = 25;
    /** First year of Showa that is none of Heisei. */
    private static final int FIRST_TOLD = 32;
    /** In this year of Heisei, unexamined utility models have the digits of those that are registered since 1994. */
    private static final int OF_REGISTERED = 3;
    /** Greater serial numbers are in no year; national phases of PCT applications have the greatest. */
    private static final int LAST_SERIAL = 529_999;
    /** Unexamined applications are published since Showa 46. */
    private static final int FIRST_UNEXAMINED = 46;

    /** Of a week, but the Office numbered publications by it until spring of 1989. */
    private static final int LAST_SHOWA = 64;
    /**
     * Applications of 1989 were numbered from one end of the year to the other: up to this number Derwent has some of them both as
     * of Showa 64 and of Heisei 1, and from the other on The Lens has them as of Heisei.
     */
    private static final String LAST_OF_SHOWA = "081498";

    private static final String FIRST_OF_HEISEI = "092560";
    /** National phases of PCT applications are numbered from here on. */
    private static final String NATIONAL_PHASES = "500000";
    /** First year of examined publications whose digits are those of no year of Taisho. */
    private static final int FIRST_EXAMINED = 16;
    /** Digits of a year in front, two, and the serial number; grants have one less. */
    private static final int TWO = SERIAL + 2;

    /** Digits of a year in front of the serial number: of the era, with the number of the era, and four. */
    private static final int ONE = SERIAL + 1;

    private static final int WITH_ERA = SERIAL + 3;
    private static final int FOUR = SERIAL + 4;

    /** The numbers of the eras, as they stand before years. */
    private static final char SHOWA = '3';

    private static final char HEISEI = '4';

    private JapaneseEra() {}

    /** Whether a letter stands for an era: Meiji, Taisho, Showa, Heisei or Reiwa. */
    static boolean isLetter(char letter) {
        return "MTSHR".indexOf(letter) >= 0;
    }

    /**
     * A number with its year, in digits behind {@code JP} or nothing, with as many zeros as databases write, and the letter of its
     * era where a hyphen behind two digits or one tells that they are a year: grants have none. As in the Office's applications,
     * those up to 11 are then of Heisei, from 32 on of Showa. Of the latter a slash tells it, too; before others it may be that of a
     * PCT publication.
     */
    static String spelled(String text) {
        Matcher m = OF_YEAR.matcher(text);
        if (!m.find()) {
            return OF_ERA.matcher(text).replaceFirst("$1" + "0");
        }
        String year = (m.group(2).length() == 1 ? "0" : "") + m.group(2);
        String letter =
                year.length() == 2 ? letter(Integer.parseInt(year), m.group(3).equals("-")) : "";
        return m.group(1)
                + letter
                + year
                + "0".repeat(SERIAL - m.group(4).length())
                + m.group(4)
                + text.substring(m.end());
    }

    private static String letter(int year, boolean isHyphen) {
        boolean isShowa = year >= FIRST_TOLD && year <= LAST_SHOWA;
        return isShowa ? "S" : isHyphen && year >= 1 && year <= LAST_HEISEI ? "H" : "";
    }

    /**
     * The number of a publication that is spelled without the letter of its era, {@code JP6064592A}, {@code JP06064592A} and
     * {@code JP406064592A} as Derwent writes it, or {@code JP1994064592A}.
     *
     * @param digits those of the number
     * @param kind may be null
     * @return null where it is of no era, as far as its digits tell
     */
    static String of(String digits, String kind) {
        // Seven digits that start as a year are as often one of four digits and a short serial number.
        boolean isDoubtful = digits.length() == ONE && (digits.startsWith("200") || digits.startsWith("201"));
        if (kind == null && digits.length() == TWO) {
            return ofCited(digits);
        }
        if (kind == null || kind.isEmpty() || digits.length() < ONE || digits.length() > FOUR || isDoubtful) {
            return null;
        }
        char letter = kind.charAt(0);
        int start = digits.length() - SERIAL;
        String serial = digits.substring(start);
        // Registered utility models have numbers like those of the first years of Heisei.
        boolean isUnexamined = letter == 'A' || letter == 'T';
        boolean isExamined = letter == 'B' || letter == 'Y';
        if (digits.length() == FOUR) {
            boolean isOfYear = digits.startsWith("19") && (isUnexamined || isExamined || letter == 'U');
            return isOfYear ? ofYear(Integer.parseInt(digits.substring(2, start)), serial, letter) : null;
        }
        int year = Integer.parseInt(digits.substring(Math.max(0, start - 2), start));
        char era = digits.length() == WITH_ERA ? digits.charAt(0) : ' ';
        if (isUnexamined && year >= 1 && year <= LAST_HEISEI && (era == ' ' || era == HEISEI)) {
            return letter == 'A' && year == 1 && serial.compareTo(LAST_OF_SHOWA) <= 0
                    ? era('S', LAST_SHOWA, serial)
                    : era('H', year, serial);
        }
        if (letter == 'U' && year >= 1 && year <= LAST_HEISEI && year != OF_REGISTERED && era == ' ') {
            return era('H', year, serial);
        }
        // With a zero in front they are those of a grant.
        if (isExamined && digits.length() == TWO && year >= FIRST_EXAMINED && year <= LAST_SHOWA) {
            return era('S', year, serial);
        }
        boolean isShowa = year >= FIRST_UNEXAMINED && year <= LAST_SHOWA && (era == ' ' || era == SHOWA);
        return isShowa && (isUnexamined || letter == 'U') ? era('S', year, serial) : null;
    }

    /** Eight digits without a kind, as citations have them: more than those of a grant, so that the first two are a year. */
    private static String ofCited(String digits) {
        int year = Integer.parseInt(digits.substring(0, 2));
        boolean isSerial = Integer.parseInt(digits.substring(2)) <= LAST_SERIAL;
        boolean isOfEra = year >= 1 && year <= LAST_HEISEI || year >= FIRST_UNEXAMINED && year <= LAST_SHOWA;
        return isSerial && isOfEra ? era(year <= LAST_HEISEI ? 'H' : 'S', year, digits.substring(2)) : null;
    }

    /**
     * By the last two digits of a year of the 20th century; null before 1926, and in 1989, which is of two eras, where the serial
     * number of an application may be of either.
     */
    private static String ofYear(int year, String serial, char letter) {
        if (year == FIRST_HEISEI) {
            boolean isShowa = letter == 'A' && serial.compareTo(LAST_OF_SHOWA) <= 0;
            boolean isHeisei =
                    letter == 'A' && serial.compareTo(FIRST_OF_HEISEI) >= 0 && serial.compareTo(NATIONAL_PHASES) < 0;
            return isShowa ? era('S', LAST_SHOWA, serial) : isHeisei ? era('H', 1, serial) : null;
        }
        if (year > FIRST_HEISEI) {
            return era('H', year - FIRST_HEISEI + 1, serial);
        }
        return year > BEFORE_SHOWA ? era('S', year - BEFORE_SHOWA, serial) : null;
    }

    private static String era(char letter, int year, String serial) {
        return letter + (year < 10 ? "0" : "") + year + DocdbDigits.withoutZeros(serial);
    }

    /** Digits behind the letter of an era: two of the year, and the serial number without zeros in front. */
    static String digits(String digits) {
        return digits.length() <= 3 ? digits : digits.substring(0, 2) + DocdbDigits.withoutZeros(digits.substring(2));
    }
}
