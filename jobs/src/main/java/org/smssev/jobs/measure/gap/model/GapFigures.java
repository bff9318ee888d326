package org.smssev.jobs.measure.gap.model;

import java.util.List;

/** The measures of one side against another that are resampled. Those of the same place in the lists belong together. */
final class GapFigures {
    static final String QUANTITY = "log_gap";
    static final String GROWTH = "growth_gap";
    static final String LAG = "lag_years";
    static final String IMPACT = "impact_gap";
    static final String TOP = "top10_gap";
    static final String CYCLE_TIME = "tct_gap";

    /** Names of the measures. */
    static final List<String> NAMES = List.of(QUANTITY, GROWTH, LAG, IMPACT, TOP, CYCLE_TIME);

    private GapFigures() {}

    /** The figures of A against B. */
    static List<Figure> of(Side a, Side b, Frame frame) {
        Figure none = Figure.none(Figure.UNDEFINED);
        return List.of(
                Measures.logGap(a.families(), b.families()),
                frame.windows == null ? none : Measures.growthGap(a, b, frame.windows),
                frame.windows == null ? none : Measures.lag(a, b, frame.firstYear, frame.windows.to()),
                Measures.logRatio(mean(a, Side.IMPACT), mean(b, Side.IMPACT)),
                Figure.ofDefined(mean(a, Side.TOP) - mean(b, Side.TOP)),
                Figure.ofDefined(a.medianAge() - b.medianAge()));
    }

    /** The values of the figures, NaN where undefined. A plain loop, as resampling calls this a million times. */
    static double[] values(Side a, Side b, Frame frame) {
        List<Figure> figures = of(a, b, frame);
        double[] values = new double[figures.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(figures.get(i));
        }
        return values;
    }

    /**
     * Families behind each figure: of the smaller side where means are compared, else of the field.
     *
     * @param field families of the field
     */
    static double[] observed(Side a, Side b, double field) {
        double measured = Math.min(a.sum(Side.MEASURED), b.sum(Side.MEASURED));
        return new double[] {field, field, field, measured, measured, Math.min(a.aged(), b.aged())};
    }

    /** Years that each figure speaks of. */
    static List<String> windows(Frame frame) {
        return List.of(
                GapRows.ALL_YEARS,
                frame.growthLabel(),
                frame.completeLabel(),
                frame.citedLabel(),
                frame.citedLabel(),
                GapRows.ALL_YEARS);
    }

    /** The value, NaN where undefined. */
    static double value(Figure figure) {
        return figure.isDefined() ? figure.value() : Double.NaN;
    }

    private static double mean(Side side, int of) {
        return side.sum(Side.MEASURED) > 0 ? side.sum(of) / side.sum(Side.MEASURED) : Double.NaN;
    }
}
