package org.smssev.jobs.measure.network;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Runs a computation from each source, over a fixed number of blocks of consecutive sources. Blocks run in
 * parallel; each adds up its own sources in order, and the blocks are added in block order, so that the sums have the
 * same bits on any number of cores.
 */
final class SourceBlocks {
    private static final int BLOCKS = 64;

    private SourceBlocks() {}

    /** A computation with its own work space, used by one thread at a time. */
    interface FromSource {
        /** Adds what the source gives to the sums. */
        void add(int source, double[] sums);
    }

    /**
     * The sums over all sources.
     *
     * @param width number of sums
     */
    static double[] sum(int[] sources, int width, Supplier<FromSource> computation) {
        int blocks = Math.min(BLOCKS, sources.length);
        List<double[]> parts = IntStream.range(0, blocks)
                .parallel()
                .mapToObj(block -> {
                    double[] part = new double[width];
                    FromSource fromSource = computation.get();
                    int end = bound(sources.length, blocks, block + 1);
                    for (int i = bound(sources.length, blocks, block); i < end; i++) {
                        fromSource.add(sources[i], part);
                    }
                    return part;
                })
                .toList();
        double[] sums = new double[width];
        for (double[] part : parts) {
            for (int v = 0; v < width; v++) {
                sums[v] += part[v];
            }
        }
        return sums;
    }

    private static int bound(int sources, int blocks, int block) {
        return (int) ((long) sources * block / blocks);
    }
}
