package org.smssev.jobs.measure.gap.model;

import java.util.List;

/** The measures of one side by itself, most of quality. Those of the same place in the lists belong together. */
final class SideFigures {
    /** Names of the measures. */
    static final List<String> NAMES = List.of(
            "growth",
            "family_size",
            "international_share",
            "rci",
            "top10_share",
            "tct",
            "generality",
            "originality",
            "cii",
            "tech_strength");

    private SideFigures() {}

    /**
     * The values, NaN where undefined.
     *
     * @param all all families of the field
     */
    static double[] values(Side side, Side all, Frame frame) {
        double recentAll = ratio(all.sum(Side.LATEST), all.sum(Side.RECENT));
        // Citations a recent family, over those of all families of the field.
        double current = recentAll > 0 ? ratio(side.sum(Side.LATEST), side.sum(Side.RECENT)) / recentAll : Double.NaN;
        return new double[] {
            growth(side, frame),
            ratio(side.sum(Side.OFFICES), side.families()),
            ratio(side.sum(Side.INTERNATIONAL), side.families()),
            ratio(side.sum(Side.IMPACT), side.sum(Side.MEASURED)),
            ratio(side.sum(Side.TOP), side.sum(Side.MEASURED)),
            side.medianAge(),
            ratio(side.sum(Side.GENERALITY), side.sum(Side.GENERAL)),
            ratio(side.sum(Side.ORIGINALITY), side.sum(Side.ORIGINAL)),
            current,
            current * side.sum(Side.RECENT)
        };
    }

    /** Families behind each value. */
    static double[] observed(Side side) {
        double recent = side.sum(Side.RECENT);
        return new double[] {
            side.families(),
            side.families(),
            side.families(),
            side.sum(Side.MEASURED),
            side.sum(Side.MEASURED),
            side.aged(),
            side.sum(Side.GENERAL),
            side.sum(Side.ORIGINAL),
            recent,
            recent
        };
    }

    /** Years that each value speaks of. */
    static List<String> windows(Frame frame) {
        String all = GapRows.ALL_YEARS;
        return List.of(
                frame.growthLabel(),
                all,
                all,
                frame.citedLabel(),
                frame.citedLabel(),
                all,
                all,
                all,
                frame.recentLabel(),
                frame.recentLabel());
    }

    private static double growth(Side side, Frame frame) {
        return frame.windows == null
                ? Double.NaN
                : GapFigures.value(Measures.growth(side, frame.windows, Measures.isEmptyBefore(side, frame.windows)));
    }

    private static double ratio(double above, double below) {
        return below > 0 ? above / below : Double.NaN;
    }
}
