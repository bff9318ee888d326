package org.smssev.jobs.report;

import java.util.List;
import org.smssev.common.tables.GradeTables.Technology;
import org.smssev.common.tables.IngestTables.LedgerEntry;
import org.smssev.common.tables.NetworkTables.IpcNode;
import org.smssev.common.tables.ScreenTables.Candidate;
import org.smssev.jobs.report.ReportData.KeyFigure;

/** Counts of the run, step by step, from the records read to the technologies graded. */
final class KeyFigures {
    private KeyFigures() {}

    /**
     * The figures in the order of the flow.
     *
     * @param publications publications of the release that are not withdrawn
     * @param families families of these
     */
    static List<KeyFigure> of(ReportData.Tables tables, long publications, long families) {
        List<LedgerEntry> ledger = tables.ledger();
        List<Technology> technologies = tables.technologies();
        return List.of(
                new KeyFigure(
                        "ingest",
                        "Records read",
                        ledger.stream().mapToLong(LedgerEntry::read).sum()),
                new KeyFigure(
                        "ingest",
                        "Quarantined",
                        ledger.stream().mapToLong(LedgerEntry::quarantined).sum()),
                new KeyFigure("ingest", "Publications", publications),
                new KeyFigure("ingest", "Families", families),
                new KeyFigure(
                        "network",
                        "IPC codes",
                        tables.nodes().stream().map(IpcNode::ipc).distinct().count()),
                new KeyFigure("screen", "Candidates", (long) tables.candidates().size()),
                new KeyFigure(
                        "screen",
                        "Screened in",
                        tables.candidates().stream().filter(Candidate::selected).count()),
                new KeyFigure("supplement", "After nominations", (long)
                        tables.supplemented().size()),
                new KeyFigure(
                        "evaluate",
                        "Scored",
                        technologies.stream()
                                .filter(technology -> technology.nScores() > 0)
                                .count()),
                new KeyFigure(
                        "grade",
                        "Listed, Levels 1–3",
                        technologies.stream()
                                .filter(technology -> technology.level().startsWith("LEVEL_"))
                                .count()));
    }
}
