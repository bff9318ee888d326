package org.smssev.jobs.measure.network;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Computes node measures of an undirected weighted graph. The built-in engine, {@link CompactEngine}, holds the graph in
 * arrays on the driver; another one spreads it over the cluster. Engines are found by {@link java.util.ServiceLoader},
 * give the same figures within 1e-9, and are checked by one contract test.
 */
public interface GraphEngine {
    /** Rounds of label propagation. */
    int LABEL_ROUNDS = 5;

    /** Probability with which PageRank's walker goes on along an edge. */
    double DAMPING = 0.85;

    /** Name by which {@code network.engine} chooses it. */
    String name();

    /**
     * Computes the measures asked for.
     *
     * @param nodes column id, a long, each once; those without edges are isolates
     * @param edges columns src and dst, longs with {@code src < dst} and both in nodes, each pair once; weight, a double
     *     above 0
     * @param asked what to compute
     * @param scratch folder on the warehouse's file system for what is too large for memory; the engine removes what it
     *     puts there, but for the rows it gives
     * @return one row for each node in no order: id, and a column for each measure asked, in the order of the enum
     */
    Dataset<Row> measure(Dataset<Row> nodes, Dataset<Row> edges, Set<EngineMeasure> asked, String scratch);
}
