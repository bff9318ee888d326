package org.smssev.jobs.ingest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.roaringbitmap.RoaringBitmap;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.Digests;
import org.smssev.common.table.PlacesInFile;
import org.smssev.common.table.StoredTable;

/**
 * What an increment has in common with the patents that it is added to, found by digests in one pass over these; so most of
 * them need not be moved, nor read again.
 */
final class ReleaseOverlap {
    private static final String FAMILY = "family_id";

    private final long present;
    private final long[] numbers;
    private final long[] families;
    private final Map<String, PlacesInFile> given;
    private final Map<String, PlacesInFile> met;

    private ReleaseOverlap(
            long present,
            long[] numbers,
            long[] families,
            Map<String, PlacesInFile> given,
            Map<String, PlacesInFile> met) {
        this.present = present;
        this.numbers = numbers;
        this.families = families;
        this.given = given;
        this.met = met;
    }

    /** What a part of the earlier patents has in common with the increment. */
    private static final class Part implements Serializable {
        private static final long serialVersionUID = 1L;
        private final Digests numbers;
        private final Digests families;
        private final RoaringBitmap given = new RoaringBitmap();
        private final RoaringBitmap met = new RoaringBitmap();
        private long present;
        private long rows;

        Part(int most) {
            numbers = new Digests(most);
            families = new Digests(most);
        }

        void add(InternalRow r, DigestedKeys.Known ofNumbers, DigestedKeys.Known ofFamilies) {
            rows++;
            present += r.getBoolean(0) ? 0 : 1;
            long number = DigestedKeys.digest(r.getUTF8String(1));
            long family = DigestedKeys.digest(r.getUTF8String(2));
            int place = (int) r.getLong(3);
            boolean isGiven = ofNumbers.has(number);
            if (isGiven) {
                numbers.add(number);
                given.add(place);
            }
            // The family of a publication that is given again may lose it.
            if (isGiven || ofFamilies.has(family)) {
                families.add(family);
                met.add(place);
            }
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
        Digests ofRelease = census.allNumbers();
        if (ofRelease.isFull() || census.families().isFull()) {
            return Optional.empty();
        }
        SparkSession spark = earlier.spark();
        long[] familiesOfRelease = census.families().sorted();
        StoredTable.Scan scan = earlier.scanPlaced(List.of("withdrawn", "publication_number", FAMILY));
        List<Part> parts;
        try (DigestedKeys numbers = new DigestedKeys(spark, ofRelease.sorted());
                DigestedKeys families = new DigestedKeys(spark, familiesOfRelease)) {
            DigestedKeys.Known ofNumbers = numbers.known();
            DigestedKeys.Known ofFamilies = families.known();
            parts = scan.rows()
                    .rows()
                    .mapPartitions(part -> part(part, ofNumbers, ofFamilies, most))
                    .collect();
        }
        Digests numbers = new Digests(most);
        Digests families = new Digests(most);
        parts.forEach(part -> numbers.add(part.numbers));
        parts.forEach(part -> families.add(part.families));
        if (numbers.isFull() || families.isFull()) {
            return Optional.empty();
        }
        long[] sorted = families.sorted();
        Map<String, PlacesInFile> met = places(earlier, scan, parts, part -> part.met);
        return Optional.of(new ReleaseOverlap(
                parts.stream().mapToLong(part -> part.present).sum(),
                numbers.sorted(),
                sorted,
                places(earlier, scan, parts, part -> part.given),
                withOthers(earlier, met, without(sorted, familiesOfRelease))));
    }

    private static Map<String, PlacesInFile> places(
            StoredTable earlier, StoredTable.Scan scan, List<Part> parts, Function<Part, RoaringBitmap> found) {
        return Carry.withDeleted(
                earlier,
                scan.files(),
                parts.stream()
                        .map(part -> new PlacesInFile(part.rows, found.apply(part)))
                        .toList());
    }

    private static long[] without(long[] digests, long[] others) {
        return Arrays.stream(digests)
                .distinct()
                .filter(digest -> Arrays.binarySearch(others, digest) < 0)
                .toArray();
    }

    /** Places with those of publications of further families: what a publication that is given again leaves behind. */
    private static Map<String, PlacesInFile> withOthers(
            StoredTable earlier, Map<String, PlacesInFile> places, long[] families) {
        if (families.length == 0) {
            return places;
        }
        try (DigestedKeys others = new DigestedKeys(earlier.spark(), families)) {
            Map<String, PlacesInFile> all = new HashMap<>();
            Carry.seen(earlier, FAMILY, others.known())
                    .forEach((file, found) -> all.put(
                            file,
                            new PlacesInFile(
                                    found.rows(),
                                    RoaringBitmap.or(
                                            found.places(), places.get(file).places()))));
            return all;
        }
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

    /** Where the earlier publications are of which one that is given has the digest; those of deleted rows among them. */
    Map<String, PlacesInFile> givenPlaces() {
        return given;
    }

    /** Where the earlier publications are of families that the increment may change, given ones and deleted rows among them. */
    Map<String, PlacesInFile> met() {
        return met;
    }

    /** Digests of publications that several records give, the earlier table's among them; sorted. */
    long[] publications(Census census) {
        return Digests.union(census.allNumbers().repeated(), numbers);
    }

    /** Whether no earlier publication is of a family that the increment may change. */
    boolean leavesFamilies() {
        return families.length == 0;
    }

    /** Digests of families that the increment may change, sorted. */
    long[] touched(Census census) {
        return Digests.union(census.families().sorted(), families);
    }

    /** Digests of those of them that may have several publications, sorted. */
    long[] joined(Census census) {
        return Digests.union(census.families().repeated(), families);
    }
}
