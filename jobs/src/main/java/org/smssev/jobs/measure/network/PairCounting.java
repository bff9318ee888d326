package org.smssev.jobs.measure.network;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
        JavaRDD<List<PairBlock>> counted = families.select("ipc", "priority_year")
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
        Map<IpcSymbol.Level, Cuts> cuts = new EnumMap<>(IpcSymbol.Level.class);
        scopes.forEach(scope -> cuts.computeIfAbsent(scope.level(), Cuts::new));
        while (rows.hasNext()) {
            Row row = rows.next();
            List<String> symbols = row.getList(0);
            int year = row.isNullAt(1) ? 0 : row.getInt(1);
            Map<IpcSymbol.Level, List<String>> codes = new EnumMap<>(IpcSymbol.Level.class);
            for (int network = 0; network < blocks.size(); network++) {
                Scope scope = scopes.get(network);
                if (scope.holds(year)) {
                    blocks.get(network)
                            .add(
                                    codes.computeIfAbsent(
                                            scope.level(),
                                            level -> cuts.get(level).of(symbols)),
                                    year,
                                    maxCodes);
                }
            }
        }
        blocks.forEach(PairBlock::done);
        return List.of(blocks).iterator();
    }

    /** Symbols cut at a level, each cut once, as the same ones come again and again. */
    private static final class Cuts {
        private final IpcSymbol.Level level;
        private final Map<String, String> known = new HashMap<>();

        Cuts(IpcSymbol.Level level) {
            this.level = level;
        }

        /** The codes of symbols, each once; those that stop above the level have none. */
        List<String> of(List<String> symbols) {
            Set<String> codes = new LinkedHashSet<>();
            for (String symbol : symbols) {
                codes.add(known.computeIfAbsent(
                        symbol, s -> Objects.requireNonNullElse(IpcSymbol.truncate(s, level), "")));
            }
            codes.remove("");
            return List.copyOf(codes);
        }
    }
}
