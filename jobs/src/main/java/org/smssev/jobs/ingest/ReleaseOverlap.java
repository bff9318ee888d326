package org.smssev.jobs.ingest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.Digests;
import org.smssev.common.table.InternalRows;

/**
 * What an increment has in common with the patents that it is added to, found by digests in one pass over these; so most of
 * them need not be moved, nor read again.
 */
final class ReleaseOverlap {
    private final long present;
    private final long[] numbers;
    private final long[] families;

    private ReleaseOverlap(long present, long[] numbers, long[] families) {
        this.present = present;
        this.numbers = numbers;
        this.families = families;
    }

    /** What a part of the earlier patents has in common with the increment. */
    private static final class Part implements Serializable {
        private static final long serialVersionUID = 1L;
        private final Digests numbers;
        private final Digests families;
        private long present;

        Part(int most) {
            numbers = new Digests(most);
            families = new Digests(most);
        }

        void add(InternalRow r, long[] ofNumbers, long[] ofFamilies) {
            present += r.getBoolean(0) ? 0 : 1;
            boolean isGiven = Arrays.binarySearch(ofNumbers, r.getLong(1)) >= 0;
            if (isGiven) {
                numbers.add(r.getLong(1));
            }
            // The family of a publication that is given again may lose it.
            if (isGiven || Arrays.binarySearch(ofFamilies, r.getLong(2)) >= 0) {
                families.add(r.getLong(2));
            }
        }

        void add(Part other) {
            present += other.present;
            numbers.add(other.numbers);
            families.add(other.families);
        }
    }

    /**
     * Looks through the earlier patents.
     *
     * @param earlier the patents as published by the run of an earlier release
     * @return empty if the increment, or what it has in common with them, is too large to be known by digests
     */
    static Optional<ReleaseOverlap> of(Dataset<Row> earlier, Census census) {
        return of(earlier, census, Digests.MOST);
    }

    /** The same, with so many digests at most. */
    static Optional<ReleaseOverlap> of(Dataset<Row> earlier, Census census, int most) {
        Digests given = census.allNumbers();
        if (given.isFull() || census.families().isFull()) {
            return Optional.empty();
        }
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(earlier.sparkSession().sparkContext());
        Broadcast<long[]> numbers = spark.broadcast(given.sorted());
        Broadcast<long[]> families = spark.broadcast(census.families().sorted());
        Part all = new Part(most);
        try {
            Dataset<Row> digests = earlier.select(
                    functions.col("withdrawn"),
                    DigestedKeys.digest("publication_number"),
                    DigestedKeys.digest("family_id"));
            InternalRows.of(digests)
                    .mapPartitions(rows -> part(rows, numbers.value(), families.value(), most))
                    .collect()
                    .forEach(all::add);
        } finally {
            numbers.destroy();
            families.destroy();
        }
        return all.numbers.isFull() || all.families.isFull()
                ? Optional.empty()
                : Optional.of(new ReleaseOverlap(all.present, all.numbers.sorted(), all.families.sorted()));
    }

    private static Iterator<Part> part(Iterator<InternalRow> rows, long[] numbers, long[] families, int most) {
        Part part = new Part(most);
        rows.forEachRemaining(r -> part.add(r, numbers, families));
        return List.of(part).iterator();
    }

    /** Earlier publications that are not withdrawn. */
    long present() {
        return present;
    }

    /** Digests of publications that several records give, the earlier table's among them; sorted. */
    long[] publications(Census census) {
        return union(census.allNumbers().repeated(), numbers);
    }

    /** Whether no earlier publication is of a family that the increment may change. */
    boolean leavesFamilies() {
        return families.length == 0;
    }

    /** Digests of families that the increment may change, sorted. */
    long[] touched(Census census) {
        return union(census.families().sorted(), families);
    }

    /** Digests of those of them that may have several publications, sorted. */
    long[] joined(Census census) {
        return union(census.families().repeated(), families);
    }

    private static long[] union(long[] a, long[] b) {
        return LongStream.concat(Arrays.stream(a), Arrays.stream(b))
                .sorted()
                .distinct()
                .toArray();
    }
}
