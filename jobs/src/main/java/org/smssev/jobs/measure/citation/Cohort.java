package org.smssev.jobs.measure.citation;

import java.util.Arrays;

/** Patents of one year, field and office, with how often each was cited; one that has several fields counts in parts. */
final class Cohort {
    private double[] byCitations = new double[8];
    private double patents;
    private double citations;

    /** Adds a patent, or the part of it that falls to the field. */
    void add(int cited, double part) {
        if (cited >= byCitations.length) {
            byCitations = Arrays.copyOf(byCitations, Math.max(cited + 1, 2 * byCitations.length));
        }
        byCitations[cited] += part;
        patents += part;
        citations += part * cited;
    }

    /** Patents in it. */
    double patents() {
        return patents;
    }

    /** Citations a patent. */
    double mean() {
        return citations / patents;
    }

    /**
     * The part of a patent cited so often that belongs to the most cited {@code share} of the cohort: 1 above the cut, 0
     * below it; at the cut the patents there share what is left, so that all parts sum to {@code share} of the cohort
     * (Waltman and Schreiber 2013).
     */
    double top(int cited, double share) {
        double above = 0;
        for (int c = byCitations.length - 1; c > cited; c--) {
            above += byCitations[c];
        }
        double left = share * patents - above;
        double same = cited < byCitations.length ? byCitations[cited] : 0;
        return left <= 0 || same <= 0 ? 0 : Math.min(1, left / same);
    }
}
