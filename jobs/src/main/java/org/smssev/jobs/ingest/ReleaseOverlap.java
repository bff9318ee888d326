package org.smssev.jobs.ingest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.Digests;
import org.smssev.common.table.StoredTable;

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

        void add(InternalRow r, DigestedKeys.Known ofNumbers, DigestedKeys.Known ofFamilies) {
            present += r.getBoolean(0) ? 0 : 1;
            long number = DigestedKeys.digest(r.getUTF8String(1));
            long family = DigestedKeys.digest(r.getUTF8String(2));
            boolean isGiven = ofNumbers.has(number);
            if (isGiven) {
                numbers.add(number);
            }
            // The family of a publication that is given again may lose it.
            if (isGiven || ofFamilies.has(family)) {
                families.add(family);
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
    static Optional<ReleaseOverlap> of(StoredTable earlier, Census census) {
        return of(earlier, census, Digests.MOST);
    }

    /** The same, with so many digests at most. */
    static Optional<ReleaseOverlap> of(StoredTable earlier, Census census, int most) {
        Digests given = census.allNumbers();
        if (given.isFull() || census.families().isFull()) {
            return Optional.empty();
        }
        SparkSession spark = earlier.spark();
        Part all = new Part(most);
        try (DigestedKeys numbers = new DigestedKeys(spark, given.sorted());
                DigestedKeys families =
                        new DigestedKeys(spark, census.families().sorted())) {
            DigestedKeys.Known ofNumbers = numbers.known();
            DigestedKeys.Known ofFamilies = families.known();
            earlier.scan(List.of("withdrawn", "publication_number", "family_id"))
                    .rows()
                    .rows()
                    .mapPartitions(part -> part(part, ofNumbers, ofFamilies, most))
                    .collect()
                    .forEach(all::add);
        }
        return all.numbers.isFull() || all.families.isFull()
                ? Optional.empty()
                : Optional.of(new ReleaseOverlap(all.present, all.numbers.sorted(), all.families.sorted()));
    }

    private static Iterator<Part> part(
            Iterator<InternalRow> rows, DigestedKeys.Known numbers, DigestedKeys.Known families, int most) {
        Part part = new Part(most);
        rows.forEachRemaining(r -> part.add(r, numbers, families));
        return List.of(part).iterator();
    }

    /** Earlier publications that are not withdrawn. */
    long present() {
        return present;
    }

    /** How many earlier publications have a digest that one which is given has. */
    long given() {
        return numbers.length;
    }

    /** Digests of families of earlier publications that the increment may change, sorted. */
    long[] families() {
        return Arrays.stream(families).distinct().toArray();
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
