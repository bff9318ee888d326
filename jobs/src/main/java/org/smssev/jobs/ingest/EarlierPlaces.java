package org.smssev.jobs.ingest;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.roaringbitmap.RoaringBitmap;
import org.smssev.common.table.DataFile;
import org.smssev.common.table.PlacesInFile;
import org.smssev.common.table.StoredTable;

/**
 * Where the publications of an earlier release are stored, and digests of their families, by their places among the
 * {@link EarlierSketches}. Only the driver asks.
 */
final class EarlierPlaces {
    private final StoredTable table;
    private final List<Part> parts;
    private final long[] families;

    /**
     * Publications of one file that follow one another.
     *
     * @param first the place of the first of them
     * @param rows where they are in the file, in their order
     */
    record Part(DataFile file, int first, int[] rows) {
        private PlacesInFile among(BitSet some) {
            RoaringBitmap found = new RoaringBitmap();
            for (int place = some.nextSetBit(first);
                    place >= 0 && place < first + rows.length;
                    place = some.nextSetBit(place + 1)) {
                found.add(rows[place - first]);
            }
            return new PlacesInFile(rows.length, found);
        }
    }

    /**
     * Where publications are.
     *
     * @param parts all of them
     * @param families digests of their families, by their places
     */
    EarlierPlaces(StoredTable table, List<Part> parts, long[] families) {
        this.table = table;
        this.parts = parts;
        this.families = families;
    }

    /** Where some of the publications are, with what is deleted already; by the paths of the files. */
    Map<String, PlacesInFile> withDeleted(BitSet some) {
        return Carry.withDeleted(
                table,
                parts.stream().map(Part::file).toList(),
                parts.stream().map(part -> part.among(some)).toList());
    }

    /** The publications of some families, whose digests are sorted. */
    BitSet ofFamilies(long[] among) {
        BitSet found = new BitSet();
        for (int place = 0; place < families.length; place++) {
            if (Arrays.binarySearch(among, families[place]) >= 0) {
                found.set(place);
            }
        }
        return found;
    }

    /** Digests of the families of some publications. */
    LongStream families(BitSet places) {
        return places.stream().mapToLong(place -> families[place]);
    }

    /** The same of those alone that are among some digests, which are sorted. */
    LongStream families(BitSet places, long[] among) {
        return families(places).filter(digest -> Arrays.binarySearch(among, digest) >= 0);
    }
}
