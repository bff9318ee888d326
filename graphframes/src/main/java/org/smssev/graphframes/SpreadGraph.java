package org.smssev.graphframes;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.graphframes.GraphFrame;

/**
 * A graph whose rows are written down, and so are the same each time they are read.
 *
 * @param nodes column id
 * @param edges columns src, dst, weight; each edge once, {@code src < dst}
 */
record SpreadGraph(Dataset<Row> nodes, Dataset<Row> edges) {
    /** Checkpoints nodes and edges. */
    static SpreadGraph of(Dataset<Row> nodes, Dataset<Row> edges) {
        return new SpreadGraph(
                nodes.select("id").checkpoint(),
                edges.select("src", "dst", "weight").checkpoint());
    }

    /** Each edge from both ends: columns src, dst, weight. */
    Dataset<Row> bothWays() {
        return edges.union(edges.select(col("dst").as("src"), col("src").as("dst"), col("weight")));
    }

    /** The graph for algorithms to which the direction does not matter. */
    GraphFrame frame() {
        return GraphFrame.apply(nodes, edges);
    }
}
