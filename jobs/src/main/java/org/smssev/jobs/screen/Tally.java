package org.smssev.jobs.screen;

import org.smssev.jobs.measure.Lists;

/** Counts of candidates' families, all once or as often as a draw says, and the figures that rest on them alone. */
final class Tally {
    private final int window;
    private final int[] counts;
    private final double[] generality;
    private final int[] general;
    private final double[] impact;
    private final int[] impacted;

    /**
     * Counts.
     *
     * @param sets {@link Horizon#sets} of the families
     * @param times how often each family counts; null for once each
     * @param withMeans whether the means over families are wanted, too; else they are undefined
     */
    Tally(Membership membership, FamilyFacts facts, byte[] sets, int window, byte[] times, boolean withMeans) {
        this.window = window;
        int n = membership.size;
        counts = new int[n * Horizon.SETS];
        generality = new double[n];
        general = new int[n];
        impact = new double[n];
        impacted = new int[n];
        Lists candidates = membership.candidates;
        for (int f = 0; f < sets.length; f++) {
            int t = times == null ? 1 : times[f];
            int to = t == 0 ? 0 : candidates.to(f);
            for (int at = candidates.from(f); at < to; at++) {
                counts[candidates.value(at) * Horizon.SETS + sets[f]] += t;
            }
        }
        if (withMeans) {
            addMeans(candidates, facts.generality(), times, generality, general);
            addMeans(candidates, facts.impact(), times, impact, impacted);
        }
    }

    private static void addMeans(Lists candidates, double[] values, byte[] times, double[] sums, int[] counts) {
        for (int f = 0; f < values.length; f++) {
            int t = times == null ? 1 : times[f];
            int to = t == 0 || Double.isNaN(values[f]) ? 0 : candidates.to(f);
            for (int at = candidates.from(f); at < to; at++) {
                sums[candidates.value(at)] += t * values[f];
                counts[candidates.value(at)] += t;
            }
        }
    }

    /** Families of a candidate. */
    long families(int candidate) {
        return with(candidate, 0);
    }

    /** Share of the families that pass the international filter, NaN without families. */
    double internationalShare(int candidate) {
        return (double) with(candidate, Horizon.INTERNATIONAL) / families(candidate);
    }

    /**
     * Growth a year between the two windows, {@code ((x_1 + .5) / (x_0 + .5))^(1 / window) - 1}, the half keeping empty
     * windows defined; NaN where both are empty.
     */
    double growth(int candidate) {
        long after = with(candidate, Horizon.LATER);
        long before = with(candidate, Horizon.EARLIER);
        return after + before == 0 ? Double.NaN : Math.pow((after + 0.5) / (before + 0.5), 1.0 / window) - 1;
    }

    /** Share of the families of complete years that are of the young ones, NaN without any. */
    double youngShare(int candidate) {
        return (double) with(candidate, Horizon.YOUNG) / with(candidate, Horizon.COMPLETE);
    }

    /** Mean generality of the families for which it is defined, NaN without any. */
    double generality(int candidate) {
        return generality[candidate] / general[candidate];
    }

    /** Mean cited impact of the families for which it is defined, NaN without any. */
    double impact(int candidate) {
        return impact[candidate] / impacted[candidate];
    }

    private long with(int candidate, int bits) {
        long n = 0;
        for (int set = 0; set < Horizon.SETS; set++) {
            n += (set & bits) == bits ? counts[candidate * Horizon.SETS + set] : 0;
        }
        return n;
    }
}
