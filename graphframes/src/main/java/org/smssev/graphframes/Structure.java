package org.smssev.graphframes;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.graphframes.GraphFrame;
import org.graphframes.lib.LabelPropagation;
import org.smssev.common.UserException;
import org.smssev.jobs.measure.network.Engines;

/** Cores, triangles and label propagation, as GraphFrames has them. */
final class Structure {
    /** Beyond, the sets of neighbours that the exact count joins no longer fit into a row. */
    static final int MOST_NEIGHBOURS = 1_000_000;

    private Structure() {}

    /**
     * Columns id and core, an int.
     *
     * @throws UserException if this GraphFrames cannot do it on this Spark
     */
    static Dataset<Row> core(SpreadGraph graph, Workspace workspace) {
        try {
            Dataset<Row> cores = workspace.keep(graph.frame().kCore().run());
            return cores.select(col("id"), col("kcore").cast("int").as("core"));
        } catch (AssertionError e) {
            throw new UserException(
                    UserException.Exit.USAGE,
                    "network.engine: this GraphFrames cannot compute core numbers on this Spark ("
                            + e.getMessage()
                            + "). Use "
                            + Engines.GRAPHFRAMES
                            + " or newer, or set network.engine: COMPACT.",
                    e);
        }
    }

    /**
     * Columns id and triangles, a long.
     *
     * @throws UserException if a node has more neighbours than the exact count can bear
     */
    static Dataset<Row> triangles(SpreadGraph graph, Workspace workspace) {
        Row greatest = Degrees.degree(graph).agg(max("degree")).first();
        if (!greatest.isNullAt(0) && greatest.getInt(0) > MOST_NEIGHBOURS) {
            throw new UserException(
                    UserException.Exit.USAGE,
                    "network: a node has " + greatest.getInt(0) + " neighbours; triangles are counted up to "
                            + MOST_NEIGHBOURS + ". Raise network.min-families or lower network.max-codes.");
        }
        return workspace
                .keep(graph.frame().triangleCount().run())
                .select(col("id"), col("count").cast("long").as("triangles"));
    }

    /** Columns id and label, an id. Each node hears its neighbours, so that edges are given both ways. */
    static Dataset<Row> label(SpreadGraph graph, int rounds, Workspace workspace) {
        LabelPropagation propagation =
                GraphFrame.apply(graph.nodes(), graph.bothWays()).labelPropagation();
        propagation.setAlgorithm("graphframes");
        propagation.maxIter(rounds);
        return workspace
                .keep(propagation.run())
                .select(col("id"), coalesce(col("label"), col("id")).as("label"));
    }
}
