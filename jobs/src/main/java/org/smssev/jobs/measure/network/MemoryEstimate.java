package org.smssev.jobs.measure.network;

import java.util.Locale;
import org.smssev.common.UserException;

/**
 * Driver's memory that a graph needs, told before it is collected.
 *
 * @param what what it is needed for
 * @param bytes bytes at the greatest moment
 * @param remedy what to do where they are not there
 */
record MemoryEstimate(String what, long bytes, String remedy) {
    /** Share of the heap that one graph may take: the rest is Spark's, and for what a collector leaves unswept. */
    static final double SHARE = 0.75;

    // A pair in a block: key, three counts, and its place in the hash map, half of which is free.
    private static final long BLOCK_PAIR = 80;
    // An edge: arrays of the network (60), its map (50), the graphs and the copies for paths and Leiden (200), the rows
    // that are written and handed on (220).
    private static final long EDGE = 530;
    // A node: partial sums of 64 blocks of sources, four each, and its row.
    private static final long NODE = 64 * 4 * Double.BYTES + 500;
    // An edge that comes as a row, and stands in one graph with its copy.
    private static final long ENGINE_EDGE = 250;

    private static final String HEAP =
            "Give the driver more memory (SMSSEV_HEAP=%dg, or spark.driver.memory under spark-submit)";

    /**
     * Memory to bring the counts of all blocks to the driver and to add them up.
     *
     * @param pairs pairs of all blocks; a pair counts in each block that holds it
     */
    static MemoryEstimate counts(long pairs) {
        return new MemoryEstimate(
                String.format(Locale.ROOT, "Counts of %,d pairs of IPC codes", pairs),
                2 * BLOCK_PAIR * pairs,
                HEAP + ", choose a higher network.level or fewer periods, or lower network.max-codes");
    }

    /** Memory to measure a network and to make its rows. */
    static MemoryEstimate network(String level, String period, long codes, long pairs) {
        return new MemoryEstimate(
                String.format(
                        Locale.ROOT, "The network of %,d codes and %,d pairs (%s, %s)", codes, pairs, level, period),
                EDGE * pairs + NODE * codes,
                HEAP + ", choose a higher network.level, raise network.min-families, or lower network.max-codes");
    }

    /** Memory of the compact engine for a graph that comes as rows. */
    static MemoryEstimate engine(long nodes, long edges) {
        return new MemoryEstimate(
                String.format(Locale.ROOT, "A graph of %,d nodes and %,d edges", nodes, edges),
                ENGINE_EDGE * edges + NODE * nodes,
                HEAP + ", or spread the graph over the cluster: add --packages"
                        + " io.graphframes:graphframes-spark4_2.13:0.12.3 and the jar of the module graphframes, and set"
                        + " network.engine: GRAPHFRAMES");
    }

    /**
     * Refuses what does not fit.
     *
     * @param heap bytes that the driver may use in all
     * @throws UserException with the figures and the remedy
     */
    void check(long heap) {
        if (bytes > SHARE * heap) {
            throw new UserException(
                    UserException.Exit.USAGE,
                    String.format(
                                    Locale.ROOT,
                                    "%s would need about %s of memory, but the driver has %s. ",
                                    what,
                                    gigabytes(bytes),
                                    gigabytes(heap))
                            + String.format(Locale.ROOT, remedy, (long) Math.ceil(bytes / SHARE / (1L << 30)))
                            + ".");
        }
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30));
    }
}
