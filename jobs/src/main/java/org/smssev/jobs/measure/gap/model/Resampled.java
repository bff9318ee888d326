package org.smssev.jobs.measure.gap.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The figures of one subject in every draw of its families, under both filters. */
final class Resampled {
    /** Draws with which growth curves are fitted again, which costs most. */
    private static final int MOST_CURVES = 50;

    private final Frame frame;
    /** Values by filter and sides, each of a measure and a draw. */
    private final Map<String, double[][]> draws = new HashMap<>();

    private final double[] maturity;
    private final boolean withSides;

    /**
     * The figures of a subject, to be drawn.
     *
     * @param number how many draws there will be
     * @param withSides whether the figures of one side are wanted beside those of one against another
     * @param isFitted whether its growth curve is fitted again
     */
    Resampled(Frame frame, int number, boolean withSides, boolean isFitted) {
        this.frame = frame;
        this.withSides = withSides;
        maturity = new double[isFitted ? Math.min(number, MOST_CURVES) : 0];
        for (String filter : Filter.BOTH) {
            if (withSides) {
                draws.put(side(filter, frame.focal), new double[SideFigures.NAMES.size()][number]);
            }
            for (String reference : frame.references) {
                if (withSides) {
                    draws.put(side(filter, reference), new double[SideFigures.NAMES.size()][number]);
                }
                draws.put(gap(filter, frame.focal, reference), new double[GapFigures.NAMES.size()][number]);
            }
        }
    }

    /**
     * Measures a draw. Draws may be measured in any order, and several at a time.
     *
     * @param all families of the subject in it that do not pass the international filter; those that do are added
     * @param international those that do
     */
    void draw(int draw, Field all, Field international) {
        all.add(international);
        measure(all, Filter.ALL, draw);
        measure(international, Filter.INTERNATIONAL, draw);
        if (draw < maturity.length) {
            maturity[draw] = Maturity.share(all.all(), frame);
        }
    }

    private void measure(Field field, String filter, int draw) {
        Side world = field.all();
        Side focal = field.side(frame.focal);
        if (withSides) {
            keep(side(filter, frame.focal), SideFigures.values(focal, world, frame), draw);
        }
        for (String reference : frame.references) {
            Side other = field.side(reference);
            if (withSides) {
                keep(side(filter, reference), SideFigures.values(other, world, frame), draw);
            }
            keep(gap(filter, frame.focal, reference), GapFigures.values(focal, other, frame), draw);
        }
    }

    private void keep(String what, double[] values, int draw) {
        double[][] kept = draws.get(what);
        for (int i = 0; i < values.length; i++) {
            kept[i][draw] = values[i];
        }
    }

    private static String side(String filter, String side) {
        return filter + " " + side;
    }

    private static String gap(String filter, String focal, String reference) {
        return filter + " " + focal + " " + reference;
    }

    /** Intervals of {@link SideFigures}; null where too few draws define one. */
    List<Interval> ofSide(String filter, String side) {
        return intervals(draws.get(side(filter, side)));
    }

    /** Intervals of {@link GapFigures}. */
    List<Interval> ofGap(String filter, String focal, String reference) {
        return intervals(draws.get(gap(filter, focal, reference)));
    }

    /** The draws of one of {@link GapFigures}. */
    double[] gapDraws(String filter, String focal, String reference, String measure) {
        return draws.get(gap(filter, focal, reference))[GapFigures.NAMES.indexOf(measure)];
    }

    /** Interval of the maturity of all families. */
    Interval ofMaturity() {
        return Interval.of(maturity);
    }

    private static List<Interval> intervals(double[][] values) {
        List<Interval> intervals = new ArrayList<>();
        Arrays.stream(values).forEach(of -> intervals.add(Interval.of(of)));
        return intervals;
    }
}
