package org.smssev.jobs.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smssev.common.tables.ClusterTables.Cluster;
import org.smssev.common.tables.ClusterTables.ClusterEvent;
import org.smssev.common.tables.ClusterTables.ClusterScan;
import org.smssev.common.tables.EvaluateTables.Agreement;
import org.smssev.common.tables.EvaluateTables.Expert;
import org.smssev.common.tables.EvaluateTables.Rating;
import org.smssev.common.tables.GapTables.Gap;
import org.smssev.common.tables.GradeTables.Change;
import org.smssev.common.tables.GradeTables.Evidence;
import org.smssev.common.tables.GradeTables.Explain;
import org.smssev.common.tables.GradeTables.Scenario;
import org.smssev.common.tables.GradeTables.Sensitivity;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.GradeTables.Threshold;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.NetworkTables.Community;
import org.smssev.common.tables.NetworkTables.IpcEdge;
import org.smssev.common.tables.NetworkTables.IpcNode;
import org.smssev.common.tables.NetworkTables.Network;
import org.smssev.common.tables.PanelTables.Comment;
import org.smssev.common.tables.PanelTables.Question;
import org.smssev.common.tables.PanelTables.Round;
import org.smssev.common.tables.PanelTables.Sectors;
import org.smssev.common.tables.ScopeTables.Coverage;
import org.smssev.common.tables.ScopeTables.ScopeQuality;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.CandidateGap;
import org.smssev.common.tables.ScreenTables.CandidateMember;
import org.smssev.common.tables.ScreenTables.Criterion;
import org.smssev.common.tables.ScreenTables.Supplemented;
import org.smssev.common.tables.SupplementTables.Completeness;
import org.smssev.common.tables.SupplementTables.NominatedGap;

/**
 * The extracts that the page shows. Single experts appear with their records but not with their scores, which a panel
 * gives in confidence.
 */
final class PageTables {
    /** More lines than this hide one another. */
    static final int EDGES_DRAWN_PER_NODE = 4;

    private static final String[] SUBJECTS = {"CANDIDATE", "TECHNOLOGY", "CLUSTER"};

    private PageTables() {}

    /** The extracts in the order in which the page holds them. */
    static List<Extract> of(ReportData data) {
        ReportData.Header header = data.header();
        List<Extract> all = new ArrayList<>();
        all.add(Extract.of("technologies", Technology.class).orderedBy("rank"));
        all.add(Extract.of("changes", Change.class));
        all.add(Extract.of("explain", Explain.class));
        all.add(Extract.of("ratings", Rating.class)
                .columns(
                        "candidate_id",
                        "dimension",
                        "rating",
                        "lo95",
                        "hi95",
                        "median",
                        "n",
                        "n_outliers",
                        "n_excluded",
                        "delta_conflict",
                        "status"));
        all.add(Extract.of("publications", Evidence.class)
                .where("kind", "PUBLICATION")
                .orderedBy("-value", "rank", "ref")
                .first(header.evidence(), "technology_id"));
        all.add(Extract.of("evidence", Evidence.class)
                .where("kind", "NODE", "LIST_ITEM", "NOMINATION")
                .orderedBy("technology_id", "kind", "-value"));
        all.add(Extract.of("candidates", Candidate.class).without("provenance", "near_miss", "keywords", "domain"));
        all.add(Extract.of("members", CandidateMember.class));
        all.add(Extract.of("criteria", Criterion.class)
                .columns("candidate_id", "criterion", "direction", "unit", "value", "scaled", "weight", "status"));
        all.add(Extract.of("supplemented", Supplemented.class)
                .columns("candidate_id", "name_en", "name_zh", "aliases", "support", "match_state", "families"));
        panel(all);
        gap(all, header);
        field(all, data);
        all.add(Extract.of("sensitivity", Sensitivity.class));
        all.add(Extract.of("scenarios", Scenario.class));
        all.add(Extract.of("thresholds", Threshold.class));
        all.add(ledger(header.release()).without("release", "file_sha256").orderedBy("source", "file"));
        all.add(Extract.of("coverage", Coverage.class));
        all.add(Extract.of("scopeQuality", ScopeQuality.class));
        all.add(Extract.of("completeness", Completeness.class));
        return all;
    }

    /** What became of the records of a release; the table has those of all releases. */
    static Extract ledger(String release) {
        return Extract.of("ledger", LedgerEntry.class).where("release", release);
    }

