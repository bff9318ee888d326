package org.smssev.jobs.ingest;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts rows of which few differ, where they are: one job, nothing is moved. */
final class RowCounts {
    private RowCounts() {}

    /** How often each row occurs. */
    static Map<Row, Long> of(Dataset<Row> rows) {
        Map<Row, Long> counts = new HashMap<>();
        rows.javaRDD()
                .mapPartitions(RowCounts::count)
                .collect()
                .forEach(part -> part.forEach((row, n) -> counts.merge(row, n, Long::sum)));
        return counts;
    }

    private static Iterator<Map<Row, Long>> count(Iterator<Row> rows) {
        Map<Row, Long> counts = new HashMap<>();
        rows.forEachRemaining(row -> counts.merge(row, 1L, Long::sum));
        return List.of(counts).iterator();
    }
}
