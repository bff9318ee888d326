package org.smssev.jobs.screen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.smssev.common.config.Config;
import org.smssev.common.tables.GapTables.GapSummary;

/** Puts the criteria of each candidate together from its families, its gap and its place in the network. */
final class Measuring {
    /** Share of the years, from the youngest, that count as young. */
    private static final int YOUNG_PART = 3;

    private final Config config;
    private final Map<String, FamilyFigures> figures;
    private final Map<String, GapSummary> gaps = new HashMap<>();
    private final Integer first;
    private final Integer last;

    /**
     * Fixes the frame.
     *
     * @param figures by candidate; one without families is absent
     * @param summaries of all subjects; those against the best other country over all families are used
     */
    Measuring(Config config, Map<String, FamilyFigures> figures, List<GapSummary> summaries) {
        this.config = config;
        this.figures = figures;
        for (GapSummary gap : summaries) {
            if (gap.reference().equals("BEST_OTHER") && gap.familyFilter().equals("ALL")) {
                gaps.put(gap.subjectKind() + " " + gap.subjectId(), gap);
            }
        }
        this.first = figures.values().stream()
                .map(FamilyFigures::firstYear)
                .filter(Objects::nonNull)
                .min(Integer::compare)
                .orElse(null);
        this.last = figures.values().stream()
                .map(FamilyFigures::lastYear)
                .filter(Objects::nonNull)
                .max(Integer::compare)
                .orElse(null);
    }

    /** The figures of a draft: a candidate with a technology has the technology's gap, another its cluster's. */
    Measured measure(Draft draft) {
        FamilyFigures own = figures.getOrDefault(draft.candidateId(), new FamilyFigures());
        GapSummary gap = gaps.get(
                draft.technologyId() != null ? "TECHNOLOGY " + draft.technologyId() : "CLUSTER " + draft.clusterId());
        Map<String, Double> criteria = new HashMap<>();
        criteria.put("log_families", Math.log1p((double) own.families()));
        criteria.put("international_share", own.internationalShare());
        criteria.put("composite_gap", gap == null ? null : gap.composite());
        criteria.put("network_role", draft.network() == null ? Double.valueOf(0) : draft.network());
        if (last != null) {
            int to = last - config.release().truncatedYears();
            int from = to - Math.max(1, (to - first + 1) / YOUNG_PART) + 1;
            criteria.put("growth", own.growth(config.gap().window(), to));
            criteria.put("young_share", own.youngShare(from, to));
        }
        return new Measured(draft, own.families(), gap == null ? null : gap.state(), criteria);
    }
}
