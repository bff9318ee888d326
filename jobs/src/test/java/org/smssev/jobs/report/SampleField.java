package org.smssev.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.smssev.common.tables.ClusterTables.ClusterEvent;
import org.smssev.common.tables.GapTables.Gap;
import org.smssev.common.tables.NetworkTables.Network;
import org.smssev.common.tables.ScopeTables.Coverage;
import org.smssev.common.tables.ScopeTables.ScopeQuality;
import org.smssev.common.tables.ScreenTables.CandidateMember;
import org.smssev.common.tables.ScreenTables.Criterion;
import org.smssev.common.tables.SupplementTables.Completeness;

/** The field of the sample: countries, growth curves, criteria, coverage. */
final class SampleField {
    private static final List<String> COUNTRIES = List.of("CN", "US", "JP", "DE", "KR", "FR", "BEST_OTHER");

    private SampleField() {}

    /** Puts the rows and returns the families by year. */
    static List<YearCount> put(ReportData.Rows rows, List<String> ids, Random random) {
        List<Gap> gaps = new ArrayList<>();
        List<CandidateMember> members = new ArrayList<>();
        List<Criterion> criteria = new ArrayList<>();
        List<YearCount> years = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            members.add(new CandidateMember(id, "TECHNOLOGY", id, 1.0));
            members.add(new CandidateMember(id, "CLUSTER", String.valueOf(i % 12), 0.6));
            for (String criterion : List.of("composite_gap", "growth", "log_families", "network_role")) {
                double scaled = random.nextDouble();
                criteria.add(new Criterion(
                        id, criterion, "BENEFIT", "a year", scaled * 4, scaled * 4, "OK", scaled, 0.2, 0.3, 0.25));
            }
            for (String country : COUNTRIES) {
                gaps.add(gap(id, country, "share", "ALL", random.nextDouble() / 2));
                gaps.add(gap(id, country, "rta", "ALL", Math.exp(random.nextGaussian() / 2)));
            }
            boolean known = i % 3 != 0;
            gaps.add(gap(id, "WORLD", "maturity", "2000-2022", known ? 0.2 + 0.7 * random.nextDouble() : null));
            gaps.add(gap(id, "WORLD", "growth_years", "2000-2022", known ? 18.0 : null));
            for (int year = 2000; year <= 2024; year++) {
                years.add(new YearCount("CANDIDATE", id, year, year < 2023 ? year - 1995 + i % 7 : 3));
            }
        }
        for (int cluster = 0; cluster < 12; cluster++) {
            for (int year = 2000; year <= 2024; year++) {
                years.add(new YearCount("CLUSTER", String.valueOf(cluster), year, 10 + (year - 2000) * (cluster % 4)));
            }
        }
        rows.put(Gap.class, gaps)
                .put(CandidateMember.class, members)
                .put(Criterion.class, criteria)
                .put(ClusterEvent.class, List.of(new ClusterEvent("2026-01", 0, "KEPT", List.of("0"), 14_000, 0.9)))
                .put(
                        Network.class,
                        List.of(new Network(
                                "MAIN_GROUP",
                                "ALL",
                                131_872,
                                150,
                                900,
                                200,
                                150,
                                0.08,
                                1,
                                150,
                                0.4,
                                9,
                                0.5,
                                150,
                                "COMPACT")))
                .put(Coverage.class, List.of(new Coverage("controlled", 20, 20, 70, 52_000, 0.394, 0.39, 0.398, "OK")))
                .put(
                        ScopeQuality.class,
                        List.of(new ScopeQuality(
                                "FAMILY", "ALL", "ALL", 40, 10, 5, 45, 0.8, 0.67, 0.89, 0.89, 0.76, 0.95, 0.84, "OK")))
                .put(
                        Completeness.class,
                        List.of(new Completeness(
                                "CHAPMAN", 40, 25, 15, 50, 65.6, 52.0, 79.0, 0.76, "OK", "Both find independently.")));
        return years;
    }

    private static Gap gap(String id, String country, String measure, String window, Double value) {
        String status = value == null ? "UNRELIABLE" : "OK";
        return new Gap(
                "CANDIDATE",
                id,
                country,
                "WORLD",
                "ALL",
                measure,
                window,
                value,
                value == null ? null : Double.valueOf(value * 0.9),
                value == null ? null : Double.valueOf(value * 1.1),
                120,
                status);
    }
}
