package org.smssev.common.table;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.Partition;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.PartitionCoalescer;
import org.apache.spark.rdd.PartitionGroup;
import org.apache.spark.rdd.RDD;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Puts partitions that stand beside one another in an order together. Spark's own way does so only where no partition has a
 * place that it prefers: else it draws which come together, by where they are kept.
 */
final class Neighbours implements PartitionCoalescer, Serializable {
    private static final long serialVersionUID = 1L;

    private final int[] order;

    private Neighbours(int[] order) {
        this.order = order;
    }

    /** The rows in so many partitions at most. */
    static <T> JavaRDD<T> together(JavaRDD<T> rows, int most) {
        return coalesced(rows, most, IntStream.range(0, rows.getNumPartitions()).toArray());
    }

    /**
     * The rows of both. Behind one another, the few partitions of large files would come together; so both are spread
     * evenly.
     */
    static <T> JavaRDD<T> alternating(JavaRDD<T> a, JavaRDD<T> b) {
        JavaRDD<T> both = a.union(b);
        int partitions = both.getNumPartitions();
        return partitions == 0
                ? both
                : coalesced(both, partitions, alternating(a.getNumPartitions(), b.getNumPartitions()));
    }

    /** The rows in so many partitions at most, each of which takes partitions from all over. */
    static <T> JavaRDD<T> striped(JavaRDD<T> rows, int most) {
        return coalesced(rows, most, striped(rows.getNumPartitions(), most));
    }

    /** From each of the first places on, as many as there are stripes, every place that is so many behind another. */
    static int[] striped(int places, int stripes) {
        return IntStream.range(0, Math.min(places, stripes))
                .flatMap(first -> IntStream.iterate(first, i -> i < places, i -> i + stripes))
                .toArray();
    }

    private static <T> JavaRDD<T> coalesced(JavaRDD<T> rows, int most, int[] order) {
        return JavaRDD.fromRDD(
                rows.rdd().coalesce(most, false, Option.apply(new Neighbours(order)), null), rows.classTag());
    }

    /** Places of both, in the order in which they come: each in the middle of its share of the whole. */
    static int[] alternating(int first, int second) {
        return IntStream.range(0, first + second)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> i < first ? (i + 0.5) / first : (i - first + 0.5) / second))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Where the ranges begin into which so many places are cut, and where the last one ends. */
    static int[] bounds(int places, int most) {
        int n = Math.min(places, most);
        return IntStream.rangeClosed(0, n)
                .map(i -> (int) ((long) i * places / Math.max(1, n)))
                .toArray();
    }

    @Override
    public PartitionGroup[] coalesce(int most, RDD<?> parent) {
        int[] bounds = bounds(order.length, most);
        return IntStream.range(0, bounds.length - 1)
                .mapToObj(i -> group(parent, bounds[i], bounds[i + 1]))
                .toArray(PartitionGroup[]::new);
    }

    private PartitionGroup group(RDD<?> parent, int from, int to) {
        List<Partition> some = IntStream.range(from, to)
                .mapToObj(i -> parent.partitions()[order[i]])
                .toList();
        PartitionGroup group = new PartitionGroup(Option.apply(place(parent, some)));
        some.forEach(group.partitions()::addOne);
        return group;
    }

    /** The place that most of them prefer; null if none prefers any. */
    private static String place(RDD<?> parent, List<Partition> some) {
        Map<String, Integer> places = new HashMap<>();
        for (Partition partition : some) {
            CollectionConverters.asJava(parent.preferredLocations(partition))
                    .forEach(place -> places.merge(place, 1, Integer::sum));
        }
        return places.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
