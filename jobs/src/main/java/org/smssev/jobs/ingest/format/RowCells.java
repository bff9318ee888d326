package org.smssev.jobs.ingest.format;

import java.util.List;
import java.util.Map;

/** The cells of a row, by the names of their columns. */
final class RowCells {
    private final Map<String, Integer> positions;
    private final List<String> cells;

    RowCells(Map<String, Integer> positions, List<String> cells) {
        this.positions = positions;
        this.cells = cells;
    }

    /** The cell of a column; empty if it stands for nothing or the row has no such cell. */
    String at(int column) {
        return column < cells.size() ? Cleaning.value(cells.get(column)) : "";
    }

    /**
     * The first filled cell of some columns.
     *
     * @param keys names as {@link HeaderNames#key} gives them
     */
    String of(String... keys) {
        for (String key : keys) {
            Integer at = positions.get(key);
            if (at != null) {
                String cell = at(at);
                if (!cell.isEmpty()) {
                    return cell;
                }
            }
        }
        return "";
    }
}
