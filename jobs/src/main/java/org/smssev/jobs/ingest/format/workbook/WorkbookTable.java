package org.smssev.jobs.ingest.format.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.smssev.jobs.ingest.format.TableFile;
import org.smssev.jobs.ingest.format.TableLayouts;
import org.smssev.jobs.ingest.format.TableRow;
import org.smssev.jobs.ingest.format.TableRows;
import org.smssev.jobs.ingest.format.TextForm;
import org.smssev.jobs.ingest.format.TextShape;

/**
 * The table of a workbook: of the first visible sheet that holds the header that the user means, or else a known one, else of the
 * first that holds anything, and of all others that have the same header, as tools that give no more than so many rows a sheet
 * write several.
 */
public final class WorkbookTable implements TableFile.Content {
    private final Workbook workbook;
    /** In the order of their sheets; of the same header. */
    private final List<Head> heads;

    private final List<String> left;

    /**
     * A header without blank names at its end, where it stands, and whether it is one that was looked for.
     *
     * @param width cells of the longest of the first rows: of rows without a header the first may end with empty cells
     */
    private record Head(int sheet, int row, List<String> header, boolean known, int width) {
        boolean isRead() {
            return TableLayouts.recognise(header).isPresent();
        }

        /** Whether it looks like a part of another table: with half of its columns, or as many, of which it lacks the names. */
        boolean mayBelongTo(Head other) {
            long shared = other.header.stream()
                    .filter(name -> !name.isEmpty() && header.contains(name))
                    .count();
            return 2 * shared >= other.header.size()
                    || (width == other.header.size() && width >= TextShape.FEWEST_COLUMNS);
        }
    }

    private WorkbookTable(Workbook workbook, List<Head> heads, List<String> left) {
        this.workbook = workbook;
        this.heads = heads;
        this.left = left;
    }

    /**
     * Looks for the header. Closes the workbook if there is none.
     *
     * @throws org.smssev.common.UserException if all sheets are empty, one is damaged, or two hold exports of different columns
     */
    public static WorkbookTable open(Workbook workbook, WorkbookErrors errors, TextForm.Given given)
            throws IOException {
        try {
            List<Head> heads = given.columns().isEmpty() ? List.of() : heads(workbook, given::isMeant);
            boolean areMeant = heads.stream().anyMatch(Head::known);
            if (!areMeant) {
                heads = heads(workbook, TableLayouts::isKnown);
            }
            if (heads.isEmpty()) {
                throw errors.refused("its sheets are empty", "put a header row and rows into one", null);
            }
            Head first = heads.stream().filter(Head::known).findFirst().orElse(heads.get(0));
            for (Head head : heads) {
                if (!head.header.equals(first.header)
                        && (head.isRead() || areMeant && head.known || head.mayBelongTo(first))) {
                    throw errors.refused(
                            "its sheets " + workbook.sheets().get(first.sheet) + " and "
                                    + workbook.sheets().get(head.sheet) + " have tables with different columns",
                            "save each as a separate file",
                            null);
                }
            }
            List<String> left = heads.stream()
                    .filter(head -> !head.header.equals(first.header) && head.width > 1)
                    .map(head -> workbook.sheets().get(head.sheet))
                    .toList();
            heads.removeIf(head -> !head.header.equals(first.header));
            return new WorkbookTable(workbook, List.copyOf(heads), left);
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    private static List<Head> heads(Workbook workbook, Predicate<List<String>> isHeader) throws IOException {
        List<Head> heads = new ArrayList<>();
        for (int i = 0; i < workbook.sheets().size(); i++) {
            Head head = head(workbook, i, isHeader);
            if (head != null) {
                heads.add(head);
            }
        }
        return heads;
    }

    private static Head head(Workbook workbook, int sheet, Predicate<List<String>> isHeader) throws IOException {
        Head first = null;
        int width = 0;
        try (SheetRows rows = workbook.rows(sheet)) {
            for (int i = 0; i < TextShape.HEADER_WITHIN; i++) {
                SheetRows.SheetRow row = rows.next();
                if (row == null) {
                    break;
                }
                List<String> names = names(row.cells());
                width = Math.max(width, names.size());
                boolean known = isHeader.test(names);
                if (known || first == null) {
                    first = new Head(sheet, row.number(), names, known, width);
                }
                if (known) {
                    break;
                }
            }
        }
        return first == null ? null : new Head(sheet, first.row, first.header, first.known, width);
    }

    private static List<String> names(List<String> cells) {
        List<String> names = new ArrayList<>();
        cells.forEach(cell -> names.add(cell.replace("\ufeff", "").strip()));
        while (names.size() > 1 && names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
        }
        return List.copyOf(names);
    }

    @Override
    public Optional<TextForm> form() {
        return Optional.empty();
    }

    @Override
    public String sheet() {
        return String.join(
                ", ", heads.stream().map(h -> workbook.sheets().get(h.sheet)).toList());
    }

    @Override
    public List<String> sheetsLeft() {
        return left;
    }

    @Override
    public List<String> header() {
        return heads.get(0).header;
    }

    @Override
    public long headerRow() {
        return heads.get(0).row;
    }

    @Override
    public TableRows rows() throws IOException {
        return new Rows();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private final class Rows extends TableRows {
        private final Iterator<Head> left = heads.iterator();
        /** Of the sheet at hand; null before the first. */
        private SheetRows rows;

        @Override
        protected TableRow read() throws IOException {
            SheetRows.SheetRow row = rows == null ? null : rows.next();
            while (row == null && left.hasNext()) {
                close();
                Head head = left.next();
                rows = workbook.rows(head.sheet);
                row = rows.next();
                while (row != null && row.number() <= head.row) {
                    row = rows.next();
                }
            }
            return row == null ? null : new TableRow(row.number(), padded(row.cells()), null, row.tooLong());
        }

        private List<String> padded(List<String> cells) {
            int columns = header().size();
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
            if (rows != null) {
                rows.close();
            }
        }
    }
}
