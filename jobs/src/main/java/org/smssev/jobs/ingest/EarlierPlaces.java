package org.smssev.jobs.ingest;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.roaringbitmap.RoaringBitmap;
import org.smssev.common.table.DataFile;
import org.smssev.common.table.PlacesInFile;
import org.smssev.common.table.SortedDigests;
import org.smssev.common.table.StoredTable;

/**
 * Where the publications of an earlier release are stored, and digests of their families, by their places among the
 * {@link EarlierSketches}. Only the driver asks.
 */
final class EarlierPlaces {
    private final StoredTable table;
    private final List<Part> parts;
    private final EarlierSketches sketches;

    /**
     * Publications of one file that follow one another.
     *
     * @param first the place of the first of them
     * @param rows where they are in the file, in their order
     */
    record Part(DataFile file, int first, int[] rows) {
        private PlacesInFile among(BitSet some) {
            RoaringBitmap found = new RoaringBitmap();
            places(some).forEach(place -> found.add(rows[place - first]));
            return new PlacesInFile(rows.length, found);
        }

        private IntStream places(BitSet some) {
            return IntStream.iterate(
                    some.nextSetBit(first),
                    place -> place >= 0 && place < first + rows.length,
                    place -> some.nextSetBit(place + 1));
        }
    }

    /**
     * Where publications are.
     *
     * @param parts all of them
     * @param sketches tell their families
     */
    EarlierPlaces(StoredTable table, List<Part> parts, EarlierSketches sketches) {
        this.table = table;
        this.parts = parts;
        this.sketches = sketches;
    }

    /** Where some of the publications are, with what is deleted already; by the paths of the files. */
    Map<String, PlacesInFile> withDeleted(BitSet some) {
        return Carry.withDeleted(
                table,
                parts.stream().map(Part::file).toList(),
                parts.stream().map(part -> part.among(some)).toList());
    }

    /** The publications that are stored in some files, by the paths of these. */
    BitSet in(Set<String> paths) {
        BitSet found = new BitSet();
        parts.stream()
                .filter(part -> paths.contains(part.file().path()))
                .forEach(part -> found.set(part.first(), part.first() + part.rows().length));
        return found;
    }

    /** The paths of the files that some of the publications are stored in. */
    Set<String> paths(BitSet some) {
        return parts.stream()
                .filter(part -> part.places(some).findAny().isPresent())
                .map(part -> part.file().path())
                .collect(Collectors.toSet());
    }

    /**
     * Of publications of two kinds, in each file those of the kind of which it has fewer: of the second if as many, or if the
     * values that it has in common are not told (as none were once), so that those of the first may get others. None where there
     * are none of the first.
     */
    BitSet fewer(BitSet some, BitSet others) {
        if (some.isEmpty()) {
            return new BitSet();
        }
        Map<String, Long> more = new HashMap<>();
        parts.forEach(part -> more.merge(
                part.file().path(),
                part.places(some).count() - part.places(others).count(),
                Long::sum));
        BitSet fewer = new BitSet();
        parts.forEach(part -> {
            DataFile file = part.file();
            boolean areOfFirst = more.get(file.path()) < 0 && !file.set().isEmpty();
            part.places(areOfFirst ? some : others).forEach(fewer::set);
        });
        return fewer;
    }

    /** The publications of some families, whose digests are sorted. */
    BitSet ofFamilies(long[] among) {
        SortedDigests digests = new SortedDigests(among);
        BitSet found = new BitSet();
        for (int place = 0; place < sketches.size(); place++) {
            if (digests.has(sketches.family(place))) {
                found.set(place);
            }
        }
        return found;
    }

    /** Digests of the families of some publications. */
    LongStream families(BitSet places) {
        return places.stream().mapToLong(sketches::family);
    }
}
