package org.smssev.jobs.measure.network;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.smssev.common.ipc.IpcSymbol;

/**
 * Counts codes and pairs of codes of all families in one pass for all networks, without a self-join: families are spread
 * over a constant number of blocks by their id, each block is counted in arrays in the order of the ids, and the blocks
 * are added on the driver in their order. So the counts have the same bits for any partitioning.
 */
final class PairCounting {
    private static final int BLOCKS = 16;

    private PairCounting() {}

    /** A block and its number: one block of counts for each network. */
    private record Numbered(int number, List<PairBlock> networks) implements Serializable {}

    /**
     * Counts all families.
     *
     * @param families with columns family_id, ipc (canonical symbols), priority_year
     * @param scopes the networks; a family counts a code once in each, and symbols that stop above its level do not count
     * @param maxCodes families with more codes are left out of pairs
     * @param heap bytes that the driver may use
     * @return the counts of each network, in the order given
     * @throws org.smssev.common.UserException if the counts do not fit into the driver's memory; they are then left where
     *     they are
     */
    static List<PairBlock> count(Dataset<Row> families, List<Scope> scopes, int maxCodes, long heap) {
        JavaRDD<Numbered> counted = families.select("family_id", "ipc", "priority_year")
                .withColumn("block", pmod(hash(col("family_id")), lit(BLOCKS)))
                .repartition(BLOCKS, col("block"))
                .sortWithinPartitions("block", "family_id")
                .toJavaRDD()
                .mapPartitions(rows -> countBlocks(rows, scopes, maxCodes))
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            long pairs =
                    counted
                            .map(block -> block.networks().stream()
                                    .mapToLong(b -> b.pairs.length)
                                    .sum())
                            .collect()
                            .stream()
                            .mapToLong(Long::longValue)
                            .sum();
            MemoryEstimate.counts(pairs).check(heap);
            List<Numbered> blocks = new ArrayList<>(counted.collect());
            blocks.sort(Comparator.comparingInt(Numbered::number));
            return added(blocks, scopes.size());
        } finally {
            counted.unpersist();
        }
    }

    private static List<PairBlock> added(List<Numbered> blocks, int networks) {
        List<PairBlock> sums = new ArrayList<>();
        for (int network = 0; network < networks; network++) {
            PairBlock sum = new PairBlock();
            for (Numbered block : blocks) {
                sum.add(block.networks().get(network));
            }
            sums.add(sum.done());
        }
        return sums;
    }

    /** Counts a partition, which holds some blocks whole, one after another. */
    private static Iterator<Numbered> countBlocks(Iterator<Row> rows, List<Scope> scopes, int maxCodes) {
        List<Numbered> blocks = new ArrayList<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            int number = row.getInt(3);
            if (blocks.isEmpty() || blocks.get(blocks.size() - 1).number() != number) {
                blocks.add(new Numbered(
                        number, scopes.stream().map(scope -> new PairBlock()).toList()));
            }
            int year = row.isNullAt(2) ? 0 : row.getInt(2);
            Map<IpcSymbol.Level, List<String>> codes = new LinkedHashMap<>();
            for (int network = 0; network < scopes.size(); network++) {
                Scope scope = scopes.get(network);
                if (scope.holds(year)) {
                    List<String> ofLevel = codes.computeIfAbsent(scope.level(), level -> codes(row, level));
                    blocks.get(blocks.size() - 1).networks().get(network).add(ofLevel, year, maxCodes);
                }
            }
        }
        blocks.forEach(numbered -> numbered.networks().forEach(PairBlock::done));
        return blocks.iterator();
    }

    private static List<String> codes(Row row, IpcSymbol.Level level) {
        return row.<String>getList(1).stream()
                .map(symbol -> IpcSymbol.truncate(symbol, level))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
