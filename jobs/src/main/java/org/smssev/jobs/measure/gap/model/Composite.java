package org.smssev.jobs.measure.gap.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.smssev.common.stats.Descriptive;
import org.smssev.common.tables.GapTables.GapPart;

/**
 * Puts the parts of a gap together: {@code GAP = sum w z}, {@code z = x / (1.4826 MAD)} with the MAD over all subjects of
 * the kind, clipped to +-3 and not centred, so that 0 stays parity. Weights are equal over the parts present; a part
 * whose MAD is 0 is dropped, and at least three are needed. Parts count as ahead where they are positive, but for a lag
 * and for cycle time, where less is better. Subjects of another kind may be put on the scales of such subjects.
 *
 * <p>The interval comes from putting the parts together anew in every draw of the families, so that it knows how they
 * depend on one another; scales and weights stay those of all families.
 */
final class Composite {
    private static final double MAD_TO_SD = 1.4826;
    private static final double CLIP = 3;
    private static final int FEWEST = 3;
    private static final Set<String> LESS_IS_BETTER = Set.of(GapFigures.LAG, GapFigures.CYCLE_TIME);

    private final SortedMap<String, SortedMap<String, Part>> values = new TreeMap<>();
    private final Map<String, Double> scales = new TreeMap<>();
    private final boolean isScaled;

    /** Composites on the scale of the subjects that are added. */
    Composite() {
        isScaled = false;
    }

    /** Composites on given {@link #scales}; a part without one is dropped. */
    Composite(Map<String, Double> scales) {
        this.scales.putAll(scales);
        isScaled = true;
    }

    /** A part's value, and in every draw. */
    private static final class Part {
        private final double value;
        private final double[] draws;

        Part(double value, double[] draws) {
            this.value = value;
            this.draws = draws;
        }

        /** The value in a draw; that of all families where it is undefined there. */
        double in(int draw) {
            return Double.isNaN(draws[draw]) ? value : draws[draw];
        }
    }

    /**
     * A composite gap.
     *
     * @param value the gap, null with fewer than three parts
     * @param interval its interval, null where it has no value
     */
    record Gap(Double value, Interval interval, List<GapPart> parts) {
        /** LEAD, PARALLEL or FOLLOW by the interval and a half width; null where undefined. */
        String state(double halfWidth) {
            return value == null ? null : stateOf(interval.lo95(), interval.hi95(), halfWidth);
        }
    }

    /** LEAD if all of the interval is above {@code h}, FOLLOW if all is below {@code -h}, else PARALLEL. */
    static String stateOf(double lo, double hi, double h) {
        if (lo > h) {
            return "LEAD";
        }
        return hi < -h ? "FOLLOW" : "PARALLEL";
    }

    /**
     * Adds a measure of a subject; undefined ones are left out.
     *
     * @param draws its value in every draw, NaN where undefined
     */
    void add(String subject, String measure, Figure figure, double[] draws) {
        if (figure.isDefined()) {
            values.computeIfAbsent(measure, k -> new TreeMap<>()).put(subject, new Part(figure.value(), draws));
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
        for (String measure : present) {
            double value = values.get(measure).get(subject).value;
            double z = scaled(measure, value);
            parts.add(new GapPart(measure, value, z, weight));
            sum += weight * z;
        }
        return parts.size() < FEWEST
                ? new Gap(null, null, parts)
                : new Gap(sum, Interval.of(draws(subject, present)), parts);
    }

    private double[] draws(String subject, List<String> present) {
        double[] draws = new double[values.get(present.get(0)).get(subject).draws.length];
        for (String measure : present) {
            Part part = values.get(measure).get(subject);
            for (int draw = 0; draw < draws.length; draw++) {
                draws[draw] += scaled(measure, part.in(draw)) / present.size();
            }
        }
        return draws;
    }

    private double scaled(String measure, double value) {
        double sign = LESS_IS_BETTER.contains(measure) ? -1 : 1;
        return Math.max(-CLIP, Math.min(CLIP, sign * value / scale(measure)));
    }

    private double scale(String measure) {
        return isScaled
                ? scales.getOrDefault(measure, 0.0)
                : scales.computeIfAbsent(
                        measure,
                        m -> scale(values.get(m).values().stream()
                                .mapToDouble(part -> part.value)
                                .toArray()));
    }

    private static double scale(double[] values) {
        return MAD_TO_SD * Descriptive.mad(values);
    }

    /** The scale of each part, as it was when some composites were put together: their parts hold all values. */
    static Map<String, Double> scales(Collection<List<GapPart>> composites) {
        Map<String, List<Double>> values = new TreeMap<>();
        composites.forEach(parts -> parts.forEach(part ->
                values.computeIfAbsent(part.measure(), m -> new ArrayList<>()).add(part.value())));
        Map<String, Double> scales = new TreeMap<>();
        values.forEach((measure, all) -> scales.put(
                measure, scale(all.stream().mapToDouble(Double::doubleValue).toArray())));
        return scales;
    }
}
