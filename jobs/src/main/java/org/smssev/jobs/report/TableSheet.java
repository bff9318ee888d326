package org.smssev.jobs.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;
import org.smssev.common.io.CellText;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableDef.ColumnDef;
import org.smssev.common.table.TableDef.Kind;

/**
 * A table as a sheet.
 *
 * @param name name of the sheet, at most 31 characters
 * @param holds what the table holds
 * @param key names of the key's columns
 * @param columns the columns to show, in order
 * @param rows all rows, in order
 * @param mostRows most rows to show
 */
record TableSheet(
        String name,
        String holds,
        List<String> key,
        List<ColumnDef> columns,
        List<? extends Record> rows,
        int mostRows) {
    static final String HEADER_FILL = "DDE6F0";

    private static final long EXACT = 1L << 53;
    private static final int WIDEST = 60;
    private static final int MEASURED = 200;

    /** The rows that are shown. */
    List<? extends Record> shown() {
        return rows.subList(0, Math.min(rows.size(), mostRows));
    }

    /** What the sheet leaves out, in words; empty if it shows everything. */
    String leftOut() {
        List<String> notes = new ArrayList<>();
        if (rows.size() > mostRows) {
            notes.add(String.format(
                    Locale.ROOT,
                    "The sheet has the first %,d of %,d rows. Query the table for the others.",
                    mostRows,
                    rows.size()));
        }
        List<ColumnDef> texts = columns.stream().filter(TableSheet::isText).toList();
        long cut = shown().stream()
                .mapToLong(row -> texts.stream()
                        .filter(column -> value(column, row) instanceof String text && text.length() > CellText.LONGEST)
                        .count())
                .sum();
        if (cut > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d texts are cut at %,d characters, the most that a cell can hold.",
                    cut,
                    CellText.LONGEST));
        }
        return String.join(" ", notes);
    }

    /** What a column holds, with the values it may take. */
    static String meaning(ColumnDef column) {
        return column.comment()
                + (column.oneOf().isEmpty() ? "" : " (" + String.join(", ", column.oneOf()) + ")")
                + (column.nullable() ? "; empty if unknown" : "");
    }

    /** Fills the sheet. */
    void write(Worksheet sheet) {
        header(sheet);
        List<? extends Record> shown = shown();
        int[] width = new int[columns.size()];
        for (int c = 0; c < width.length; c++) {
            width[c] = columns.get(c).name().length() + 4;
        }
        for (int r = 0; r < shown.size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                Object value = value(columns.get(c), shown.get(r));
                int length = put(sheet, r + 1, c, value);
                if (r < MEASURED) {
                    width[c] = Math.max(width[c], length);
                }
            }
        }
        for (int c = 0; c < columns.size(); c++) {
            sheet.width(c, Math.min(WIDEST, width[c] + 1));
            Kind kind = columns.get(c).kind();
            if (!shown.isEmpty() && (kind == Kind.DATE || kind == Kind.TIMESTAMP)) {
                sheet.range(1, c, shown.size(), c)
                        .style()
                        .format(kind == Kind.DATE ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm:ss")
                        .set();
            }
        }
        sheet.setAutoFilter(0, 0, shown.size(), columns.size() - 1);
        sheet.freezePane(1, 1);
    }

    private void header(Worksheet sheet) {
        for (int c = 0; c < columns.size(); c++) {
            sheet.value(0, c, columns.get(c).name());
            sheet.comment(0, c, CellText.harmless(meaning(columns.get(c)), CellText.LONGEST));
        }
        sheet.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .fillColor(HEADER_FILL)
                .set();
    }

    /** Writes a value as what it is; returns the characters it takes. */
    private static int put(Worksheet sheet, int row, int column, Object value) {
        if (value == null) {
            return 0;
        } else if (value instanceof Number number) {
            sheet.value(row, column, number);
            return String.valueOf(number).length();
        } else if (value instanceof Boolean flag) {
            sheet.value(row, column, flag);
            return 5;
        } else if (value instanceof LocalDate date) {
            sheet.value(row, column, date);
            return 10;
        } else if (value instanceof LocalDateTime time) {
            sheet.value(row, column, time);
            return 19;
        }
        String text = CellText.harmless(value.toString(), CellText.LONGEST);
        sheet.value(row, column, text);
        return text.length();
    }

    private static boolean isText(ColumnDef column) {
        return column.kind() == Kind.STRING || column.kind() == Kind.STRINGS || column.kind() == Kind.STRUCTS;
    }

    /** The value of a cell: a number, a boolean, a date, a time or text. */
    private static Object value(ColumnDef column, Record row) {
        Object value = column.value(row);
        if (value instanceof Long number && Math.abs(number) > EXACT) {
            // Spreadsheets calculate in doubles, which would change the last digits.
            return number.toString();
        } else if (value instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        } else if (value instanceof LocalDate date && date.getYear() < 1900) {
            // Spreadsheets know no earlier days.
            return date.toString();
        } else if (value instanceof List<?> list) {
            return list.stream()
                    .map(element -> column.kind() == Kind.STRUCTS ? parts(column.element(), (Record) element) : element)
                    .map(String::valueOf)
                    .collect(Collectors.joining("; "));
        }
        return value;
    }

    private static String parts(Class<?> type, Record element) {
        return TableDef.columnsOf(type).stream()
                .filter(part -> part.value(element) != null)
                .map(part -> part.name() + "=" + part.value(element))
                .collect(Collectors.joining(", "));
    }
}
