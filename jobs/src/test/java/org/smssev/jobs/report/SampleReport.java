package org.smssev.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.smssev.common.tables.ClusterTables.Cluster;
import org.smssev.common.tables.ClusterTables.ClusterScan;
import org.smssev.common.tables.EvaluateTables.Agreement;
import org.smssev.common.tables.EvaluateTables.Expert;
import org.smssev.common.tables.EvaluateTables.Rating;
import org.smssev.common.tables.GapTables.GapPart;
import org.smssev.common.tables.GradeTables.Cause;
import org.smssev.common.tables.GradeTables.Change;
import org.smssev.common.tables.GradeTables.Evidence;
import org.smssev.common.tables.GradeTables.Explain;
import org.smssev.common.tables.GradeTables.Sensitivity;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.MetaTables;
import org.smssev.common.tables.NetworkTables.Community;
import org.smssev.common.tables.NetworkTables.IpcEdge;
import org.smssev.common.tables.NetworkTables.IpcNode;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.CandidateGap;
import org.smssev.common.tables.ScreenTables.Nomination;
import org.smssev.common.tables.ScreenTables.Supplemented;

/** A report of 60 technologies (or more), 20 experts and 150 codes, made up with a fixed seed. */
final class SampleReport {
    static final int TECHNOLOGIES = 60;
    static final List<String> DOMAINS = List.of(
            "Energy storage", "Semiconductors", "Advanced materials", "Quantum technology", "Aerospace", "Robotics");
    private static final List<String> ADJECTIVES = List.of(
            "Solid-state",
            "Wide-bandgap",
            "High-entropy",
            "Superconducting",
            "Hypersonic",
            "Soft",
            "Sodium-ion",
            "Extreme-ultraviolet",
            "Rare-earth",
            "Photonic");
    private static final List<String> NOUNS = List.of(
            "battery electrolytes",
            "power devices",
            "alloy coatings",
            "qubit control",
            "propulsion inlets",
            "robotic grippers");
    private static final List<String> NOUNS_ZH = List.of("电池电解质", "功率器件", "合金涂层", "量子比特控制", "推进进气道", "机器人抓手");
    static final List<String> DIMENSIONS = List.of("necessity", "feasibility", "impact");
    private static final List<String> LEVELS = List.of("LEVEL_1", "LEVEL_2", "LEVEL_3", "NOT_LISTED");
    private static final double[] WEIGHTS = {0.4, 0.3, 0.3};

    private final Random random = new Random(11);
    private final List<Technology> technologies = new ArrayList<>();
    private final List<Explain> explain = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Sensitivity> sensitivity = new ArrayList<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Supplemented> supplemented = new ArrayList<>();
    private final List<Rating> ratings = new ArrayList<>();
    private final List<CandidateGap> gaps = new ArrayList<>();

    private final int size;
    private final int scoredOnes;

    private SampleReport(int size) {
        this.size = size;
        scoredOnes = size - size / 20;
    }

    /** The whole report. */
    static ReportData full() {
        return of(TECHNOLOGIES);
    }

    /** The same report from patents alone: no experts, scores, panel or releases before. */
    static ReportData withoutScores() {
        ReportData whole = full();
        ReportData.Rows rows = new ReportData.Rows();
        for (Class<? extends Record> table : PageTables.tables()) {
            if (!table.getName().matches(".*(EvaluateTables|PanelTables|GradeTables).*")) {
                copy(whole.rows(), rows, table);
            }
        }
        rows.put(
                Technology.class,
                whole.rows().of(Technology.class).stream()
                        .map(technology -> unscored(technology.technologyId(), technology.nameEn()))
                        .toList());
        return new ReportData(
                whole.header(),
                whole.publications(),
                whole.families(),
                rows,
                whole.years(),
                Map.of("H01M 10", "Secondary cells"),
                Map.of(),
                whole.conventions(),
                whole.quality(),
                List.of(new MetaTables.Setting("screen.min-families", "20")));
    }

    private static <T extends Record> void copy(ReportData.Rows from, ReportData.Rows to, Class<T> table) {
        to.put(table, from.of(table));
    }

    /** A report of so many technologies. */
    static ReportData of(int technologies) {
        return new SampleReport(technologies).make();
    }

    /** The header of the sample. */
    static ReportData.Header header(boolean synthetic) {
        return new ReportData.Header(
                "Strategic materials and energy 2026",
                "2026-01",
                "CN",
                synthetic,
                new ReportData.Scale(0, 10, 8.5, 7.0, 5.5),
                150,
                5,
                "MAIN_GROUP",
                "ALL");
    }

    /** A report with the given rows and nothing else. */
    static ReportData of(ReportData.Rows rows) {
        return new ReportData(
                header(false), 0, 0, rows, List.of(), Map.of(), Map.of(), List.of(), List.of(), List.of());
    }

