package org.smssev.jobs.measure.gap.model;

/**
 * The two windows of growth: {@code from} to {@code middle - 1}, and {@code middle} to {@code to}, of equal length.
 *
 * @param from first year of the earlier window
 * @param middle first year of the later window
 * @param to last year of the later window
 */
public record Windows(int from, int middle, int to) {
    /** Two windows that end before the incomplete years. */
    static Windows before(int youngest, int truncatedYears, int length) {
        int to = youngest - truncatedYears;
        return new Windows(to - 2 * length + 1, to - length + 1, to);
    }

    /** Years of each window. */
    int length() {
        return middle - from;
    }

    /** {@code 2013-2017/2018-2022}. */
    String label() {
        return from + "-" + (middle - 1) + "/" + middle + "-" + to;
    }
}
