package org.smssev.jobs.measure.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Has an engine measure a graph that is in arrays, and brings its figures back into arrays. */
final class EngineRun {
    private static final StructType NODES = new StructType().add("id", DataTypes.LongType, false);
    private static final StructType EDGES = new StructType()
            .add("src", DataTypes.LongType, false)
            .add("dst", DataTypes.LongType, false)
            .add("weight", DataTypes.DoubleType, false);

    private EngineRun() {}

    /** The figures asked of the engine. */
    static NodeFigures of(
            GraphEngine engine, SparkSession spark, CsrGraph graph, Set<EngineMeasure> asked, String scratch) {
        List<Row> rows = engine.measure(nodes(spark, graph), edges(spark, graph), asked, scratch)
                .orderBy("id")
                .collectAsList();
        if (rows.size() != graph.nodes()) {
            throw new IllegalStateException(
                    engine.name() + " gave " + rows.size() + " rows for " + graph.nodes() + " nodes");
        }
        Map<EngineMeasure, double[]> values = new EnumMap<>(EngineMeasure.class);
        int column = 1;
        for (EngineMeasure measure : EnumSet.copyOf(asked)) {
            int c = column++;
            values.put(
                    measure,
                    rows.stream()
                            .mapToDouble(r -> ((Number) r.get(c)).doubleValue())
                            .toArray());
        }
        return new NodeFigures(
                ints(values.get(EngineMeasure.DEGREE)),
                values.get(EngineMeasure.STRENGTH),
                values.get(EngineMeasure.PAGERANK),
                ints(values.get(EngineMeasure.CORE)),
                longs(values.get(EngineMeasure.TRIANGLES)),
                groups(values.get(EngineMeasure.COMPONENT)),
                groups(values.get(EngineMeasure.LABEL)));
    }

    /** The nodes as an engine takes them. */
    static Dataset<Row> nodes(SparkSession spark, CsrGraph graph) {
        List<Row> rows = new ArrayList<>();
        for (long v = 0; v < graph.nodes(); v++) {
            rows.add(RowFactory.create(v));
        }
        return spark.createDataFrame(rows, NODES);
    }

    /** The edges as an engine takes them. */
    static Dataset<Row> edges(SparkSession spark, CsrGraph graph) {
        List<Row> rows = new ArrayList<>();
        for (int v = 0; v < graph.nodes(); v++) {
            for (int at = graph.first(v); at < graph.first(v + 1); at++) {
                if (graph.neighbour(at) > v) {
                    rows.add(RowFactory.create((long) v, (long) graph.neighbour(at), graph.weight(at)));
                }
            }
        }
        return spark.createDataFrame(rows, EDGES);
    }

    private static int[] ints(double[] values) {
        return values == null
                ? null
                : Arrays.stream(values).mapToInt(v -> (int) v).toArray();
    }

    private static long[] longs(double[] values) {
        return values == null
                ? null
                : Arrays.stream(values).mapToLong(v -> (long) v).toArray();
    }

    private static int[] groups(double[] values) {
        return values == null ? null : Communities.bySize(ints(values));
    }
}
