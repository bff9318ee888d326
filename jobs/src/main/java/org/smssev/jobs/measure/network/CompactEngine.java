package org.smssev.jobs.measure.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The built-in engine: brings the graph to the driver, in arrays, if it fits there. */
public final class CompactEngine implements GraphEngine {
    /** Its name. */
    public static final String NAME = "COMPACT";

    private final long heap;

    /** The engine for this machine's heap. */
    public CompactEngine() {
        this(Runtime.getRuntime().maxMemory());
    }

    /**
     * The engine for a heap.
     *
     * @param heap bytes that the driver may use
     */
    CompactEngine(long heap) {
        this.heap = heap;
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.smssev.common.UserException if the graph does not fit into the driver's memory
     */
    @Override
    public Dataset<Row> measure(Dataset<Row> nodes, Dataset<Row> edges, Set<EngineMeasure> asked, String scratch) {
        MemoryEstimate.engine(nodes.count(), edges.count()).check(heap);
        long[] ids = longs(nodes.select("id").orderBy("id").collectAsList(), 0);
        CsrGraph graph = graph(ids, edges);
        NodeFigures figures = NodeFigures.of(graph, asked);
        StructType schema = new StructType().add("id", DataTypes.LongType, false);
        List<IntFunction<Object>> columns = new ArrayList<>();
        for (EngineMeasure measure : EngineMeasure.values()) {
            if (asked.contains(measure)) {
                schema = schema.add(measure.column(), type(measure), false);
                columns.add(column(measure, figures, graph, ids));
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int v = 0; v < ids.length; v++) {
            Object[] values = new Object[columns.size() + 1];
            values[0] = ids[v];
            for (int c = 0; c < columns.size(); c++) {
                values[c + 1] = columns.get(c).apply(v);
            }
            rows.add(RowFactory.create(values));
        }
        return nodes.sparkSession().createDataFrame(rows, schema);
    }

    private static CsrGraph graph(long[] ids, Dataset<Row> edges) {
        List<Row> rows =
                edges.select("src", "dst", "weight").orderBy("src", "dst").collectAsList();
        int[] lesser = new int[rows.size()];
        int[] greater = new int[rows.size()];
        double[] weight = new double[rows.size()];
        for (int e = 0; e < lesser.length; e++) {
            lesser[e] = Arrays.binarySearch(ids, rows.get(e).getLong(0));
            greater[e] = Arrays.binarySearch(ids, rows.get(e).getLong(1));
            weight[e] = rows.get(e).getDouble(2);
        }
        return CsrGraph.of(ids.length, lesser, greater, weight);
    }

    private static long[] longs(List<Row> rows, int column) {
        return rows.stream().mapToLong(r -> r.getLong(column)).toArray();
    }

    private static DataType type(EngineMeasure measure) {
        return switch (measure) {
            case DEGREE, CORE -> DataTypes.IntegerType;
            case STRENGTH, PAGERANK -> DataTypes.DoubleType;
            case TRIANGLES, COMPONENT, LABEL -> DataTypes.LongType;
        };
    }

    private static IntFunction<Object> column(EngineMeasure measure, NodeFigures f, CsrGraph graph, long[] ids) {
        return switch (measure) {
            case DEGREE -> v -> f.degree()[v];
            case STRENGTH -> v -> f.strength()[v];
            case PAGERANK -> v -> f.pageRank()[v];
            case CORE -> v -> f.core()[v];
            case TRIANGLES -> v -> f.triangles()[v];
            case COMPONENT -> {
                int[] least = leastMembers(f.component());
                yield v -> ids[least[f.component()[v]]];
            }
            case LABEL -> {
                int[] label = Groups.labels(graph, LABEL_ROUNDS);
                yield v -> ids[label[v]];
            }
        };
    }

    private static int[] leastMembers(int[] group) {
        int[] least = new int[group.length];
        for (int v = group.length - 1; v >= 0; v--) {
            least[group[v]] = v;
        }
        return least;
    }
}
