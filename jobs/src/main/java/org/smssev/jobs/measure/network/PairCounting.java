package org.smssev.jobs.measure.network;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.smssev.common.ipc.IpcSymbol;

/**
 * Counts codes and pairs of codes of all families in one pass for all networks, without a self-join or a shuffle: each
 * partition is counted in arrays, and these are added on the driver. No count depends on the order of the families, and
 * so none on the partitioning.
 */
final class PairCounting {
    private PairCounting() {}

    /**
     * Counts all families.
     *
     * @param families with columns ipc (canonical symbols), priority_year
     * @param scopes the networks; a family counts a code once in each, and symbols that stop above its level do not count
     * @param maxCodes families with more codes are left out of pairs
     * @param heap bytes that the driver may use
     * @return the counts of each network, in the order given
     * @throws org.smssev.common.UserException if the counts do not fit into the driver's memory; they are then left where
     *     they are
     */
    static List<PairBlock> count(Dataset<Row> families, List<Scope> scopes, int maxCodes, long heap) {
        // One text a family: a list would come as an object for each symbol, which takes longer than all of the
        // counting.
        JavaRDD<List<PairBlock>> counted = families.select(
                        array_join(col("ipc"), String.valueOf(SymbolNumbers.SEPARATOR)), col("priority_year"))
                .toJavaRDD()
                .mapPartitions(rows -> count(rows, scopes, maxCodes))
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            long pairs =
                    counted
                            .map(networks -> networks.stream()
                                    .mapToLong(block -> block.pairs.length)
                                    .sum())
                            .collect()
                            .stream()
                            .mapToLong(Long::longValue)
                            .sum();
            MemoryEstimate.counts(pairs).check(heap);
            return added(counted.collect(), scopes.size());
        } finally {
            counted.unpersist();
        }
    }

    private static List<PairBlock> added(List<List<PairBlock>> blocks, int networks) {
        return IntStream.range(0, networks)
                .mapToObj(network -> {
                    PairBlock sum = new PairBlock();
                    blocks.forEach(block -> sum.add(block.get(network)));
                    return sum.done();
                })
                .toList();
    }

    /** Counts a partition: a block for each network. */
    private static Iterator<List<PairBlock>> count(Iterator<Row> rows, List<Scope> scopes, int maxCodes) {
        List<PairBlock> blocks = scopes.stream().map(scope -> new PairBlock()).toList();
        SymbolNumbers symbols = new SymbolNumbers();
        List<IpcSymbol.Level> levels =
                scopes.stream().map(Scope::level).distinct().toList();
        List<CodeNumbers> codes = levels.stream().map(CodeNumbers::new).toList();
        int[] levelOf =
                scopes.stream().mapToInt(scope -> levels.indexOf(scope.level())).toArray();
        while (rows.hasNext()) {
            Row row = rows.next();
            int year = row.isNullAt(1) ? 0 : row.getInt(1);
            symbols.read(row.isNullAt(0) ? "" : row.getString(0));
            codes.forEach(level -> level.read(symbols));
            for (int network = 0; network < blocks.size(); network++) {
                if (scopes.get(network).holds(year)) {
                    blocks.get(network).add(codes.get(levelOf[network]), year, maxCodes);
                }
            }
        }
        blocks.forEach(PairBlock::done);
        return List.of(blocks).iterator();
    }
}
