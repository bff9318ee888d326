package org.smssev.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.smssev.common.tables.ClusterTables.ApplicantCount;
import org.smssev.common.tables.ClusterTables.Cluster;
import org.smssev.common.tables.ClusterTables.ClusterScan;
import org.smssev.common.tables.ClusterTables.LabelTerm;
import org.smssev.common.tables.ClusterTables.Weighted;
import org.smssev.common.tables.EvaluateTables.Agreement;
import org.smssev.common.tables.EvaluateTables.Expert;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.MetaTables;

/** Tables of the sample that stand by themselves. */
final class SampleTables {
    private SampleTables() {}

    static List<Agreement> agreement(Random random) {
        List<Agreement> rows = new ArrayList<>();
        for (String dimension : SampleReport.DIMENSIONS) {
            for (String sector : List.of("ALL", "ACADEMIA", "GOVERNMENT", "INDUSTRY")) {
                for (String measure : List.of("kendall_w", "icc_2_1", "icc_2_k", "cronbach_alpha", "p_chi2", "cv")) {
                    for (int round = 1; round <= 2; round++) {
                        boolean undefined = sector.equals("GOVERNMENT") && measure.equals("kendall_w");
                        rows.add(new Agreement(
                                round,
                                dimension,
                                sector,
                                measure,
                                undefined ? null : 0.4 + random.nextDouble() * 0.5,
                                null,
                                null,
                                sector.equals("ALL") ? 20 : 6,
                                57,
                                undefined ? "UNDEFINED" : "OK"));
                    }
                }
            }
        }
        return rows;
    }

    static List<Expert> experts(Random random) {
        List<Expert> rows = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            double severity = i == 7 ? 1.9 : random.nextGaussian() * 0.35;
            rows.add(new Expert(
                    String.format(Locale.ROOT, "E%02d", i),
                    "Institute " + (char) ('A' + i % 6),
                    List.of("INDUSTRY", "GOVERNMENT", "ACADEMIA").get(i % 3),
                    SampleReport.DOMAINS.get(i % 6),
                    171 - i,
                    i,
                    i % 4,
                    i % 3,
                    severity,
                    severity / 0.35,
                    i == 7,
                    0.8,
                    0.7,
                    0.75,
                    "GIVEN"));
        }
        return rows;
    }

    static List<Cluster> clusters() {
        List<Cluster> rows = new ArrayList<>();
        List<String> terms = List.of(
                "electrolyte",
                "lithium",
                "separator",
                "wafer",
                "etching",
                "alloy",
                "carbide",
                "qubit",
                "cavity",
                "gripper",
                "actuator",
                "inlet");
        for (int i = 0; i < 12; i++) {
            List<LabelTerm> label = new ArrayList<>();
            for (int k = 0; k < 10; k++) {
                label.add(new LabelTerm("en", terms.get((i * 5 + k) % 12), 1.0 / (k + 1)));
            }
            rows.add(new Cluster(
                    i,
                    14_000L - 900L * i,
                    label,
                    List.of(new Weighted("H01M 10", 8), new Weighted("H01L 21", 4)),
                    List.of("F1", "F2"),
                    List.of(new ApplicantCount("Kolvex <b>AG</b>", 120 - i)),
                    0.2 + 0.04 * i,
                    0.01 * i,
                    2015.0 + i % 5,
                    0.4,
                    0.1,
                    i == 0 ? null : Double.valueOf(0.4 + 0.05 * i),
                    i == 0 ? null : "PATTERN",
                    null));
        }
        rows.add(new Cluster(
                -1,
                312,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "No usable text and codes."));
        return rows;
    }

    static List<ClusterScan> clusterScan() {
        return List.of(
                new ClusterScan(20, 7, 20, 0.11, 900.5, 2.5, 31_000.0, 0.7, 0.8, false),
                new ClusterScan(40, 7, 40, 0.14, 700.5, 2.4, 28_000.0, 0.9, null, true),
                new ClusterScan(40, 8, 40, 0.13, 690.5, 2.4, 28_100.0, 0.9, null, false),
                new ClusterScan(60, 7, 59, null, null, null, 27_000.0, null, null, false));
    }

    static List<LedgerEntry> ledger() {
        return List.of(
                new LedgerEntry("2025-07", "a1", "lens", "lens/part-1.csv", 90_000, 89_000, 0, 0, 0, 1_000, 0, 0),
                new LedgerEntry(
                        "2026-01", "a1", "lens", "lens/part-1.csv", 120_400, 98_000, 1_200, 20_000, 900, 300, 0, 12),
                new LedgerEntry(
                        "2026-01", "b2", "lens", "lens/part-2.csv", 88_250, 85_000, 50, 2_000, 1_000, 200, 0, 0));
    }

    static List<MetaTables.Convention> conventions() {
        return List.of(
                new MetaTables.Convention("run", "family_count", "ingest", "SIMPLE_FAMILY", "One record per family."),
                new MetaTables.Convention(
                        "run", "pair_count", "network", "NEWMAN", "A family with n codes gives each pair 1/(n-1)."),
                new MetaTables.Convention(
                        "run", "rating_rule", "evaluate", "ADJUSTED", "Severity of each expert is taken out."),
                new MetaTables.Convention("run", "level_1", "grade", "8.5", "Least score of Level 1."));
    }

    static List<MetaTables.Quality> quality() {
        return List.of(
                new MetaTables.Quality(
                        "run",
                        "ingest",
                        "quarantined_share",
                        "lens",
                        0.0024,
                        0.1,
                        "PASS",
                        "Share of records rejected."),
                new MetaTables.Quality(
                        "run",
                        "evaluate",
                        "missing_share",
                        "round 2",
                        0.07,
                        0.05,
                        "WARN",
                        "More cells are empty than expected."));
    }
}
