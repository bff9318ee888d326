package org.smssev.jobs.report;

import java.util.List;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.NetworkTables.IpcNode;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.common.tables.ScreenTables.Supplemented;

/** Counts of the run, step by step, from the records read to the technologies listed. */
final class KeyFigures {
    /**
     * A count of the run.
     *
     * @param stage stage that counted
     * @param name what is counted; its words are in the page's labels
     * @param value the count
     * @param sql the query that gives it
     */
    record KeyFigure(String stage, String name, long value, String sql) {}

    private KeyFigures() {}

    /** The figures in the order of the flow. */
    static List<KeyFigure> of(ReportData data) {
        ReportData.Rows rows = data.rows();
        Extract ofRelease = PageTables.ledger(data.header().release());
        List<LedgerEntry> ledger = ofRelease.pick(rows.of(LedgerEntry.class)).stream()
                .map(LedgerEntry.class::cast)
                .toList();
        List<Technology> technologies = rows.of(Technology.class);
        return List.of(
                new KeyFigure(
                        "ingest",
                        "records_read",
                        ledger.stream().mapToLong(LedgerEntry::read).sum(),
                        "SELECT coalesce(sum(read), 0) FROM (" + ofRelease.sql() + ")"),
                new KeyFigure(
                        "ingest",
                        "quarantined",
                        ledger.stream().mapToLong(LedgerEntry::quarantined).sum(),
                        "SELECT coalesce(sum(quarantined), 0) FROM (" + ofRelease.sql() + ")"),
                new KeyFigure(
                        "ingest",
                        "publications",
                        data.publications(),
                        "SELECT count(*) FROM ingest.patents WHERE NOT withdrawn"),
                new KeyFigure("ingest", "families", data.families(), "SELECT count(*) FROM ingest.families"),
                new KeyFigure(
                        "network",
                        "codes",
                        rows.of(IpcNode.class).stream()
                                .filter(node ->
                                        node.level().equals(data.header().networkLevel()))
                                .filter(node ->
                                        node.period().equals(data.header().networkPeriod()))
                                .count(),
                        "SELECT count(*) FROM measure.ipc_nodes WHERE level = '"
                                + data.header().networkLevel() + "' AND period = '"
                                + data.header().networkPeriod() + "'"),
                new KeyFigure(
                        "screen",
                        "candidates",
                        rows.of(Candidate.class).size(),
                        "SELECT count(*) FROM screen.candidates"),
                new KeyFigure(
                        "screen",
                        "selected",
                        rows.of(Candidate.class).stream()
                                .filter(Candidate::selected)
                                .count(),
                        "SELECT count(*) FROM screen.candidates WHERE selected"),
                new KeyFigure(
                        "supplement",
                        "supplemented",
                        rows.of(Supplemented.class).size(),
                        "SELECT count(*) FROM supplement.candidates"),
                new KeyFigure(
                        "evaluate",
                        "scored",
                        technologies.stream()
                                .filter(technology -> technology.nScores() > 0)
                                .count(),
                        "SELECT count(*) FROM grade.technologies WHERE n_scores > 0"),
                new KeyFigure(
                        "grade",
                        "listed",
                        technologies.stream()
                                .filter(technology -> technology.level().startsWith("LEVEL_"))
                                .count(),
                        "SELECT count(*) FROM grade.technologies WHERE level LIKE 'LEVEL%'"));
    }
}
