package org.smssev.jobs.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.smssev.common.stats.Descriptive;
import org.smssev.common.tables.ScreenTables.KindPart;

/**
 * The two kinds of technology that the study reads in foreign practice. CHALLENGER: the country follows or runs parallel,
 * and grows faster than the best other one (the interval of the growth gap lies above 0). FRONTIER: the median priority
 * year is in the youngest third, growth in the top quarter, and generality at or above the median, each of the candidates
 * that have families enough. A position that too few families leave open ({@code LOW_N}) is an undefined part. The cuts
 * are ours.
 */
final class Kinds {
    static final String CHALLENGER = "CHALLENGER";
    static final String FRONTIER = "FRONTIER";
    private static final String LOW_N = "LOW_N";

    private static final double YOUNGEST_THIRD = 2.0 / 3;
    private static final double TOP_QUARTER = 0.75;
    private static final double MEDIAN = 0.5;

    private final double year;
    private final double growth;
    private final double generality;

    /** Takes the cuts from candidates, those for whom a figure is undefined left out. */
    Kinds(List<Measured> reference) {
        year = quantile(reference, Measure.MEDIAN_YEAR, YOUNGEST_THIRD);
        growth = quantile(reference, Measure.GROWTH, TOP_QUARTER);
        generality = quantile(reference, Measure.GENERALITY, MEDIAN);
    }

    private static double quantile(List<Measured> reference, Measure measure, double p) {
        return Descriptive.quantile(
                reference.stream()
                        .mapToDouble(m -> m.value(measure))
                        .filter(v -> !Double.isNaN(v))
                        .toArray(),
                p);
    }

    /** The parts of both kinds of a candidate. */
    List<KindPart> parts(Measured measured) {
        String id = measured.draft().candidateId();
        String state = measured.gap().state();
        List<KindPart> parts = new ArrayList<>();
        parts.add(new KindPart(
                id,
                CHALLENGER,
                "STATE",
                null,
                null,
                state,
                state == null || state.equals(LOW_N)
                        ? null
                        : Boolean.valueOf(state.equals("FOLLOW") || state.equals("PARALLEL"))));
        parts.add(part(id, CHALLENGER, "GROWTH_GAP", measured.gap().growth().lo95(), 0, (v, t) -> v > t));
        parts.add(part(id, FRONTIER, "MEDIAN_YEAR", measured.value(Measure.MEDIAN_YEAR), year, (v, t) -> v >= t));
        parts.add(part(id, FRONTIER, "GROWTH", measured.value(Measure.GROWTH), growth, (v, t) -> v >= t));
        parts.add(part(id, FRONTIER, "GENERALITY", measured.value(Measure.GENERALITY), generality, (v, t) -> v >= t));
        return parts;
    }

    private static KindPart part(
            String id, String kind, String part, double value, double threshold, BiPredicate<Double, Double> met) {
        boolean isDefined = !Double.isNaN(value) && !Double.isNaN(threshold);
        return new KindPart(
                id,
                kind,
                part,
                Double.isNaN(value) ? null : Double.valueOf(value),
                Double.isNaN(threshold) ? null : Double.valueOf(threshold),
                null,
                isDefined ? Boolean.valueOf(met.test(value, threshold)) : null);
    }

    /** Whether a candidate with these parts is of a kind; null where a part is undefined. */
    static Boolean is(String kind, List<KindPart> parts) {
        List<Boolean> met = new ArrayList<>();
        parts.stream().filter(part -> part.kind().equals(kind)).forEach(part -> met.add(part.met()));
        return met.stream().anyMatch(Objects::isNull)
                ? null
                : Boolean.valueOf(met.stream().allMatch(m -> m));
    }

    /** Both, one or neither; null where none is met and one is undefined. */
    static String of(Boolean challenger, Boolean frontier) {
        if (Boolean.TRUE.equals(challenger)) {
            return Boolean.TRUE.equals(frontier) ? "BOTH" : CHALLENGER;
        }
        if (Boolean.TRUE.equals(frontier)) {
            return FRONTIER;
        }
        return challenger == null || frontier == null ? null : "NEITHER";
    }
}
