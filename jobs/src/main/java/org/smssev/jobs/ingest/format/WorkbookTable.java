package org.smssev.jobs.ingest.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of a workbook: of the first sheet that holds a known header, else of the first that holds anything. */
final class WorkbookTable implements TableFile.Content {
    private final Workbook workbook;
    private final int sheet;
    private final List<String> header;
    private final int headerRow;

    /** A header, where it stands, and whether it is known. */
    private record Head(int sheet, int row, List<String> header, boolean known) {}

    private WorkbookTable(Workbook workbook, Head head) {
        this.workbook = workbook;
        this.sheet = head.sheet;
        this.header = head.header;
        this.headerRow = head.row;
    }

    /**
     * Looks for the header. Closes the workbook if there is none.
     *
     * @throws org.smssev.common.UserException if all sheets are empty, or one is damaged
     */
    static WorkbookTable open(Workbook workbook, WorkbookErrors errors) throws IOException {
        try {
            Head first = null;
            for (int i = 0; i < workbook.sheets().size(); i++) {
                Head head = head(workbook, i);
                if (head != null && head.known) {
                    return new WorkbookTable(workbook, head);
                }
                first = first == null ? head : first;
            }
            if (first == null) {
                throw errors.refused("its sheets are empty", "put a header row and rows into one", null);
            }
            return new WorkbookTable(workbook, first);
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    private static Head head(Workbook workbook, int sheet) throws IOException {
        Head first = null;
        try (SheetRows rows = workbook.rows(sheet)) {
            for (int i = 0; i < TextShape.HEADER_WITHIN; i++) {
                SheetRows.SheetRow row = rows.next();
                if (row == null) {
                    break;
                }
                List<String> names = row.cells().stream()
                        .map(c -> c.replace("\ufeff", "").strip())
                        .toList();
                boolean known = TableLayouts.recognise(names).isPresent()
                        || TableLayouts.refusal(names).isPresent();
                if (known || first == null) {
                    first = new Head(sheet, row.number(), names, known);
                }
                if (known) {
                    break;
                }
            }
        }
        return first;
    }

    @Override
    public Optional<TextForm> form() {
        return Optional.empty();
    }

    @Override
    public String sheet() {
        return workbook.sheets().get(sheet);
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public long headerRow() {
        return headerRow;
    }

    @Override
    public TableRows rows() throws IOException {
        return new Rows(workbook.rows(sheet), headerRow, header.size());
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private static final class Rows extends TableRows {
        private final SheetRows rows;
        private final int headerRow;
        private final int columns;
        private boolean below;

        Rows(SheetRows rows, int headerRow, int columns) {
            this.rows = rows;
            this.headerRow = headerRow;
            this.columns = columns;
        }

        @Override
        TableRow read() throws IOException {
            SheetRows.SheetRow row = rows.next();
            while (row != null && !below) {
                below = row.number() == headerRow;
                row = rows.next();
            }
            return row == null ? null : new TableRow(row.number(), padded(row.cells()), null, row.tooLong());
        }

        private List<String> padded(List<String> cells) {
            List<String> padded = new ArrayList<>(cells);
            while (padded.size() < columns) {
                padded.add("");
            }
            while (padded.size() > columns && padded.get(padded.size() - 1).isBlank()) {
                padded.remove(padded.size() - 1);
            }
            return List.copyOf(padded);
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
