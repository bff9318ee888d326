package org.smssev.jobs.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.smssev.common.table.TableDef;
import org.smssev.common.tables.ClusterTables;
import org.smssev.common.tables.EvaluateTables;
import org.smssev.common.tables.GapTables;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.MetaTables;
import org.smssev.common.tables.NetworkTables;
import org.smssev.common.tables.ScreenTables;

/**
 * The tables of the page as one workbook, for those who work in spreadsheets: a sheet per table with typed cells, a
 * frozen header, filters, and the meaning of each column as a note at its header; before them the sheets {@code contents}
 * and {@code columns}. The same data give the same bytes.
 */
final class ReportWorkbook {
    /** Ids of runs differ between runs of equal results, so they are left out. */
    private static final String RUN = "run_id";

    private final int mostRows;
    private final List<TableSheet> sheets = new ArrayList<>();

    private ReportWorkbook(int mostRows) {
        this.mostRows = mostRows;
    }

    /** The workbook, with as many rows as a sheet can hold. */
    static byte[] of(ReportData data) {
        return of(data, Worksheet.MAX_ROWS - 1);
    }

    /**
     * The workbook.
     *
     * @param mostRows most rows that a table shows; what is left out is told in {@code contents}
     */
    static byte[] of(ReportData data, int mostRows) {
        ReportWorkbook workbook = new ReportWorkbook(mostRows);
        ReportData.Tables tables = data.tables();
        workbook.add(GradeTables.Technology.class, tables.technologies());
        workbook.add(GradeTables.Explain.class, tables.explain());
        workbook.add(GradeTables.Evidence.class, tables.evidence());
        workbook.add(GradeTables.Sensitivity.class, tables.sensitivity());
        workbook.add(GradeTables.Change.class, tables.changes());
        workbook.add(ScreenTables.Candidate.class, tables.candidates());
        workbook.add(ScreenTables.Supplemented.class, tables.supplemented());
        workbook.add(EvaluateTables.Rating.class, tables.ratings());
        workbook.add(EvaluateTables.Agreement.class, tables.agreement());
        workbook.add(EvaluateTables.Expert.class, tables.experts());
        workbook.add(GapTables.GapSummary.class, tables.gaps());
        workbook.add(ClusterTables.Cluster.class, tables.clusters());
        workbook.add(ClusterTables.ClusterScan.class, tables.clusterScan());
        workbook.add(NetworkTables.IpcNode.class, tables.nodes());
        // The whole network is for tools for networks; its backbone can be read.
        workbook.add(
                NetworkTables.IpcEdge.class,
                tables.edges().stream()
                        .filter(NetworkTables.IpcEdge::inBackbone)
                        .toList());
        workbook.add(NetworkTables.Community.class, tables.communities());
        workbook.add(IngestTables.LedgerEntry.class, tables.ledger());
        workbook.add(MetaTables.Quality.class, data.quality());
        workbook.add(MetaTables.Convention.class, data.conventions());
        workbook.sheets.add(new TableSheet(
                "settings",
                "The resolved configuration.",
                List.of("key"),
                TableDef.columnsOf(MetaTables.Setting.class),
                data.settings(),
                mostRows));
        return workbook.bytes(data.header());
    }

    private <T extends Record> void add(Class<T> type, List<T> rows) {
        TableDef def = TableDef.of(type);
        List<T> sorted = new ArrayList<>(rows);
        sorted.sort(def.keyOrder());
        sheets.add(new TableSheet(
                def.name(),
                def.comment(),
                def.key().stream().filter(key -> !key.equals(RUN)).toList(),
                def.columns().stream()
                        .filter(column -> !column.name().equals(RUN))
                        .toList(),
                sorted,
                mostRows));
    }

    private byte[] bytes(ReportData.Header header) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            try (Workbook workbook = new Workbook(out, "smssev", "1.0")) {
                // It is packed once, when the times are taken out.
                workbook.setCompressionLevel(Deflater.NO_COMPRESSION);
                WorkbookGuide.contents(workbook.newWorksheet("contents"), header, sheets);
                WorkbookGuide.columns(workbook.newWorksheet("columns"), sheets);
                for (TableSheet sheet : sheets) {
                    sheet.write(workbook.newWorksheet(sheet.name()));
                }
            }
            return StableZip.of(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the workbook of the report", e);
        }
    }
}
