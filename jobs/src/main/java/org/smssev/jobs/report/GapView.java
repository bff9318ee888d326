package org.smssev.jobs.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smssev.common.tables.GapTables.GapPart;
import org.smssev.common.tables.GapTables.GapSummary;

/**
 * Which gap of a technology the page shows: that of the focal country over all families, against the rest of the world
 * where that was measured, else the world, else the first reference by name.
 */
final class GapView {
    private static final List<String> QUANTITY = List.of("log_gap", "share_gap");
    private static final String GROWTH = "growth_gap";

    private final Map<String, GapSummary> byTechnology;

    GapView(List<GapSummary> gaps, String focalCountry) {
        byTechnology = gaps.stream()
                .filter(gap -> gap.country().equals(focalCountry))
                .filter(gap -> gap.familyFilter().equals("ALL"))
                .collect(Collectors.toMap(GapSummary::subjectId, Function.identity(), GapView::preferred));
    }

    /** The gap of a technology, if it has patents. */
    Optional<GapSummary> of(String technologyId) {
        return Optional.ofNullable(byTechnology.get(technologyId));
    }

    /** How much the country holds against the reference: the logarithm of the ratio, else the difference of shares. */
    static Optional<GapPart> quantity(GapSummary gap) {
        return QUANTITY.stream().flatMap(measure -> part(gap, measure).stream()).findFirst();
    }

    /** How much faster than the reference the country grows. */
    static Optional<GapPart> growth(GapSummary gap) {
        return part(gap, GROWTH);
    }

    private static Optional<GapPart> part(GapSummary gap, String measure) {
        return gap.parts().stream()
                .filter(part -> part.measure().equals(measure))
                .findFirst();
    }

    private static GapSummary preferred(GapSummary one, GapSummary other) {
        Comparator<GapSummary> order = Comparator.comparing(
                        (GapSummary gap) -> !gap.reference().equals("REST"))
                .thenComparing(gap -> !gap.reference().equals("WORLD"))
                .thenComparing(GapSummary::reference);
        return order.compare(one, other) <= 0 ? one : other;
    }
}
