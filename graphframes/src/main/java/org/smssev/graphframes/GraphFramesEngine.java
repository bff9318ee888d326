package org.smssev.graphframes;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.EnumSet;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.jobs.measure.network.EngineMeasure;
import org.smssev.jobs.measure.network.GraphEngine;

/**
 * Measures a graph that is spread over the cluster, with GraphFrames. Slower than the compact engine by orders of
 * magnitude for whatever fits into the driver's memory, so it is for callers whose nodes and edges are tables that do not.
 *
 * <p>What GraphFrames does not guard itself is guarded here: nodes and edges are checkpointed before they are read twice
 * (otherwise an input that is not the same when computed again gives a graph that never was); components are checked
 * afterwards, edge by edge; results, which come back persisted, are released (a cache entry goes only by the very frame that was persisted, not by what was made of it); checkpoints lie in the run's folder and are
 * removed. Sums go in the order of the neighbours, so that figures do not depend on the partitioning.
 */
public final class GraphFramesEngine implements GraphEngine {
    /** The engine, made by {@link java.util.ServiceLoader}. */
    public GraphFramesEngine() {}

    @Override
    public String name() {
        return "GRAPHFRAMES";
    }

    @Override
    public Dataset<Row> measure(Dataset<Row> nodes, Dataset<Row> edges, Set<EngineMeasure> asked, String scratch) {
        try (Workspace workspace = new Workspace(nodes.sparkSession(), scratch)) {
            SpreadGraph graph = SpreadGraph.of(nodes, edges);
            Dataset<Row> all = graph.nodes();
            for (EngineMeasure measure : EnumSet.copyOf(asked)) {
                all = all.join(column(graph, measure, workspace), "id");
            }
            return workspace.result(all);
        }
    }

    private static Dataset<Row> column(SpreadGraph graph, EngineMeasure measure, Workspace workspace) {
        return switch (measure) {
            case DEGREE -> Degrees.degree(graph);
            case STRENGTH -> Degrees.strength(graph);
            case PAGERANK -> WeightedPageRank.of(graph, DAMPING, workspace);
            case CORE -> Structure.core(graph, workspace);
            case TRIANGLES -> Structure.triangles(graph, workspace);
            case COMPONENT -> Components.of(graph);
            case LABEL -> Structure.label(graph, LABEL_ROUNDS, workspace);
        };
    }

    /** The rows with a value for each node: isolates, of which some algorithms do not tell, get the given one. */
    static Dataset<Row> forAllNodes(SpreadGraph graph, Dataset<Row> rows, String column, Object otherwise) {
        return graph.nodes()
                .join(rows, graph.nodes().col("id").equalTo(rows.col("id")), "left_outer")
                .select(
                        graph.nodes().col("id"),
                        coalesce(col(column), lit(otherwise)).as(column));
    }
}