    /** Rows of technologies only. */
    static ReportData.Rows rows(Technology... technologies) {
        return new ReportData.Rows().put(Technology.class, List.of(technologies));
    }

    /** A technology without scores. */
    static Technology unscored(String id, String name) {
        return new Technology(
                id,
                name,
                name,
                name,
                null,
                "UNSCORED",
                null,
                null,
                null,
                "NONE",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                List.of(),
                null,
                null,
                null,
                List.of("PATENT"),
                0,
                "NO_SCORES",
                List.of(),
                name,
                name);
    }

    /** A change whose cause is the scores. */
    static Change change(String id, String change, String before, String now, Double scoreBefore, Double scoreNow) {
        Double part = scoreBefore == null || scoreNow == null ? null : Double.valueOf(scoreNow - scoreBefore);
        return new Change(
                id,
                change,
                before,
                now,
                scoreBefore,
                scoreNow,
                List.of(new Cause("SCORES", part, now)),
                List.of("SCORES"),
                null);
    }

    private ReportData make() {
        double[] scores = random.doubles(size, 4.2, 9.6).toArray();
        for (int i = 0; i < size; i++) {
            technology(i, scores);
        }
        SampleNetwork network = SampleNetwork.of(random);
        List<Change> changes = List.of(
                change("T003", "RAISED", "LEVEL_2", "LEVEL_1", 8.41, 8.62),
                change("T010", "ENTERED", null, technologies.get(10).level(), null, scores[10]),
                change("T017", "LOWERED", "LEVEL_1", "LEVEL_2", 8.55, 8.38),
                change("T099", "LEFT", "LEVEL_3", null, 5.71, null),
                change("T021", "SCORE_ONLY", "LEVEL_3", "LEVEL_3", 6.02, 6.11));
        ReportData.Rows rows = new ReportData.Rows()
                .put(Technology.class, technologies)
                .put(Explain.class, explain)
                .put(Evidence.class, evidence)
                .put(Sensitivity.class, sensitivity)
                .put(Change.class, changes)
                .put(Candidate.class, candidates)
                .put(Supplemented.class, supplemented)
                .put(Agreement.class, SampleTables.agreement(random))
                .put(Rating.class, ratings)
                .put(Expert.class, SampleTables.experts(random))
                .put(Cluster.class, SampleTables.clusters())
                .put(ClusterScan.class, SampleTables.clusterScan())
                .put(IpcNode.class, network.nodes())
                .put(IpcEdge.class, network.edges())
                .put(Community.class, network.communities())
                .put(CandidateGap.class, gaps)
                .put(LedgerEntry.class, SampleTables.ledger());
        List<String> ids = technologies.stream().map(Technology::technologyId).toList();
        SamplePanel.put(rows, ids.subList(0, scoredOnes), random);
        List<YearCount> years = SampleField.put(rows, ids, random);
        return new ReportData(
                header(true),
                204_311,
                131_872,
                rows,
                years,
                Map.of("H01M 01", "Structural details of <b>cells</b>"),
                Map.of("T099", new ReportData.Name("Vacuum tube amplifiers", "真空管放大器")),
                SampleTables.conventions(),
                SampleTables.quality(),
                List.of(
                        new MetaTables.Setting("grade.level-1", "8.5"),
                        new MetaTables.Setting("grade.level-2", "7.0"),
                        new MetaTables.Setting("grade.quantiles", null)));
    }

    private static String level(double score) {
        return score >= 8.5 ? "LEVEL_1" : score >= 7 ? "LEVEL_2" : score >= 5.5 ? "LEVEL_3" : "NOT_LISTED";
    }

