package org.smssev.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableDef.ColumnDef;

/**
 * A small table to look at: as text wherever it is printed, as HTML in a notebook. Numbers have four digits that count;
 * long text is cut.
 *
 * @param head names of the columns
 * @param rows cells of each row, as many as there are columns
 */
public record TextTable(List<String> head, List<List<Object>> rows) {
    private static final int WIDEST = 60;
    private static final int DIGITS = 4;

    /** Copies the cells, of which some may be null. */
    public TextTable {
        head = List.copyOf(head);
        for (List<Object> row : rows) {
            if (row.size() != head.size()) {
                throw new IllegalArgumentException("A row has " + row.size() + " cells, but there are " + head.size()
                        + " columns: " + String.join(", ", head));
            }
        }
    }

    /**
     * Some columns of rows.
     *
     * @param columns names as in the data dictionary, e.g. {@code ipc}; none takes all
     */
    public static TextTable of(List<? extends Record> rows, String... columns) {
        if (rows.isEmpty()) {
            return new TextTable(Arrays.asList(columns), List.of());
        }
        List<ColumnDef> all = TableDef.columnsOf(rows.get(0).getClass());
        List<ColumnDef> shown = columns.length == 0
                ? all
                : Arrays.stream(columns).map(name -> column(all, name)).toList();
        List<List<Object>> cells = new ArrayList<>();
        for (Record row : rows) {
            cells.add(shown.stream().map(column -> column.value(row)).collect(Collectors.toCollection(ArrayList::new)));
        }
        return new TextTable(shown.stream().map(ColumnDef::name).toList(), cells);
    }

    private static ColumnDef column(List<ColumnDef> all, String name) {
        return all.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + ": no such column. Choose one of "
                        + all.stream().map(ColumnDef::name).collect(Collectors.joining(", ")) + "."));
    }

    /** The first rows. */
    public TextTable first(int most) {
        return new TextTable(head, rows.subList(0, Math.min(most, rows.size())));
    }

    /** The table as HTML; text stands as text, whatever it holds. */
    public String html() {
        StringBuilder html = new StringBuilder("<table><thead><tr>");
        head.forEach(name -> html.append("<th>").append(escaped(name)).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (List<Object> row : rows) {
            html.append("<tr>");
            for (Object value : row) {
                html.append(
                                value instanceof Number
                                        ? "<td style=\"text-align:right\">"
                                        : "<td style=\"text-align:left\">")
                        .append(escaped(text(value)))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        int[] width = new int[head.size()];
        for (int c = 0; c < width.length; c++) {
            width[c] = head.get(c).length();
            for (List<Object> row : rows) {
                width[c] = Math.max(width[c], text(row.get(c)).length());
            }
        }
        StringBuilder lines = new StringBuilder(line(new ArrayList<>(head), width));
        rows.forEach(row -> lines.append(line(row, width)));
        return lines.append("(" + rows.size() + (rows.size() == 1 ? " row)" : " rows)"))
                .toString();
    }

    private static String line(List<Object> cells, int[] width) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < width.length; c++) {
            String space = " ".repeat(width[c] - text(cells.get(c)).length());
            boolean isRight = cells.get(c) instanceof Number;
            line.append(isRight ? space + text(cells.get(c)) : text(cells.get(c)) + space)
                    .append("  ");
        }
        return line.toString().stripTrailing() + "\n";
    }

    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return number(number);
        }
        String text = (value instanceof List<?> list
                        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        : value.toString())
                .replaceAll("\\s+", " ");
        return text.length() > WIDEST ? text.substring(0, WIDEST - 1) + "…" : text;
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e12) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        int magnitude = (int) Math.floor(Math.log10(Math.abs(value)));
        return magnitude < -DIGITS
                ? String.format(Locale.ROOT, "%.1e", value)
                : String.format(Locale.ROOT, "%,." + Math.max(0, DIGITS - 1 - magnitude) + "f", value);
    }
}
