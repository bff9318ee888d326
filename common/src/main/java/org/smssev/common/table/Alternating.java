package org.smssev.common.table;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.PartitionCoalescer;
import org.apache.spark.rdd.PartitionGroup;
import org.apache.spark.rdd.RDD;
import scala.Option;

/**
 * Puts the partitions of two sets of rows in an order in which both are spread evenly, so that whoever puts neighbours
 * together has as much of each in every part. Behind one another, the few parts of large files would come together.
 */
final class Alternating implements PartitionCoalescer, Serializable {
    private static final long serialVersionUID = 1L;

    private final int first;

    private Alternating(int first) {
        this.first = first;
    }

    /** The rows of both. */
    static <T> JavaRDD<T> union(JavaRDD<T> a, JavaRDD<T> b) {
        JavaRDD<T> both = a.union(b);
        RDD<T> alternating = both.rdd()
                .coalesce(both.getNumPartitions(), false, Option.apply(new Alternating(a.getNumPartitions())), null);
        return JavaRDD.fromRDD(alternating, both.classTag());
    }

    /** Places of both, in the order in which they come: each in the middle of its share of the whole. */
    static List<Integer> order(int first, int second) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, first + second).boxed().toList());
        order.sort(Comparator.comparingDouble(i -> i < first ? (i + 0.5) / first : (i - first + 0.5) / second));
        return order;
    }

    @Override
    public PartitionGroup[] coalesce(int maxPartitions, RDD<?> parent) {
        return order(first, parent.partitions().length - first).stream()
                .map(i -> {
                    PartitionGroup one = new PartitionGroup(Option.empty());
                    one.partitions().addOne(parent.partitions()[i]);
                    return one;
                })
                .toArray(PartitionGroup[]::new);
    }
}
