package org.smssev.jobs.ingest;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.roaringbitmap.RoaringBitmap;
import org.smssev.common.table.DataFile;
import org.smssev.common.table.StoredTable;
import org.smssev.jobs.ingest.Carry.Seen;

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

    /** The files without some of the publications. */
    Map<String, Seen> without(BitSet deleted) {
        List<DataFile> stored = table.files();
        long[] n = new long[stored.size()];
        RoaringBitmap[] gone = new RoaringBitmap[stored.size()];
        for (int file = 0; file < gone.length; file++) {
            gone[file] = stored.get(file).deleted().clone();
            n[file] = gone[file].getLongCardinality();
        }
        for (int place = 0; place < files.length; place++) {
            n[files[place]]++;
            if (deleted.get(place)) {
                gone[files[place]].add(rows[place]);
            }
        }
        Map<String, Seen> seen = new HashMap<>();
        for (int file = 0; file < gone.length; file++) {
            seen.put(stored.get(file).path(), new Seen(n[file], gone[file]));
        }
        return seen;
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
