package org.smssev.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.Stages;
import org.smssev.jobs.run.RunHistory;
import org.smssev.jobs.run.RunTables;

/** The rows of all tables that a warehouse publishes, in full, to compare runs by; without those that hold run ids. */
final class TableDigest {
    /** The digests of a reading; what was found stands behind them. */
    private static final Pattern DIGESTS = Pattern.compile("(?<=, reading=)[0-9A-Za-z+/]+(?=(:[0-9,]+)?]$)");

    private TableDigest() {}

    static Warehouse warehouse(Path folder) {
        return new Warehouse(folder.toString(), new Configuration());
    }

    /** Rows by table, in the order of their keys, at the published versions. */
    static Map<String, List<String>> of(Path folder) {
        return of(folder.toString());
    }

    /** Rows by table of a warehouse on any file system. */
    static Map<String, List<String>> of(String folder) {
        return of(folder, new Configuration());
    }

    /** Rows by table of a warehouse on a file system that needs settings. */
    static Map<String, List<String>> of(String folder, Configuration hadoop) {
        Map<String, List<String>> tables = new TreeMap<>();
        RunTables published = published(new Warehouse(folder, hadoop));
        Stages.all().stream()
                .flatMap(s -> s.writes().stream())
                .filter(t -> t != GradeTables.History.class)
                .forEach(t -> tables.put(
                        TableDef.of(t).name(),
                        published.rows(t).stream().map(TableDigest::text).toList()));
        return tables;
    }

    /** A row, but for the digests of a reading, which tell versions of the program apart: a jar from a folder of classes. */
    static String text(Record row) {
        return row instanceof Patent patent && patent.reading() != null
                ? DIGESTS.matcher(row.toString()).replaceFirst("")
                : row.toString();
    }

    /** The rows of one table, at the published version. */
    static <T extends Record> List<T> published(Path folder, Class<T> type) {
        return published(warehouse(folder)).rows(type);
    }

    private static RunTables published(Warehouse warehouse) {
        return new RunTables(warehouse, new RunHistory(warehouse).latest().orElseThrow());
    }

    /** Compares table by table, so that a failure shows the first rows that differ and not all there are. */
    static void assertSame(Map<String, List<String>> actual, Map<String, List<String>> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((table, rows) -> {
            List<String> other = actual.get(table);
            Set<String> known = new HashSet<>(rows);
            assertThat(other.stream().filter(r -> !known.contains(r)).limit(3))
                    .as("rows of " + table + " that the other run lacks")
                    .isEmpty();
            assertThat(other.equals(rows)).as(table + " row for row").isTrue();
        });
    }
}
