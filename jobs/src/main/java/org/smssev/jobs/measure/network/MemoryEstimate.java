package org.smssev.jobs.measure.network;

import java.util.Locale;
import org.smssev.common.UserException;
import org.smssev.common.stage.Need;
import org.smssev.jobs.measure.DriverMemory;

/**
 * Driver's memory that a graph needs, told before it is collected.
 *
 * @param what what it is needed for
 * @param bytes bytes at the greatest moment
 * @param remedy what else to do than to give more memory, to end a sentence with
 */
record MemoryEstimate(String what, long bytes, String remedy) {
    // A pair in a block: key, three counts, and its place in the hash map, half of which is free.
    private static final long BLOCK_PAIR = 80;
    // An edge: arrays of the network (60), its map (50), the graphs and the copies for paths and Leiden (200), the rows
    // that are written and handed on (220).
    private static final long EDGE = 530;
    // A node: partial sums of 64 blocks of sources, four each, and its row.
    private static final long NODE = 64 * 4 * Double.BYTES + 500;
    // An edge that comes as a row, and stands in one graph with its copy.
    private static final long ENGINE_EDGE = 250;

    /**
     * Memory to bring the counts of all blocks to the driver and to add them up.
     *
     * @param pairs pairs of all blocks; a pair counts in each block that holds it
     */
    static MemoryEstimate counts(long pairs) {
        return new MemoryEstimate(
                String.format(Locale.ROOT, "Counts of %,d pairs of IPC codes", pairs),
                2 * BLOCK_PAIR * pairs,
                ", choose a higher network.level or fewer periods, or lower network.max-codes");
    }

    /** Memory to measure a network and to make its rows. */
    static MemoryEstimate network(String level, String period, long codes, long pairs) {
        return new MemoryEstimate(
                String.format(
                        Locale.ROOT, "The network of %,d codes and %,d pairs (%s, %s)", codes, pairs, level, period),
                EDGE * pairs + NODE * codes,
                ", choose a higher network.level, raise network.min-families, or lower network.max-codes");
    }

    /** Memory of the compact engine for a graph that comes as rows. */
    static MemoryEstimate engine(long nodes, long edges) {
        return new MemoryEstimate(
                String.format(Locale.ROOT, "A graph of %,d nodes and %,d edges", nodes, edges),
                ENGINE_EDGE * edges + NODE * nodes,
                ", or spread the graph over the cluster: add --packages "
                        + Engines.GRAPHFRAMES
                        + " and the jar of the module graphframes, and set"
                        + " network.engine: GRAPHFRAMES");
    }

    /** The same for what is told before a run. */
    Need need() {
        return new Need(what, bytes, remedy);
    }

    /**
     * Refuses what does not fit.
     *
     * @param heap bytes that the driver may use in all
     * @throws UserException with the figures and the remedy
     */
    void check(long heap) {
        DriverMemory.require(what, bytes, heap, remedy);
    }
}
