package org.smssev.jobs.generate;

import java.util.Locale;

/** Countries, their usual shares, and the offices that publish. */
final class Offices {
    /** Countries of applicants, two letters. */
    static final String[] COUNTRIES = "CN US JP KR DE FR GB TW IN CA NL CH SE IT IL SG".split(" ");

    /** Usual shares of families in percent, in the order of {@link #COUNTRIES}. */
    static final double[] SHARES = {34, 18, 17, 10, 5.5, 2.6, 2.1, 2.4, 1.6, 1.1, .9, .9, .7, .8, .5, .4};

    /** Place of the focal country. */
    static final int FOCAL = 0;

    /** Offices. */
    static final String[] CODES = "CN US JP KR DE EP WO TW".split(" ");

    /** Place of the Chinese office. */
    static final int CN = 0;

    private static final int[] HOME = {0, 1, 2, 3, 4, 5, 5, 7, 6, 1, 5, 5, 5, 5, 6, 6};
    private static final int EUROPEAN = 5;
    private static final int FIRST_EUROPEAN = 1_000_000;
    private static final int FIRST_CHINESE = 100_000_000;

    private Offices() {}

    /** The office where applicants of a country file first. */
    static int home(int country) {
        return HOME[country];
    }

    /** A further office, other than the first. */
    static int further(int first, double unit) {
        int office = unit < .24 ? 0 : unit < .54 ? 1 : unit < .66 ? 2 : unit < .73 ? 3 : unit < .90 ? EUROPEAN : 6;
        return office == first ? (office + 1) % 7 : office;
    }

    /** A publication number in the form of its office; unique, as {@code serial} is. */
    static String number(int office, int year, int serial) {
        return switch (office) {
            case 0 -> "CN" + (FIRST_CHINESE + serial) + "A";
            case 1 -> String.format(Locale.ROOT, "US%d%07dA1", year, serial);
            case 2 -> String.format(Locale.ROOT, "JP%d%06dA", year, serial);
            case 3 -> String.format(Locale.ROOT, "KR10%d%07dA", year, serial);
            case 4 -> String.format(Locale.ROOT, "DE10%d%06dA1", year, serial);
            case 5 -> "EP" + (FIRST_EUROPEAN + serial) + "A1";
            case 6 -> String.format(Locale.ROOT, "WO%d%06dA1", year, serial);
            default -> String.format(Locale.ROOT, "TW%d%05dA", year, serial);
        };
    }
}
