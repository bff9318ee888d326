package org.smssev.graphframes;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Connected components, checked. */
final class Components {
    private static final String COMPONENT = "component";

    private Components() {}

    /**
     * Columns id and component, the least id in it.
     *
     * @throws IllegalStateException if the ends of an edge are in two components. GraphFrames was once wrong without a
     *     word, after a lost checkpoint (its issue 872) and under adaptive execution (428, 453)
     */
    static Dataset<Row> of(SpreadGraph graph) {
        Dataset<Row> found = graph.frame().connectedComponents().run();
        Dataset<Row> components = found.select("id", COMPONENT).checkpoint();
        found.unpersist(true);
        check(graph, components);
        Dataset<Row> least = components.groupBy(COMPONENT).agg(min("id").as("least"));
        return components.join(least, COMPONENT).select(col("id"), col("least").as(COMPONENT));
    }

    private static void check(SpreadGraph graph, Dataset<Row> components) {
        long nodes = graph.nodes().count();
        long placed = components.count();
        if (nodes != placed) {
            throw new IllegalStateException(
                    "GraphFrames put " + placed + " nodes into components, but the graph has " + nodes);
        }
        long torn = graph.edges()
                .join(components.select(col("id").as("src"), col(COMPONENT).as("a")), "src")
                .join(components.select(col("id").as("dst"), col(COMPONENT).as("b")), "dst")
                .where("a <> b")
                .count();
        if (torn > 0) {
            throw new IllegalStateException("GraphFrames put the ends of " + torn
                    + " edges into different components. Nothing was kept. Run again, or set network.engine: COMPACT.");
        }
    }
}
