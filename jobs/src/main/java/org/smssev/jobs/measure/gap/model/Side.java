package org.smssev.jobs.measure.gap.model;

import java.util.Arrays;

/**
 * One side of a comparison: the sums of the families of a country, or of several together. All counts are fractional.
 */
final class Side {
    // What stands where in the sums of a country; the ages and then the years follow.
    static final int FAMILIES = 0;
    static final int INTERNATIONAL = 1;
    static final int OFFICES = 2;
    static final int MEASURED = 3;
    static final int IMPACT = 4;
    static final int TOP = 5;
    static final int GENERAL = 6;
    static final int GENERALITY = 7;
    static final int ORIGINAL = 8;
    static final int ORIGINALITY = 9;
    static final int RECENT = 10;
    static final int LATEST = 11;
    static final int AGES = 12;
    /** Ages are kept in half years, as a median of whole years is; those of 40 and more are one. */
    static final int AGE_STEPS = 81;

    static final int YEARS = AGES + AGE_STEPS;

    private final int firstYear;
    private final double[] sums;
    private final double aged;
    private final double medianAge;

    Side(int firstYear, double[] sums) {
        this.firstYear = firstYear;
        this.sums = sums;
        double all = 0;
        for (int at = AGES; at < YEARS; at++) {
            all += sums[at];
        }
        this.aged = all;
        this.medianAge = median();
    }

    /** Families. */
    double families() {
        return sums[FAMILIES];
    }

    /** One of the sums. */
    double sum(int of) {
        return sums[of];
    }

    /** Families of a year. */
    double in(int year) {
        int at = YEARS + year - firstYear;
        return at < YEARS || at >= sums.length ? 0 : sums[at];
    }

    /** Families of each year from {@code from} to {@code to}. */
    double[] yearly(int from, int to) {
        double[] yearly = new double[to - from + 1];
        for (int i = 0; i < yearly.length; i++) {
            yearly[i] = in(from + i);
        }
        return yearly;
    }

    /** Families of the years from {@code from} to {@code to}, both included. */
    double between(int from, int to) {
        double sum = 0;
        for (int year = Math.max(from, firstYear); year <= to && YEARS + year - firstYear < sums.length; year++) {
            sum += in(year);
        }
        return sum;
    }

    /** Families whose citations have an age. */
    double aged() {
        return aged;
    }

    /** Median over families of the age of what they cite, in years, weighted by their parts; NaN where there is none. */
    double medianAge() {
        return medianAge;
    }

    private double median() {
        double half = aged / 2;
        if (half <= 0) {
            return Double.NaN;
        }
        double below = 0;
        for (int step = 0; step < AGE_STEPS; step++) {
            below += sums[AGES + step];
            double slack = 1e-9 * half;
            if (below > half + slack) {
                return step / 2.0;
            }
            if (below >= half - slack) {
                int next = step + 1;
                while (next < AGE_STEPS - 1 && sums[AGES + next] <= 0) {
                    next++;
                }
                return (step + next) / 4.0;
            }
        }
        throw new IllegalStateException(
                "ages sum to " + 2 * half + " and no median is found in " + Arrays.toString(sums));
    }
}
