package org.smssev.jobs.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.smssev.common.table.TableDef;
import org.smssev.common.tables.ClusterTables;
import org.smssev.common.tables.EvaluateTables;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.MetaTables;
import org.smssev.common.tables.NetworkTables;
import org.smssev.common.tables.ScreenTables;
import org.smssev.common.tables.SupplementTables;

/**
 * Writes the tables of the page as one workbook, for readers who work in spreadsheets. Each table is a sheet with typed
 * cells, a frozen header, filters and a note on each column. Two sheets before them, {@code contents} and
 * {@code columns}, explain them. Tables without rows and columns without values are left out. The same data give the same
 * bytes.
 */
final class ReportWorkbook {
    /** Left out, because runs with equal results have different ids. */
    private static final String RUN = "run_id";

    /** Tables with all their rows, in the order of their sheets. Networks and figures of the run follow. */
    private static final List<Class<? extends Record>> TABLES = List.of(
            GradeTables.Technology.class,
            GradeTables.Explain.class,
            GradeTables.Evidence.class,
            GradeTables.Sensitivity.class,
            GradeTables.Change.class,
            ScreenTables.Candidate.class,
            ScreenTables.CandidateGap.class,
            ScreenTables.Supplemented.class,
            SupplementTables.NominatedGap.class,
            EvaluateTables.Rating.class,
            EvaluateTables.Agreement.class,
            EvaluateTables.Expert.class,
            ClusterTables.Cluster.class,
            ClusterTables.ClusterScan.class);

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
     * @param mostRows most rows of a sheet; {@code contents} says how many rows are left out
     */
    static byte[] of(ReportData data, int mostRows) {
        ReportWorkbook workbook = new ReportWorkbook(mostRows);
        ReportData.Rows rows = data.rows();
        ReportData.Header header = data.header();
        if (!data.isScored()) {
            workbook.add(
                    ScreenTables.Candidate.class,
                    rows.of(ScreenTables.Candidate.class),
                    Comparator.comparing(
                            ScreenTables.Candidate::rank, Comparator.nullsLast(Comparator.naturalOrder())));
        }
        boolean isRated = rows.of(EvaluateTables.Rating.class).stream().anyMatch(rating -> rating.rating() != null);
        for (Class<? extends Record> table : TABLES) {
            boolean isShown = table.equals(ScreenTables.Candidate.class)
                    ? data.isScored()
                    : isRated || !table.equals(EvaluateTables.Rating.class);
            if (isShown) {
                workbook.add(table, rows);
            }
        }
        workbook.add(
                NetworkTables.IpcNode.class,
                rows.of(NetworkTables.IpcNode.class).stream()
                        .filter(node -> header.isDrawn(node.level(), node.period()))
                        .toList());
        // The whole network is too large to read; `smssev export` writes it for network tools.
        workbook.add(
                NetworkTables.IpcEdge.class,
                rows.of(NetworkTables.IpcEdge.class).stream()
                        .filter(edge -> header.isDrawn(edge.level(), edge.period()))
                        .filter(NetworkTables.IpcEdge::inBackbone)
                        .toList());
        workbook.add(
                NetworkTables.Community.class,
                rows.of(NetworkTables.Community.class).stream()
                        .filter(community -> header.isDrawn(community.level(), community.period()))
                        .toList());
        workbook.add(IngestTables.LedgerEntry.class, rows);
        workbook.add(MetaTables.Quality.class, data.quality());
        workbook.add(MetaTables.Convention.class, data.conventions());
        workbook.add(new TableSheet(
                "settings",
                "The resolved configuration.",
                List.of("key"),
                TableDef.columnsOf(MetaTables.Setting.class),
                data.settings(),
                mostRows));
        return workbook.bytes(data);
    }

    private <T extends Record> void add(Class<T> type, ReportData.Rows rows) {
        add(type, rows.of(type));
    }

    private <T extends Record> void add(Class<T> type, List<T> rows) {
        add(type, rows, TableDef.of(type).keyOrder());
    }

    /** Adds the rows in the given order, and in that of the key when they are equal. */
    private <T extends Record> void add(Class<T> type, List<T> rows, Comparator<? super T> order) {
        TableDef def = TableDef.of(type);
        List<T> sorted = new ArrayList<>(rows);
        sorted.sort(def.keyOrder());
        sorted.sort(order);
        add(new TableSheet(
                def.name(),
                def.comment(),
                def.key().stream().filter(key -> !key.equals(RUN)).toList(),
                def.columns().stream()
                        .filter(column -> !column.name().equals(RUN))
                        .filter(column -> sorted.stream().anyMatch(row -> column.value(row) != null))
                        .toList(),
                sorted,
                mostRows));
    }

    private void add(TableSheet sheet) {
        if (!sheet.rows().isEmpty()) {
            sheets.add(sheet);
        }
    }

    private byte[] bytes(ReportData data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            try (Workbook workbook = new Workbook(out, "smssev", "1.0")) {
                // It is packed once, when the times are taken out.
                workbook.setCompressionLevel(Deflater.NO_COMPRESSION);
                WorkbookGuide.contents(workbook.newWorksheet("contents"), data.header(), data.isScored(), sheets);
                WorkbookGuide.columns(workbook.newWorksheet("columns"), sheets);
                for (TableSheet sheet : sheets) {
                    sheet.write(workbook.newWorksheet(sheet.name()));
                }
            }
            return StableZip.of(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("The workbook of the report cannot be written", e);
        }
    }
}
