package org.smssev.jobs.measure.network;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.ipc.IpcSymbol;

/**
 * Counts codes and pairs of codes of all families in one pass, without a self-join: families are spread over a constant
 * number of blocks by their id, each block is counted in arrays in the order of the ids, and the blocks are added on
 * the driver in their order. So the counts have the same bits for any partitioning.
 */
final class PairCounting {
    private static final int BLOCKS = 16;

    private PairCounting() {}

    /** A block and its number. */
    private record Numbered(int number, PairBlock block) implements java.io.Serializable {}

    /**
     * Counts all families.
     *
     * @param families with columns family_id, ipc (canonical symbols), priority_year
     * @param level level to which symbols are cut; a family counts a code once, and symbols that stop above the level do
     *     not count
     * @param maxCodes families with more codes are left out of pairs
     */
    static PairBlock count(Dataset<Row> families, IpcSymbol.Level level, int maxCodes) {
        List<Numbered> blocks = new ArrayList<>(families.select("family_id", "ipc", "priority_year")
                .withColumn("block", pmod(hash(col("family_id")), lit(BLOCKS)))
                .repartition(BLOCKS, col("block"))
                .sortWithinPartitions("block", "family_id")
                .toJavaRDD()
                .mapPartitions(rows -> countBlocks(rows, level, maxCodes))
                .collect());
        blocks.sort(Comparator.comparingInt(Numbered::number));
        PairBlock all = new PairBlock();
        blocks.forEach(numbered -> all.add(numbered.block()));
        return all.done();
    }

    /** Counts a partition, which holds some blocks whole, one after another. */
    private static Iterator<Numbered> countBlocks(Iterator<Row> rows, IpcSymbol.Level level, int maxCodes) {
        List<Numbered> blocks = new ArrayList<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            int number = row.getInt(3);
            if (blocks.isEmpty() || blocks.get(blocks.size() - 1).number() != number) {
                blocks.add(new Numbered(number, new PairBlock()));
            }
            int year = row.isNullAt(2) ? 0 : row.getInt(2);
            blocks.get(blocks.size() - 1).block().add(codes(row, level), year, maxCodes);
        }
        blocks.forEach(numbered -> numbered.block().done());
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
