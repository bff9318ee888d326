package org.smssev.jobs.ingest;

/** Eras by which Japanese publications of before 2000 are numbered: Showa (S) from 1926 on, Heisei (H) from 1989 on. */
final class JapaneseEra {
    private static final int SERIAL = 6;
    /** Digits of a number with a year of two digits, and of four. */
    private static final int SHORT = SERIAL + 2;

    private static final int LONG = SERIAL + 4;
    private static final int FIRST_HEISEI = 89;
    private static final int LAST_HEISEI = 11;
    private static final int BEFORE_SHOWA = 25;
    /** Unexamined applications are published since Showa 46. */
    private static final int FIRST_UNEXAMINED = 46;

    private static final int LAST_SHOWA = 63;

    private JapaneseEra() {}

    /**
     * The number of a publication of kind A, with the letter of its era, as DOCDB has it: {@code 11240844}, which Derwent
     * writes, and {@code 1999240844} are {@code H11240844}.
     *
     * @param digits those of the number
     * @param kind may be null
     * @return null where it is of no era
     */
    static String of(String digits, String kind) {
        boolean isLong = digits.length() == LONG && digits.startsWith("19");
        if (kind == null || !kind.startsWith("A") || !isLong && digits.length() != SHORT) {
            return null;
        }
        int start = digits.length() - SERIAL;
        int year = Integer.parseInt(digits.substring(start - 2, start));
        String serial = digits.substring(start);
        if (isLong) {
            return year >= FIRST_HEISEI
                    ? era('H', year - FIRST_HEISEI + 1, serial)
                    : year > BEFORE_SHOWA ? era('S', year - BEFORE_SHOWA, serial) : null;
        }
        if (year >= 1 && year <= LAST_HEISEI) {
            return era('H', year, serial);
        }
        return year >= FIRST_UNEXAMINED && year <= LAST_SHOWA ? era('S', year, serial) : null;
    }

    private static String era(char letter, int year, String serial) {
        return letter + (year < 10 ? "0" : "") + year + serial;
    }
}