    private void technology(int i, double[] scores) {
        String id = String.format(Locale.ROOT, "T%03d", i);
        int noun = i / 10 % NOUNS.size();
        String name = ADJECTIVES.get(i % 10) + " " + NOUNS.get(noun) + (i < TECHNOLOGIES ? "" : ", type " + i);
        String domain = DOMAINS.get(i % 6);
        double score = scores[i];
        double half = 0.25 + random.nextDouble() * 0.5;
        double[] p = probabilities(score, half / 1.96);
        String level = i >= scoredOnes ? "INSUFFICIENT" : level(score);
        boolean scored = i < scoredOnes;
        double own = scored ? p[LEVELS.indexOf(level)] : 0;
        long rank = 1;
        for (int k = 0; k < scoredOnes; k++) {
            rank += scores[k] > score ? 1 : 0;
        }
        List<String> provenance =
                i % 5 == 0 ? List.of("LIST", "PATENT") : i % 7 == 0 ? List.of("EXPERT") : List.of("PATENT");
        double composite = random.nextGaussian();
        String state = composite > 0.25 ? "LEAD" : composite < -0.25 ? "FOLLOW" : "PARALLEL";
        technologies.add(new Technology(
                id,
                name,
                NOUNS_ZH.get(noun) + "第" + (i % 10 + 1) + "类",
                domain,
                scored ? score : null,
                level,
                scored ? (double) rank : null,
                scored ? score - half : null,
                scored ? Math.min(10, score + half) : null,
                scored ? "OK" : "NONE",
                null,
                null,
                scored ? p[0] : null,
                scored ? p[1] : null,
                scored ? p[2] : null,
                scored ? p[3] : null,
                scored ? 0.01 : null,
                scored ? level : null,
                scored && own < 0.8,
                scored && own < 0.8 ? List.of("LOW_PROBABILITY", "THRESHOLD_IN_INTERVAL") : List.of(),
                scored ? "E07" : null,
                scored ? 0.12 : null,
                i % 7 == 0 ? null : state,
                provenance,
                scored ? 20 : 3,
                scored ? "SCORE" : "FEW_SCORES",
                List.of(),
                "Score " + String.format(Locale.ROOT, "%.2f", score) + " puts it at this level.",
                "评分决定其等级。"));
        for (int d = 0; scored && d < DIMENSIONS.size(); d++) {
            double rating = score + (d - 1) * 0.2;
            explain.add(new Explain(id, DIMENSIONS.get(d), WEIGHTS[d], rating, WEIGHTS[d] * rating));
            ratings.add(new Rating(
                    id,
                    DIMENSIONS.get(d),
                    rating,
                    rating,
                    rating,
                    rating,
                    rating,
                    rating,
                    rating,
                    rating,
                    0.2,
                    rating - 0.4,
                    rating + 0.4,
                    20,
                    18.0,
                    rating,
                    0,
                    rating,
                    i % 3,
                    null,
                    "OK"));
        }
        for (int k = 0; k < 8; k++) {
            evidence.add(new Evidence(
                    id,
                    "PUBLICATION",
                    "CN-10" + (10_000 + 37 * i + k) + "-A",
                    "Method of making " + name,
                    0.9 - k * 0.05));
        }
        evidence.add(new Evidence(id, "SCORE", "E01 necessity", null, 7.25));
        evidence.add(new Evidence(id, "CLUSTER", String.valueOf(i % 12), "nearest cluster", 0.61));
        for (int s = 0; scored && s < 9; s++) {
            double other = score + random.nextGaussian() * 0.2;
            sensitivity.add(new Sensitivity(
                    List.of(
                                    "RULE_MEDIAN",
                                    "RULE_MEAN",
                                    "RULE_HUBER",
                                    "THRESHOLDS_PLUS_0.25",
                                    "THRESHOLDS_MINUS_0.25",
                                    "WEIGHTS_EQUAL",
                                    "WITHOUT_E01",
                                    "WITHOUT_E02",
                                    "WITHOUT_E07")
                            .get(s),
                    id,
                    other,
                    level(other)));
        }
        candidates.add(new Candidate(
                id,
                name,
                null,
                name,
                null,
                "TECHNOLOGY",
                domain,
                provenance,
                List.of("H01M 10"),
                List.of("electrolyte"),
                100 + i,
                0.3 + 0.01 * i,
                60.0 - i,
                0.1,
                false,
                0.9,
                true,
                false,
                null,
                null,
                state,
                i % 5 == 0,
                true,
                "SELECTED"));
        supplemented.add(new Supplemented(
                id,
                name,
                null,
                domain,
                provenance,
                List.of(name + " (listed)"),
                List.of("H01M 10", "H01M 4"),
                List.of(new Nomination("N1", "E01", "Institute A", name, "needed")),
                i % 3,
                0.9,
                "AUTO_MERGED",
                100L + i,
                0.3,
                state));
        if (i % 7 != 0) {
            for (String reference : List.of("BEST_OTHER", "REST", "US")) {
                gaps.add(new CandidateGap(
                        id,
                        "CN",
                        reference,
                        "ALL",
                        composite,
                        composite - 0.3,
                        composite + 0.3,
                        List.of(
                                new GapPart("log_gap", composite + random.nextGaussian() * 0.4, composite, 0.4),
                                new GapPart("growth_gap", random.nextGaussian() * 0.08, 0.3, 0.3),
                                new GapPart("lag_years", -1, -0.4, 0.3)),
                        state,
                        state,
                        40 + random.nextInt(900),
                        "OK"));
            }
        }
    }

    /** Shares of a normal with the given spread at each level. */
    private double[] probabilities(double score, double sd) {
        double[] shares = new double[4];
        for (int draw = 0; draw < 2000; draw++) {
            shares[LEVELS.indexOf(level(score + sd * random.nextGaussian()))] += 1 / 2000.0;
        }
        return shares;
    }
}
