package org.smssev.jobs.measure.gap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The figures of one subject in every draw of its families, under both filters. */
final class Resampled {
    /** Draws with which growth curves are fitted again, which costs most. */
    private static final int MOST_CURVES = 50;

    private final Map<String, double[][]> draws = new HashMap<>();
    private final double[] maturity;

    /**
     * Draws the families of a subject.
     *
     * @param isFitted whether its growth curve is fitted again
     */
    Resampled(Subject subject, Facts facts, Frame frame, Draws families, boolean isFitted) {
        int n = families.number;
        maturity = new double[isFitted ? Math.min(n, MOST_CURVES) : 0];
        Field all = new Field(frame);
        Field international = new Field(frame);
        for (int draw = 0; draw < n; draw++) {
            all.clear();
            international.clear();
            for (int i = 0; i < subject.size(); i++) {
                int family = subject.family(i);
                int times = families.times(family, draw);
                if (times > 0) {
                    (facts.families.international[family] ? international : all).add(facts, family, times);
                }
            }
            all.add(international);
            measure(all, Filter.ALL, frame, draw, n);
            measure(international, Filter.INTERNATIONAL, frame, draw, n);
            if (draw < maturity.length) {
                maturity[draw] = Maturity.share(all.all(), frame);
            }
        }
    }

    private void measure(Field field, String filter, Frame frame, int draw, int n) {
        Side world = field.all();
        Side focal = field.side(frame.focal);
        keep(filter, frame.focal, SideFigures.values(focal, world, frame), draw, n);
        for (String reference : frame.references) {
            Side other = field.side(reference);
            keep(filter, reference, SideFigures.values(other, world, frame), draw, n);
            double[] gaps = GapFigures.of(focal, other, frame).stream()
                    .mapToDouble(GapFigures::value)
                    .toArray();
            keep(filter, frame.focal + " " + reference, gaps, draw, n);
        }
    }

    private void keep(String filter, String what, double[] values, int draw, int n) {
        double[][] kept = draws.computeIfAbsent(filter + " " + what, k -> new double[values.length][n]);
        for (int i = 0; i < values.length; i++) {
            kept[i][draw] = values[i];
        }
    }

    /** Intervals of {@link SideFigures}; null where too few draws define one. */
    List<Interval> ofSide(String filter, String side) {
        return intervals(draws.get(filter + " " + side));
    }

    /** Intervals of {@link GapFigures}. */
    List<Interval> ofGap(String filter, String focal, String reference) {
        return intervals(draws.get(filter + " " + focal + " " + reference));
    }

    /** The draws of one of {@link GapFigures}. */
    double[] gapDraws(String filter, String focal, String reference, String measure) {
        return draws.get(filter + " " + focal + " " + reference)[GapFigures.NAMES.indexOf(measure)];
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
