package org.smssev.common.stage;

import java.util.Map;
import org.smssev.common.table.TableDef;

/**
 * How many rows tables are expected to have, by table name.
 *
 * @param rows rows by {@code stage.table}; a table of which nothing is known is absent
 * @param assumed whether they rest on what is usual, as nothing was computed before from which to tell
 */
public record ExpectedRows(Map<String, Long> rows, boolean assumed) {
    /** The rows of a table, 0 where nothing is known of it. */
    public long of(Class<? extends Record> table) {
        return rows.getOrDefault(TableDef.of(table).name(), 0L);
    }
}
