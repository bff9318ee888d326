package org.smssev.jobs.measure.cluster;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.stats.Growth;

/** Families by priority year. */
final class YearCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TreeMap<Integer, Integer> counts = new TreeMap<>();

    void add(int year) {
        counts.merge(year, 1, Integer::sum);
    }

    void add(YearCounts other) {
        other.counts.forEach((year, count) -> counts.merge(year, count, Integer::sum));
    }

    /** The median year, the mean of the middle two if the number is even; null without years. */
    Double median() {
        long n = total();
        return n == 0 ? null : (at((n - 1) / 2) + at(n / 2)) / 2.0;
    }

    /**
     * The first year of the youngest third of the years, {@code truncated} youngest years left aside as incomplete. The
     * years run from the one below which 1 % of the families lie, so that a stray early date does not stretch them.
     * Null without years.
     */
    Integer youngFrom(int truncated) {
        if (counts.isEmpty()) {
            return null;
        }
        int last = counts.lastKey() - truncated;
        int first = at(total() / 100);
        int years = last - first + 1;
        return years < 1 ? null : last + 1 - (years + 2) / 3;
    }

    /** The share of the families up to a year that lie from another on; null if there are none. */
    Double share(int from, int to) {
        long young = 0;
        long all = 0;
        for (Map.Entry<Integer, Integer> entry : counts.headMap(to, true).entrySet()) {
            all += entry.getValue();
            young += entry.getKey() >= from ? entry.getValue() : 0;
        }
        return all == 0 ? null : (double) young / all;
    }

    /**
     * Growth a year between the two last windows before the truncated years, as {@link Growth} has it; null where the
     * years of the data do not fill them, or both are empty.
     *
     * @param all families of all clusters, whose years are those of the data
     */
    Double growth(YearCounts all, int window, int truncated) {
        if (all.counts.isEmpty()) {
            return null;
        }
        int first = all.counts.firstKey();
        long[] yearly = new long[all.counts.lastKey() - first + 1];
        counts.forEach((year, count) -> yearly[year - first] = count);
        return Growth.of(yearly, window, truncated);
    }

    /** The youngest year, {@code truncated} years left aside. */
    int last(int truncated) {
        return counts.lastKey() - truncated;
    }

    private long total() {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }

    private int at(long rank) {
        long below = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            below += entry.getValue();
            if (below > rank) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("rank " + rank + " of " + below + " years");
    }
}
