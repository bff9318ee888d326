package org.smssev.jobs.report;

import java.util.List;
import org.smssev.common.tables.ClusterTables;
import org.smssev.common.tables.EvaluateTables;
import org.smssev.common.tables.GapTables;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.MetaTables;
import org.smssev.common.tables.NetworkTables;
import org.smssev.common.tables.ScreenTables;

/**
 * All that the page shows, and nothing that the page must look up.
 *
 * @param header what the page is about
 * @param figures counts per step, in the order of the flow
 * @param tables rows of the tables
 * @param conventions method card, in any order
 * @param quality quality checks, in any order
 * @param settings resolved configuration, in the order to show
 */
public record ReportData(
        Header header,
        List<KeyFigure> figures,
        Tables tables,
        List<MetaTables.Convention> conventions,
        List<MetaTables.Quality> quality,
        List<MetaTables.Setting> settings) {

    /**
     * What the page is about.
     *
     * @param project name of the project
     * @param release release shown
     * @param focalCountry country whose position is judged, two letters
     * @param synthetic whether the data are made up; the page then says so
     * @param scale scale of the scores
     * @param networkNodes most nodes drawn
     * @param evidence most publications listed per technology
     */
    public record Header(
            String project,
            String release,
            String focalCountry,
            boolean synthetic,
            Scale scale,
            int networkNodes,
            int evidence) {}

    /**
     * Scale of the scores with the least scores of the levels.
     *
     * @param min least score that can be given
     * @param max greatest score
     * @param level1 least score of Level 1; null where the levels are not cut by scores
     * @param level2 least score of Level 2, or null
     * @param level3 least score of Level 3, or null
     */
    public record Scale(double min, double max, Double level1, Double level2, Double level3) {}

    /**
     * A count of the run.
     *
     * @param step stage that counted
     * @param label what is counted
     * @param value the count; null where the step did not run
     */
    public record KeyFigure(String step, String label, Long value) {}

    /** The rows of the tables that the page shows, in any order. */
    public record Tables(
            List<GradeTables.Technology> technologies,
            List<GradeTables.Explain> explain,
            List<GradeTables.Evidence> evidence,
            List<GradeTables.Sensitivity> sensitivity,
            List<GradeTables.Change> changes,
            List<ScreenTables.Candidate> candidates,
            List<ScreenTables.Supplemented> supplemented,
            List<EvaluateTables.Agreement> agreement,
            List<EvaluateTables.Rating> ratings,
            List<EvaluateTables.Expert> experts,
            List<ClusterTables.Cluster> clusters,
            List<ClusterTables.ClusterScan> clusterScan,
            List<NetworkTables.IpcNode> nodes,
            List<NetworkTables.IpcEdge> edges,
            List<NetworkTables.Community> communities,
            List<GapTables.GapSummary> gaps,
            List<IngestTables.LedgerEntry> ledger) {}
}
