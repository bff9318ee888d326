package org.smssev.jobs.ingest.format;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The first rows below a header that does not tell alone which tool wrote it. */
final class FirstRows {
    private static final int LOOKED_AT = 20;

    private final List<List<String>> rows = new ArrayList<>();

    /** Takes the first of some rows. */
    FirstRows(Iterator<TableRow> all) {
        while (rows.size() < LOOKED_AT && all.hasNext()) {
            rows.add(all.next().cells());
        }
    }

    /** The filled cells of a column. */
    List<String> filled(int column) {
        return rows.stream()
                .map(cells -> column < cells.size() ? Cleaning.text(cells.get(column)) : "")
                .filter(cell -> !cell.isEmpty())
                .toList();
    }
}
