package org.smssev.jobs.screen;

import java.util.Map;

/**
 * A candidate with its figures.
 *
 * @param values value of each measure, NaN where undefined
 */
record Measured(Draft draft, long families, GapFigures gap, Map<Measure, Double> values) {
    double value(Measure measure) {
        return values.getOrDefault(measure, Double.NaN);
    }
}
