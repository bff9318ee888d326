package org.smssev.jobs.ingest;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Counts rows of which few differ, where they are: one job, nothing is moved. */
final class Tally {
    private Tally() {}

    /** How often each row occurs. */
    static Map<Row, Long> of(Dataset<Row> rows) {
        int n = rows.schema().length();
        StructType counted = rows.schema().add("n", DataTypes.LongType);
        Map<Row, Long> tally = new HashMap<>();
        rows.mapPartitions(new Count(), Encoders.row(counted))
                .collectAsList()
                .forEach(r -> tally.merge(start(r, n), r.getLong(n), Long::sum));
        return tally;
    }

    private static Row start(Row row, int n) {
        Object[] values = new Object[n];
        for (int i = 0; i < n; i++) {
            values[i] = row.get(i);
        }
        return RowFactory.create(values);
    }

    private record Count() implements MapPartitionsFunction<Row, Row> {
        private static final long serialVersionUID = 1L;

        @Override
        public Iterator<Row> call(Iterator<Row> rows) {
            Map<Row, long[]> counts = new HashMap<>();
            rows.forEachRemaining(r -> counts.computeIfAbsent(r, k -> new long[1])[0]++);
            return counts.entrySet().stream()
                    .map(e -> {
                        Object[] values = new Object[e.getKey().length() + 1];
                        for (int i = 0; i < e.getKey().length(); i++) {
                            values[i] = e.getKey().get(i);
                        }
                        values[values.length - 1] = e.getValue()[0];
                        return RowFactory.create(values);
                    })
                    .iterator();
        }
    }
}
