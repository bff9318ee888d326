package org.smssev.jobs.ingest.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The row of a table of no known layout that looks like its header though another stands above it, as below the title of a list
 * of hits: the first of those of most cells, in a text with the separator that gives most rows as many. It is for messages; what is read
 * starts at the first row.
 *
 * @param number of the row, from 1, as {@link TableRow#number()} is
 * @param cells its cells
 */
public record HeaderGuess(long number, List<String> cells) {
    /** Looks for it in a workbook; empty if the first row is the one. */
    public static Optional<HeaderGuess> of(TableFile workbook) throws IOException {
        return of(List.of(rows(workbook)));
    }

    /**
     * Looks for it in a text.
     *
     * @param name how messages call the file
     * @param given what the user says of the text
     * @return empty if the first row is the one
     * @throws IOException if it cannot be read
     */
    public static Optional<HeaderGuess> of(String name, ByteSource bytes, TextForm.Given given, TableLimits limits)
            throws IOException {
        List<List<TableRow>> cut = new ArrayList<>();
        for (char separator : TextShape.SEPARATORS) {
            if (given.separator() == null || given.separator() == separator) {
                TextForm.Given by = new TextForm.Given(given.charset(), separator, given.quote(), given.columns());
                try (TableFile table = TableFile.open(name, bytes, by, limits)) {
                    cut.add(rows(table));
                }
            }
        }
        return of(cut);
    }

    /** Of the first rows, cut in several ways. */
    private static Optional<HeaderGuess> of(List<List<TableRow>> cut) {
        HeaderGuess best = null;
        long most = 0;
        for (List<TableRow> rows : cut) {
            int widest = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
            List<TableRow> wide =
                    rows.stream().filter(row -> row.cells().size() == widest).toList();
            long cells = (long) (widest - 1) * wide.size();
            if (widest >= TextShape.FEWEST_COLUMNS && cells > most) {
                most = cells;
                TableRow found = wide.get(0);
                best = found.number() == rows.get(0).number() ? null : new HeaderGuess(found.number(), found.cells());
            }
        }
        return Optional.ofNullable(best);
    }

    private static List<TableRow> rows(TableFile table) throws IOException {
        try (TableRows below = table.rows()) {
            List<TableRow> rows = new ArrayList<>();
            rows.add(new TableRow(table.headerRow(), table.header(), null, false));
            while (rows.size() < TextShape.HEADER_WITHIN && below.hasNext()) {
                rows.add(below.next());
            }
            return rows;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
