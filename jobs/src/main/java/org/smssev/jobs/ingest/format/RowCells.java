package org.smssev.jobs.ingest.format;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The cells of a row, by the names of their columns. */
final class RowCells {
    private final Map<String, Integer> positions;
    private final List<String> cells;
    private final Set<Integer> parted;

    /**
     * The cells of a row.
     *
     * @param parted positions of columns whose lists are parted by line breaks or bars, if a cell holds several values
     */
    RowCells(Map<String, Integer> positions, List<String> cells, Set<Integer> parted) {
        this.positions = positions;
        this.cells = cells;
        this.parted = parted;
    }

    /**
     * The cell of a column; empty if it stands for nothing or the row has no such cell. One that was cut keeps its blanks:
     * without those at its ends it would no longer be as long as cut ones are.
     */
    String at(int column) {
        String cell = column < cells.size() ? cells.get(column) : null;
        String value = Cleaning.value(cell);
        return CutCells.isCut(cell) && !value.isEmpty() ? cell : value;
    }

    /**
     * The first filled cell of some columns.
     *
     * @param keys names as {@link HeaderNames#key} gives them
     */
    String of(String... keys) {
        int at = filled(keys);
        return at < 0 ? "" : at(at);
    }

    /** Whether the column of the first filled cell has lists that are parted by line breaks or bars. */
    boolean isParted(String... keys) {
        return !parted.isEmpty() && parted.contains(filled(keys));
    }

    private int filled(String... keys) {
        for (String key : keys) {
            Integer at = positions.get(key);
            if (at != null && !at(at).isEmpty()) {
                return at;
            }
        }
        return -1;
    }
}
