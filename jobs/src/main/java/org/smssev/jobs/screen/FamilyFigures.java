package org.smssev.jobs.screen;

import java.util.SortedMap;
import java.util.TreeMap;

/** Counts of a candidate's families, and the criteria that rest on them alone. */
final class FamilyFigures {
    private final SortedMap<Integer, Long> years = new TreeMap<>();
    private long families;
    private long international;

    /** Adds families of a year, null where it is not known. */
    void add(Integer year, boolean isInternational, long count) {
        families += count;
        international += isInternational ? count : 0;
        if (year != null) {
            years.merge(year, count, Long::sum);
        }
    }

    /** All families. */
    long families() {
        return families;
    }

    /** The first year of any family, null where none is known. */
    Integer firstYear() {
        return years.isEmpty() ? null : years.firstKey();
    }

    /** The last year of any family, null where none is known. */
    Integer lastYear() {
        return years.isEmpty() ? null : years.lastKey();
    }

    /** Share of families that pass the international filter, null without families. */
    Double internationalShare() {
        return families == 0 ? null : (double) international / families;
    }

    /**
     * Growth a year between the two windows of {@code window} years that end with {@code to}: {@code ((x_1 + .5) / (x_0 +
     * .5))^(1 / window) - 1}, the half keeping empty windows defined; null where both are empty.
     */
    Double growth(int window, int to) {
        long after = between(to - window + 1, to);
        long before = between(to - 2 * window + 1, to - window);
        return after + before == 0 ? null : Math.pow((after + 0.5) / (before + 0.5), 1.0 / window) - 1;
    }

    /** Share of the families with a year from {@code from} to {@code to} among those up to {@code to}. */
    Double youngShare(int from, int to) {
        long all = between(Integer.MIN_VALUE, to);
        return all == 0 ? null : (double) between(from, to) / all;
    }

    private long between(int from, int to) {
        return years.subMap(from, to + 1).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
