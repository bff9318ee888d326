package org.smssev.common.tables;

import java.util.List;
import org.smssev.common.table.Column;
import org.smssev.common.table.Table;

/** Tables of the gap stage. */
public final class GapTables {
    private GapTables() {}

    @Table(
            name = "measure.gap",
            comment = "Technology-gap measures in long form.",
            key = {"subject_kind", "subject_id", "country", "reference", "family_filter", "measure", "window"})
    public record Gap(
            @Column(
                    value = "what is measured",
                    oneOf = {"TECHNOLOGY", "CLUSTER", "COMMUNITY", "NODE", "CANDIDATE"})
            String subjectKind,

            @Column("technology, cluster, community, code or candidate")
            String subjectId,

            @Column("country measured, REST, BEST_OTHER or a bloc; WORLD for a figure of the subject itself")
            String country,

            @Column("WORLD, REST, BEST_OTHER, a country or a bloc")
            String reference,

            @Column(
                    value = "families counted",
                    oneOf = {"ALL", "INTERNATIONAL"})
            String familyFilter,

            @Column(
                    "measure: families, share, rta, rpa, rsta, frontier_gap, growth, family_size, international_share, rci,"
                            + " top10_share, tct, generality, originality, cii, tech_strength (of a country);"
                            + " share_gap, rpp, log_gap, growth_gap, lag_years, impact_gap, top10_gap, tct_gap (against a"
                            + " reference); rdgr, hhi, hhi_adjusted, cr4, monopoly_risk, maturity, growth_years,"
                            + " gompertz_gain (of the subject)")
            String measure,

            @Column("years counted, e.g. ALL or 2013-2017/2018-2022")
            String window,

            @Column(value = "value, null where undefined", nullable = true)
            Double value,

            @Column(value = "lower end of the 95 % interval", nullable = true)
            Double lo95,

            @Column(value = "upper end of the 95 % interval", nullable = true)
            Double hi95,

            @Column(value = "families behind it, fractional: of the field, or those that a mean is taken over", min = 0)
            double nObs,

            @Column(
                    value = "status",
                    oneOf = {"OK", "UNDEFINED", "LOW_N", "CENSORED", "SOLE", "UNRELIABLE"})
            String status) {}

    /** One part of the composite gap. */
    public record GapPart(
            @Column("measure") String measure,
            @Column("value of the measure") double value,
            @Column("scaled value, -3 to 3") double z,

            @Column("weight, renormalised over the parts present")
            double weight) {}

    @Table(
            name = "measure.gap_summary",
            comment = "Composite gap with its parts, and the position of the country.",
            key = {"subject_kind", "subject_id", "country", "reference", "family_filter"})
    public record GapSummary(
            @Column(
                    value = "what is measured",
                    oneOf = {"TECHNOLOGY", "CLUSTER", "COMMUNITY", "NODE", "CANDIDATE"})
            String subjectKind,

            @Column("technology, cluster, community, code or candidate")
            String subjectId,

            @Column("country measured") String country,
            @Column("reference") String reference,

            @Column(
                    value = "families counted",
                    oneOf = {"ALL", "INTERNATIONAL"})
            String familyFilter,

            @Column(value = "composite gap, above 0 is ahead", nullable = true)
            Double composite,

            @Column(value = "lower end of its 95 % interval", nullable = true)
            Double lo95,

            @Column(value = "upper end of its 95 % interval", nullable = true)
            Double hi95,

            @Column("parts of the composite") List<GapPart> parts,

            @Column(
                    value = "position by the composite; LOW_N: too few families to tell; null where it is undefined",
                    nullable = true,
                    oneOf = {"LEAD", "PARALLEL", "FOLLOW", "LOW_N"})
            String state,

            @Column(
                    value = "position by the quantity gap alone, by its interval",
                    nullable = true,
                    oneOf = {"LEAD", "PARALLEL", "FOLLOW", "LOW_N"})
            String quantityState,

            @Column(value = "families behind it", min = 0) double nObs,

            @Column(
                    value = "status",
                    oneOf = {"OK", "UNDEFINED", "LOW_N"})
            String status) {}
}
