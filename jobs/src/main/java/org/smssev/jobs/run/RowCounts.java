package org.smssev.jobs.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.smssev.common.stage.InputFile;
import org.smssev.common.tables.MetaTables;

/** Row counts in words. */
final class RowCounts {
    private static final long TELLING = 5_000_000;

    private RowCounts() {}

    /** The tables with rows; empty tables say nothing to who watches a run. */
    static String describe(List<MetaTables.RowCount> rows) {
        String counts = rows.stream()
                .filter(r -> r.rows() > 0)
                .map(r -> String.format(
                        Locale.ROOT, "%s %,d", r.table().substring(r.table().indexOf('.') + 1), r.rows()))
                .collect(Collectors.joining(", "));
        return counts.isEmpty() && !rows.isEmpty() ? "no rows" : counts;
    }

    /** How fast input was read, where there was enough of it to tell; else empty. */
    static String rate(Map<String, List<InputFile>> files, double seconds) {
        long bytes = files.values().stream()
                .flatMap(List::stream)
                .mapToLong(InputFile::bytes)
                .sum();
        return bytes < TELLING || seconds <= 0
                ? ""
                : String.format(Locale.ROOT, " (%.1f MB at %.1f MB/s)", bytes / 1e6, bytes / 1e6 / seconds);
    }
}
