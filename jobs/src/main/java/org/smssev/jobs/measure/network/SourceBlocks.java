package org.smssev.jobs.measure.network;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Runs a computation from each node as source, over a fixed number of blocks of consecutive sources. Blocks run in
 * parallel; each adds up its own sources in order, and the blocks are added in block order, so that the sums have the
 * same bits on any number of cores.
 */
final class SourceBlocks {
    private static final int BLOCKS = 64;

    private SourceBlocks() {}

    /** A computation with its own work space, used by one thread at a time. */
    interface FromSource {
        /** Adds what the source gives to the sums, one for each node. */
        void add(int source, double[] sums);
    }

    /** The sums over all sources. */
    static double[] sum(int nodes, Supplier<FromSource> computation) {
        int blocks = Math.min(BLOCKS, nodes);
        List<double[]> parts = IntStream.range(0, blocks)
                .parallel()
                .mapToObj(block -> {
                    double[] part = new double[nodes];
                    FromSource fromSource = computation.get();
                    int end = bound(nodes, blocks, block + 1);
                    for (int source = bound(nodes, blocks, block); source < end; source++) {
                        fromSource.add(source, part);
                    }
                    return part;
                })
                .toList();
        double[] sums = new double[nodes];
        for (double[] part : parts) {
            for (int v = 0; v < nodes; v++) {
                sums[v] += part[v];
            }
        }
        return sums;
    }

    private static int bound(int nodes, int blocks, int block) {
        return (int) ((long) nodes * block / blocks);
    }
}
