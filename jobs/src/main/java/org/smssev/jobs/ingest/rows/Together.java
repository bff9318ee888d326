package org.smssev.jobs.ingest.rows;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.smssev.common.table.DigestedKeys;
import org.smssev.jobs.ingest.rows.BinaryRows.Place;
import scala.Tuple2;

/**
 * Brings rows of one key to one place. They travel in pages: one by one, Java's serialization would take longer than all else
 * that is done with them, and a shuffle of datasets is planned, and its code compiled, anew in each run.
 */
public final class Together {
    /** Bytes with which the page for a partition begins, and to which it grows at most. */
    private static final int LEAST = 1 << 10;

    private static final int MOST = 1 << 17;
    /** Bytes to which the pages of a task grow. What it has sent stays with it for fifty pages of each partition. */
    private static final int ALL = 1 << 21;

    private Together() {}

    /** What the rows that are brought together have in common. */
    public interface Key extends Serializable {
        /** Digest of the key of a row, equal in rows of one key. */
        long digest(InternalRow row);
    }

    /** The order of the rows of a partition. */
    public interface Order extends Comparator<InternalRow>, Serializable {}

    /**
     * Rows sorted in each partition, all of one key in one of them. A partition is held in memory.
     *
     * @param rows in Spark's binary form, each of which may come in the bytes of the one before it
     * @return rows that stay as they are
     */
    public static JavaRDD<InternalRow> sorted(JavaRDD<InternalRow> rows, Key key, Order order, int partitions) {
        return rows.mapPartitionsToPair(some -> new Parted(some, key, partitions))
                .partitionBy(new HashPartitioner(partitions))
                .values()
                .mapPartitions(pages -> sorted(pages, order));
    }

    /** The same for rows of a text, sorted by it and by another one; neither is ever null. */
    public static JavaRDD<InternalRow> sorted(JavaRDD<InternalRow> rows, Place text, Place behind, int partitions) {
        return sorted(
                rows,
                row -> DigestedKeys.digest(text.text(row)),
                (a, b) -> {
                    int order = text.text(a).compareTo(text.text(b));
                    return order == 0 ? behind.text(a).compareTo(behind.text(b)) : order;
                },
                partitions);
    }

    private static Iterator<InternalRow> sorted(Iterator<RowPage> pages, Order order) {
        List<InternalRow> rows = new ArrayList<>();
        pages.forEachRemaining(
                page -> IntStream.range(0, page.size()).mapToObj(page::row).forEach(rows::add));
        rows.sort(order);
        return rows.iterator();
    }

    /** Pages of rows, each by the number of the partition that it is for. */
    private static final class Parted implements Iterator<Tuple2<Integer, RowPage>> {
        private final Iterator<InternalRow> rows;
        private final Key key;
        private final RowPage.Builder[] open;
        private final Deque<Tuple2<Integer, RowPage>> made = new ArrayDeque<>();

        Parted(Iterator<InternalRow> rows, Key key, int partitions) {
            this.rows = rows;
            this.key = key;
            this.open = IntStream.range(0, partitions)
                    .mapToObj(i -> new RowPage.Builder(LEAST, Math.max(LEAST, Math.min(MOST, ALL / partitions))))
                    .toArray(RowPage.Builder[]::new);
        }

        @Override
        public boolean hasNext() {
            while (made.isEmpty() && rows.hasNext()) {
                UnsafeRow row = (UnsafeRow) rows.next();
                int partition = (int) Math.floorMod(key.digest(row), (long) open.length);
                if (!open[partition].add(row)) {
                    take(partition);
                    open[partition].add(row);
                }
            }
            for (int i = 0; made.isEmpty() && i < open.length; i++) {
                if (!open[i].isEmpty()) {
                    take(i);
                }
            }
            return !made.isEmpty();
        }

        private void take(int partition) {
            made.add(new Tuple2<>(partition, open[partition].take()));
        }

        @Override
        public Tuple2<Integer, RowPage> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return made.remove();
        }
    }
}
