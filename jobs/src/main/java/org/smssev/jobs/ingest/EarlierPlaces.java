package org.smssev.jobs.ingest;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
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
    /** Numbers of the files, in their order in the table. */
    private final int[] files;
    /** Places in the files. */
    private final int[] rows;

    private final long[] families;

    EarlierPlaces(StoredTable table, int[] files, int[] rows, long[] families) {
        this.table = table;
        this.files = files;
        this.rows = rows;
        this.families = families;
    }

    /** Where some of the publications are, with what is deleted already; by the paths of the files. */
    Map<String, PlacesInFile> withDeleted(BitSet some) {
        List<DataFile> stored = table.files();
        long[] n = new long[stored.size()];
        RoaringBitmap[] found = new RoaringBitmap[stored.size()];
        for (int file = 0; file < found.length; file++) {
            found[file] = stored.get(file).deleted().clone();
            n[file] = found[file].getLongCardinality();
        }
        for (int place = 0; place < files.length; place++) {
            n[files[place]]++;
            if (some.get(place)) {
                found[files[place]].add(rows[place]);
            }
        }
        Map<String, PlacesInFile> places = new HashMap<>();
        for (int file = 0; file < found.length; file++) {
            places.put(stored.get(file).path(), new PlacesInFile(n[file], found[file]));
        }
        return places;
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
