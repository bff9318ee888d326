package org.smssev.jobs.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.smssev.common.stats.Descriptive;
import org.smssev.jobs.measure.FamilyColumns;

/** Measures candidates by their families, their gap and their place in the network. */
final class Measuring {
    private final FamilyFacts facts;
    private final Membership membership;
    private final Horizon horizon;
    private final byte[] sets;
    private final List<Measured> measured = new ArrayList<>();

    /**
     * Measures.
     *
     * @param membership by the place of a candidate among the drafts
     * @param gaps by candidate
     */
    Measuring(
            FamilyFacts facts,
            Membership membership,
            Horizon horizon,
            List<Draft> drafts,
            Map<String, GapFigures> gaps) {
        this.facts = facts;
        this.membership = membership;
        this.horizon = horizon;
        this.sets = horizon.sets(facts.families());
        Tally tally = tally(null, true);
        double[] medianYears = medianYears();
        for (int c = 0; c < drafts.size(); c++) {
            Draft draft = drafts.get(c);
            GapFigures gap = gaps.getOrDefault(draft.candidateId(), GapFigures.NONE);
            Map<Measure, Double> values = new EnumMap<>(Measure.class);
            values.put(Measure.COMPOSITE_GAP, gap.composite().value());
            values.put(Measure.GROWTH_GAP, gap.growth().value());
            values.put(Measure.NETWORK_ROLE, draft.network() == null ? 0 : draft.network());
            values.put(Measure.MEDIAN_YEAR, medianYears[c]);
            for (Measure measure : Measure.values()) {
                if (!values.containsKey(measure)) {
                    values.put(measure, value(measure, c, tally));
                }
            }
            measured.add(new Measured(draft, tally.families(c), gap, values));
        }
    }

    /** The candidates with their figures. */
    List<Measured> measured() {
        return measured;
    }

    /**
     * Counts in which each family counts so often.
     *
     * @param times null for once each
     * @param withMeans whether means over families are wanted, too
     */
    Tally tally(byte[] times, boolean withMeans) {
        return new Tally(membership, facts, sets, horizon.window(), times, withMeans);
    }

    /** A measure of families alone; of the others that of the candidate itself. */
    double value(Measure measure, int candidate, Tally tally) {
        return switch (measure) {
            case LOG_FAMILIES -> Math.log1p((double) tally.families(candidate));
            case GROWTH -> tally.growth(candidate);
            case INTERNATIONAL_SHARE -> tally.internationalShare(candidate);
            case YOUNG_SHARE -> tally.youngShare(candidate);
            case GENERALITY -> tally.generality(candidate);
            case IMPACT -> tally.impact(candidate);
            case COMPOSITE_GAP, GROWTH_GAP, NETWORK_ROLE, MEDIAN_YEAR ->
                measured.get(candidate).value(measure);
        };
    }

    private double[] medianYears() {
        long[] sizes = membership.families();
        double[][] years = new double[membership.size][];
        Arrays.setAll(years, c -> new double[(int) sizes[c]]);
        int[] filled = new int[membership.size];
        for (int f = 0; f < facts.size(); f++) {
            int year = facts.families().year[f];
            for (int at = membership.candidates.from(f);
                    at < membership.candidates.to(f) && year != FamilyColumns.NO_YEAR;
                    at++) {
                int c = membership.candidates.value(at);
                years[c][filled[c]++] = year;
            }
        }
        double[] medians = new double[membership.size];
        Arrays.setAll(medians, c -> Descriptive.median(Arrays.copyOf(years[c], filled[c])));
        return medians;
    }
}
