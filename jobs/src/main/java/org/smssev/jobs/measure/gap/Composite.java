package org.smssev.jobs.measure.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.smssev.common.stats.Descriptive;
import org.smssev.common.tables.MeasureTables.GapPart;

/**
 * Puts the parts of a gap together: {@code GAP = sum w z}, {@code z = x / (1.4826 MAD)} with the MAD over all subjects of
 * the kind, clipped to +-3 and not centred, so that 0 stays parity. Weights are equal over the parts present; a part
 * whose MAD is 0 is dropped, and at least three are needed. Parts count as ahead where they are positive, but for a lag.
 */
final class Composite {
    static final String LAG = "lag_years";

    private static final double MAD_TO_SD = 1.4826;
    private static final double CLIP = 3;
    private static final int FEWEST = 3;

    private final SortedMap<String, SortedMap<String, Part>> values = new TreeMap<>();
    private final Map<String, Double> scales = new TreeMap<>();

    /** A part's value with its standard error, 0 where none is known. */
    private record Part(double value, double error) {}

    /**
     * A composite gap.
     *
     * @param value the gap, null with fewer than three parts
     * @param error its standard error, from the errors of the log gaps alone: growth and lag carry none
     */
    record Gap(Double value, double error, List<GapPart> parts) {
        /** LEAD, PARALLEL or FOLLOW by the interval and a half width; null where undefined. */
        String state(double halfWidth) {
            return value == null
                    ? null
                    : stateOf(value - Measures.Z95 * error, value + Measures.Z95 * error, halfWidth);
        }
    }

    /** LEAD if all of the interval is above {@code h}, FOLLOW if all is below {@code -h}, else PARALLEL. */
    static String stateOf(double lo, double hi, double h) {
        if (lo > h) {
            return "LEAD";
        }
        return hi < -h ? "FOLLOW" : "PARALLEL";
    }

    /** Adds a measure of a subject; undefined ones are left out. */
    void add(String subject, String measure, Figure figure, double error) {
        if (figure.isDefined()) {
            values.computeIfAbsent(measure, k -> new TreeMap<>()).put(subject, new Part(figure.value(), error));
        }
    }

    /** The composite of a subject, once all are added. */
    Gap of(String subject) {
        List<String> present = new ArrayList<>();
        values.forEach((measure, parts) -> {
            if (parts.containsKey(subject) && scale(measure) > 0) {
                present.add(measure);
            }
        });
        List<GapPart> parts = new ArrayList<>();
        double weight = present.isEmpty() ? 0 : 1.0 / present.size();
        double sum = 0;
        double variance = 0;
        for (String measure : present) {
            Part part = values.get(measure).get(subject);
            double sign = measure.equals(LAG) ? -1 : 1;
            double z = Math.max(-CLIP, Math.min(CLIP, sign * part.value() / scale(measure)));
            parts.add(new GapPart(measure, part.value(), z, weight));
            sum += weight * z;
            double error = weight * part.error() / scale(measure);
            variance += error * error;
        }
        return parts.size() < FEWEST ? new Gap(null, 0, parts) : new Gap(sum, Math.sqrt(variance), parts);
    }

    private double scale(String measure) {
        return scales.computeIfAbsent(
                measure,
                m -> MAD_TO_SD
                        * Descriptive.mad(values.get(m).values().stream()
                                .mapToDouble(Part::value)
                                .toArray()));
    }
}
