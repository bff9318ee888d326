package org.smssev.jobs.screen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smssev.common.tables.GapTables.Gap;
import org.smssev.common.tables.GapTables.GapSummary;
import org.smssev.jobs.measure.gap.model.GapModel;

/**
 * Where the focal country stands in a candidate, against the best other country over all families.
 *
 * @param state LEAD, PARALLEL, FOLLOW or LOW_N; null where undefined
 * @param composite composite gap
 * @param growth growth of the country less that of the other, a year
 */
record GapFigures(String state, Estimate composite, Estimate growth) {
    /** Nothing is known. */
    static final GapFigures NONE = new GapFigures(null, Estimate.NONE, Estimate.NONE);

    /** A value with its 95 % interval; NaN where undefined. */
    record Estimate(double value, double lo95, double hi95) {
        static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN);
        private static final double WIDTH = 2 * 1.959963984540054;

        static Estimate of(Double value, Double lo95, Double hi95) {
            return new Estimate(number(value), number(lo95), number(hi95));
        }

        /** Standard error that the interval stands for, 0 without an interval. */
        double standardError() {
            return Double.isNaN(hi95 - lo95) ? 0 : (hi95 - lo95) / WIDTH;
        }

        private static double number(Double value) {
            return value == null ? Double.NaN : value;
        }
    }

    /**
     * The figures of each candidate, by its id.
     *
     * @param country the focal country
     */
    static Map<String, GapFigures> of(List<GapSummary> summaries, List<Gap> gaps, String country) {
        Map<String, Estimate> growth = new HashMap<>();
        for (Gap gap : gaps) {
            if (gap.measure().equals("growth_gap")
                    && gap.country().equals(country)
                    && GapModel.givesPosition(gap.reference(), gap.familyFilter())) {
                growth.put(gap.subjectId(), Estimate.of(gap.value(), gap.lo95(), gap.hi95()));
            }
        }
        Map<String, GapFigures> figures = new HashMap<>();
        for (GapSummary gap : summaries) {
            if (GapModel.givesPosition(gap.reference(), gap.familyFilter())) {
                figures.put(
                        gap.subjectId(),
                        new GapFigures(
                                gap.state(),
                                Estimate.of(gap.composite(), gap.lo95(), gap.hi95()),
                                growth.getOrDefault(gap.subjectId(), Estimate.NONE)));
            }
        }
        return figures;
    }
}
