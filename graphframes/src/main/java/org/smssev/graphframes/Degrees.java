package org.smssev.graphframes;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Number of neighbours, and the sum of the weights of their edges. */
final class Degrees {
    private Degrees() {}

    /** Columns id and degree, an int. */
    static Dataset<Row> degree(SpreadGraph graph) {
        return GraphFramesEngine.forAllNodes(
                graph, graph.frame().degrees().select(col("id"), col("degree").cast("int")), "degree", 0);
    }

    /** Columns id and strength, summed in the order of the neighbours. */
    static Dataset<Row> strength(SpreadGraph graph) {
        Dataset<Row> sums = graph.bothWays()
                .groupBy(col("src").as("id"))
                .agg(array_sort(collect_list(struct(col("dst"), col("weight")))).as("row"))
                .select(
                        col("id"),
                        expr("aggregate(row, 0D, (sum, e) -> sum + e.weight)").as("strength"));
        return GraphFramesEngine.forAllNodes(graph, sums, "strength", 0.0);
    }
}
