package org.smssev.jobs.measure.gap.model;

import org.smssev.jobs.measure.Lists;

/**
 * The families of one subject under one filter in several draws at once: the sums of a {@link Field} for each draw, those
 * of a sum side by side. A family adds the same in all draws but for how often it counts, so that adding it is a few
 * products of rows; draw by draw it costs many times that.
 */
final class DrawnField {
    private final Frame frame;
    private final int width;
    private final int draws;
    private final double[] rows;
    private final double[] counts;
    /** Whether anything was added to each row; of a small subject most rows stay empty. */
    private final boolean[] touched;

    /** No family yet. */
    DrawnField(Frame frame, int draws) {
        this.frame = frame;
        this.width = Field.width(frame);
        this.draws = draws;
        this.rows = new double[frame.size() * width * draws];
        this.counts = new double[draws];
        this.touched = new boolean[frame.size() * width];
    }

    /**
     * Adds a family. Families are to be added in the order of their ids, so that equal families give equal figures.
     *
     * @param times how often it counts in each draw
     * @param at where its first draw stands
     */
    void add(Facts facts, int family, byte[] times, int at) {
        for (int d = 0; d < draws; d++) {
            counts[d] = times[at + d];
        }
        Lists countries = facts.families.countries;
        int from = family * Side.AGES;
        for (int c = countries.from(family); c < countries.to(family); c++) {
            double part = facts.families.countryParts[c];
            int base = countries.value(c) * width;
            for (int i = 0; i < Side.AGES; i++) {
                add(base + i, part * facts.sums[from + i]);
            }
            if (facts.ageStep[family] >= 0) {
                add(base + Side.AGES + facts.ageStep[family], part);
            }
            if (facts.yearStep[family] >= 0) {
                add(base + Side.YEARS + facts.yearStep[family], part);
            }
        }
    }

    private void add(int row, double value) {
        if (value != 0) {
            touched[row] = true;
            int from = row * draws;
            for (int d = 0; d < draws; d++) {
                rows[from + d] += counts[d] * value;
            }
        }
    }

    /** The field of each draw. */
    Field[] fields() {
        double[][] sums = new double[draws][frame.size() * width];
        for (int row = 0; row < touched.length; row++) {
            for (int d = 0; d < draws && touched[row]; d++) {
                sums[d][row] = rows[row * draws + d];
            }
        }
        Field[] fields = new Field[draws];
        for (int d = 0; d < draws; d++) {
            fields[d] = new Field(frame, sums[d]);
        }
        return fields;
    }
}
