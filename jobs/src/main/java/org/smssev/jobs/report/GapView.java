package org.smssev.jobs.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private final Map<String, GapSummary> bySubject;
    private final Map<String, GapSummary> byCluster;

    GapView(List<GapSummary> gaps, String focalCountry) {
        bySubject = bySubject(gaps, focalCountry, Set.of("CANDIDATE", "TECHNOLOGY"));
        byCluster = bySubject(gaps, focalCountry, Set.of("CLUSTER"));
    }

    private static Map<String, GapSummary> bySubject(List<GapSummary> gaps, String country, Set<String> kinds) {
        return gaps.stream()
                .filter(gap -> gap.country().equals(country))
                .filter(gap -> gap.familyFilter().equals("ALL"))
                .filter(gap -> kinds.contains(gap.subjectKind()))
                .collect(Collectors.toMap(GapSummary::subjectId, Function.identity(), GapView::preferred));
    }

    /** The gap of a technology, if it was measured; that of its first cluster where only clusters were. */
    Optional<GapSummary> of(String technologyId, List<String> clusters) {
        return Optional.ofNullable(bySubject.get(technologyId))
                .or(() -> clusters.stream()
                        .limit(1)
                        .flatMap(c -> Optional.ofNullable(byCluster.get(c)).stream())
                        .findFirst());
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
                        (GapSummary gap) -> !gap.subjectKind().equals("CANDIDATE"))
                .thenComparing(gap -> !gap.reference().equals("REST"))
                .thenComparing(gap -> !gap.reference().equals("WORLD"))
                .thenComparing(GapSummary::reference);
        return order.compare(one, other) <= 0 ? one : other;
    }
}
