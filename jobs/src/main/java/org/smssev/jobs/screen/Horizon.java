package org.smssev.jobs.screen;

import java.util.Arrays;
import org.smssev.jobs.measure.FamilyColumns;

/**
 * The years by which families are counted: two windows of growth that end before the incomplete years, and the youngest
 * third of the complete years.
 *
 * @param window years of each window
 * @param to last complete year
 * @param youngFrom first of the young years
 */
record Horizon(int window, int to, int youngFrom) {
    /** The family passes the international filter. */
    static final int INTERNATIONAL = 1;
    /** It is of the later window. */
    static final int LATER = 2;
    /** It is of the earlier window. */
    static final int EARLIER = 4;
    /** It is of the young years. */
    static final int YOUNG = 8;
    /** It is of a complete year. */
    static final int COMPLETE = 16;
    /** How many sets of these there are. */
    static final int SETS = 32;

    /** Share of the years, from the youngest, that count as young. */
    private static final int YOUNG_PART = 3;

    /** The horizon of families; without any year it holds none. */
    static Horizon of(FamilyColumns families, int truncatedYears, int window) {
        int[] known = Arrays.stream(families.year)
                .filter(year -> year != FamilyColumns.NO_YEAR)
                .toArray();
        if (known.length == 0) {
            return new Horizon(window, 0, 1);
        }
        int first = Arrays.stream(known).min().getAsInt();
        int to = Arrays.stream(known).max().getAsInt() - truncatedYears;
        return new Horizon(window, to, to - Math.max(1, (to - first + 1) / YOUNG_PART) + 1);
    }

    /** What counts of each family, as a set of bits. */
    byte[] sets(FamilyColumns families) {
        byte[] sets = new byte[families.size()];
        for (int f = 0; f < sets.length; f++) {
            int set = families.international[f] ? INTERNATIONAL : 0;
            int year = families.year[f];
            if (year != FamilyColumns.NO_YEAR && year <= to) {
                set |= COMPLETE;
                set |= year > to - window ? LATER : 0;
                set |= year <= to - window && year > to - 2 * window ? EARLIER : 0;
                set |= year >= youngFrom ? YOUNG : 0;
            }
            sets[f] = (byte) set;
        }
        return sets;
    }
}
