package org.smssev.jobs.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.smssev.common.stage.InputFile;
import org.smssev.common.tables.MetaTables;

/** Row counts in words. */
final class RowCounts {
    private static final long TELLING = 5_000_000;

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
