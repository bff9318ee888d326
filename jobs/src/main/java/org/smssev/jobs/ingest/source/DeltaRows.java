package org.smssev.jobs.ingest.source;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import scala.Tuple2;

/**
 * The rows of a Delta table by their number: from 1, file by file in the order of their paths. Spark reads large files first, and
 * cuts them by the number of cores, so that the order in which it gives rows is not that of every cluster.
 */
final class DeltaRows {
    private DeltaRows() {}

    /** Columns of rows, each row with its number. */
    static JavaRDD<Tuple2<Row, Long>> numbered(Dataset<Row> rows, Column... columns) {
        Column[] place = {
            rows.metadataColumn("_metadata").getField("file_path"),
            rows.metadataColumn("_metadata").getField("file_block_start")
        };
        Map<List<Object>, Long> before = before(rows.select(place));
        int n = columns.length;
        return rows.select(Stream.concat(Arrays.stream(columns), Arrays.stream(place))
                        .toArray(Column[]::new))
                .toJavaRDD()
                .mapPartitions(part -> numbered(part, n, before));
    }

    /** How many rows stand before each part of a file, by its path and where it starts. */
    private static Map<List<Object>, Long> before(Dataset<Row> places) {
        String[] names = places.columns();
        List<Row> counts =
                places.groupBy(functions.col(names[0]), functions.col(names[1])).count().collectAsList().stream()
                        .sorted(Comparator.<Row, String>comparing(part -> part.getString(0))
                                .thenComparing(part -> part.getLong(1)))
                        .toList();
        Map<List<Object>, Long> before = new HashMap<>();
        long sum = 0;
        for (Row part : counts) {
            before.put(List.of(part.get(0), part.get(1)), sum);
            sum += part.getLong(2);
        }
        return before;
    }

    /** A task reads parts of files one after the other. */
    private static Iterator<Tuple2<Row, Long>> numbered(Iterator<Row> rows, int n, Map<List<Object>, Long> before) {
        return new Iterator<>() {
            private List<Object> part = List.of();
            private long number;

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Tuple2<Row, Long> next() {
                Row row = rows.next();
                List<Object> of = List.of(row.get(n), row.get(n + 1));
                if (!of.equals(part)) {
                    part = of;
                    number = before.get(of);
                }
                Object[] cells = new Object[n];
                for (int i = 0; i < n; i++) {
                    cells[i] = row.get(i);
                }
                return new Tuple2<>(RowFactory.create(cells), ++number);
            }
        };
    }
}
