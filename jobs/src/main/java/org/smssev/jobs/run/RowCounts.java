package org.smssev.jobs.run;

import java.util.List;
import java.util.Locale;
import org.smssev.common.tables.MetaTables;

/** Row counts in words. */
final class RowCounts {
    private RowCounts() {}

    static String describe(List<MetaTables.RowCount> rows) {
        return String.join(
                ", ",
                rows.stream()
                        .map(r -> String.format(
                                Locale.ROOT,
                                "%s %,d",
                                r.table().substring(r.table().indexOf('.') + 1),
                                r.rows()))
                        .toList());
    }
}
