package org.smssev.jobs.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.smssev.jobs.ingest.RecordNormaliser.Writing;
import org.smssev.jobs.ingest.format.Field;
import org.smssev.jobs.ingest.format.TableLayout;

/**
 * How the fields of a record come from a landed row.
 *
 * @param layout layout that reads the file's own columns; null where the mapping alone counts
 * @param columns the file's own columns, which follow {@link Landing#META}
 * @param mapping columns that fields are mapped to, of the file or joined to it; wins over the layout
 * @param separator separator of the file's text, to rebuild the raw text of a record
 * @param quote its quotation mark, 0 for none
 */
record RecordPlan(TableLayout.Bound layout, int columns, ColumnPlan mapping, char separator, char quote)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How values are written in the spelling of {@link Field}. */
    static final Writing CANONICAL = new Writing("", "yyyy-MM-dd");

    /** How each field that the rows have writes lists and dates. */
    Map<Field, Writing> writings() {
        Map<Field, Writing> writings = new EnumMap<>(Field.class);
        if (layout != null) {
            // A layout also gives fields that have no column of their own, such as dates among priority numbers.
            Arrays.stream(Field.values()).forEach(field -> writings.put(field, CANONICAL));
        }
        writings.putAll(mapping.writings());
        return writings;
    }

    /** All that decides which cell gives which field, but for the header that a layout is bound to. */
    String ofCells() {
        return (layout != null) + " " + columns + " " + mapping.positions();
    }

    /** Whether rows may have a field. */
    boolean has(Field field) {
        return mapping.positions().containsKey(field)
                || (layout != null && layout.columns().containsKey(field));
    }

    /** The fields of a landed row. */
    Map<Field, String> fields(Row r) {
        Map<Field, String> fields = mapping.cells(r::getString);
        if (layout == null) {
            return fields;
        }
        List<String> cells = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
            cells.add(r.getString(Landing.FIRST_CELL + i));
        }
        Map<Field, String> all = new EnumMap<>(Field.class);
        all.putAll(layout.fields(cells));
        all.putAll(fields);
        return all;
    }

    /** The text of a landed row, as its file would write it. */
    String raw(Row r) {
        StringBuilder raw = new StringBuilder();
        String mark = String.valueOf(quote);
        for (int i = 0; i < columns; i++) {
            String cell = r.isNullAt(Landing.FIRST_CELL + i) ? "" : r.getString(Landing.FIRST_CELL + i);
            boolean quotes = quote != 0 && (cell.indexOf(separator) >= 0 || cell.contains(mark) || cell.contains("\n"));
            if (i > 0) {
                raw.append(separator);
            }
            raw.append(quotes ? mark + cell.replace(mark, mark + mark) + mark : cell);
        }
        return raw.toString();
    }
}