    private static void panel(List<Extract> all) {
        all.add(Extract.of("questions", Question.class)
                .columns(
                        "round",
                        "candidate_id",
                        "dimension",
                        "n",
                        "cv",
                        "q1",
                        "median",
                        "q3",
                        "within",
                        "agreed",
                        "stable",
                        "status"));
        all.add(Extract.of("sectors", Sectors.class).without("kruskal_h"));
        all.add(Extract.of("comments", Comment.class));
        all.add(Extract.of("agreement", Agreement.class));
        all.add(Extract.of("rounds", Round.class));
        all.add(Extract.of("experts", Expert.class).without("organisation", "basis", "familiarity"));
    }

    private static void gap(List<Extract> all, ReportData.Header header) {
        all.add(Extract.of("gaps", CandidateGap.class)
                .where("country", header.focalCountry())
                .without("country"));
        all.add(Extract.of("nominatedGaps", NominatedGap.class)
                .where("country", header.focalCountry())
                .without("country"));
        all.add(Extract.of("countries", Gap.class)
                .where("subject_kind", SUBJECTS)
                .where("family_filter", "ALL")
                .where("measure", "share", "rta", "rci")
                .where("reference", "WORLD")
                .columns("subject_kind", "subject_id", "country", "measure", "value", "lo95", "hi95", "status"));
        all.add(Extract.of("maturity", Gap.class)
                .where("subject_kind", SUBJECTS)
                .where("family_filter", "ALL")
                .where("measure", "maturity", "growth_years", "gompertz_gain", "hhi", "monopoly_risk")
                .columns("subject_kind", "subject_id", "measure", "window", "value", "lo95", "hi95", "status"));
    }

    private static void field(List<Extract> all, ReportData data) {
        ReportData.Header header = data.header();
        Extract nodes = Extract.of("nodes", IpcNode.class)
                .where("level", header.networkLevel())
                .where("period", header.networkPeriod())
                .orderedBy("-strength", "ipc")
                .columns(
                        "ipc",
                        "families",
                        "degree",
                        "strength",
                        "pagerank",
                        "betweenness",
                        "betweenness_residual",
                        "closeness",
                        "eigenvector",
                        "participation",
                        "community",
                        "growth",
                        "topsis",
                        "quadrant",
                        "is_key_node",
                        "reason")
                .first(header.networkNodes());
        List<IpcNode> nodeRows = data.rows().of(IpcNode.class);
        int drawn = Math.min(header.networkNodes(), nodeRows.size());
        all.add(nodes);
        all.add(Extract.of("edges", IpcEdge.class)
                .where("level", header.networkLevel())
                .where("period", header.networkPeriod())
                .among("ipc_a", nodes, "ipc", nodeRows)
                .among("ipc_b", nodes, "ipc", nodeRows)
                .orderedBy("-newman", "ipc_a", "ipc_b")
                .columns("ipc_a", "ipc_b", "full", "newman", "association", "lift", "in_backbone")
                .first(EDGES_DRAWN_PER_NODE * drawn));
        all.add(Extract.of("communities", Community.class)
                .where("level", header.networkLevel())
                .where("period", header.networkPeriod())
                .without("level", "period"));
        all.add(Extract.of("networks", Network.class)
                .where("level", header.networkLevel())
                .without("level", "engine", "sources"));
        all.add(Extract.of("clusters", Cluster.class).without("central_families"));
        all.add(Extract.of("clusterScan", ClusterScan.class));
        all.add(Extract.of("clusterEvents", ClusterEvent.class).without("release"));
    }

    /** The extracts as the page holds them, by their ids. */
    static Map<String, Object> views(ReportData data) {
        Map<String, Object> views = new LinkedHashMap<>();
        for (Extract extract : of(data)) {
            views.put(extract.id(), extract.view(data.rows().of(extract.table().type())));
        }
        return views;
    }

    /** The tables that the extracts are taken from. */
    static List<Class<? extends Record>> tables() {
        ReportData.Header none = new ReportData.Header("", "", "", false, null, 0, 0, "", "");
        List<Class<? extends Record>> tables = new ArrayList<>();
        for (Extract extract : of(ReportData.empty(none))) {
            if (!tables.contains(extract.table().type())) {
                tables.add(extract.table().type());
            }
        }
        return tables;
    }
}
