package org.smssev.jobs.ingest;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.Digests;
import org.smssev.common.table.StoredTable;

/** The publications that a snapshot stands beside: what tasks know of them, and where they are stored. */
final class EarlierRelease implements AutoCloseable {
    private static final List<String> COLUMNS = List.of(
            "publication_number",
            "record_hash",
            "first_release",
            "withdrawn",
            "family_id",
            "sources",
            "applicants.harmonised");

    private static final int PLACE = COLUMNS.size();
    /** Bytes of the driver's memory for each publication: some 170 while they are put together. */
    private static final int BYTES_EACH = 600;

    private final StoredTable table;
    private final Broadcast<EarlierSketches> sketches;
    private final EarlierPlaces places;

    private EarlierRelease(StoredTable table, Broadcast<EarlierSketches> sketches, EarlierPlaces places) {
        this.table = table;
        this.sketches = sketches;
        this.places = places;
    }

    /** What a task saw of some of them, in their order in a file. */
    private static final class Part implements Serializable {
        private static final long serialVersionUID = 1L;
        private static final int FIRST = 1 << 12;

        private final int most;
        private long[] numbers = new long[FIRST];
        private long[] checks = new long[FIRST];
        private long[] hashes = new long[FIRST];
        private long[] besides = new long[FIRST];
        private long[] families = new long[FIRST];
        private char[] firstReleases = new char[FIRST];
        private int[] rows = new int[FIRST];
        private final LinkedHashMap<String, Character> releases = new LinkedHashMap<>();
        private final BitSet withdrawn = new BitSet();
        private int n;

        Part(int most) {
            this.most = most;
        }

        /** Adds one; what more there are than so many are only counted. */
        void add(InternalRow r) {
            if (n < most) {
                if (n == numbers.length) {
                    grow(2 * n);
                }
                UTF8String number = r.getUTF8String(0);
                numbers[n] = DigestedKeys.digest(number);
                checks[n] = EarlierSketches.check(number);
                hashes[n] = EarlierSketches.start(r.getUTF8String(1).toString());
                firstReleases[n] =
                        releases.computeIfAbsent(r.getUTF8String(2).toString(), release -> (char) releases.size());
                withdrawn.set(n, r.getBoolean(3));
                besides[n] = EarlierSketches.besides(r.getArray(5), r.getArray(6));
                families[n] = DigestedKeys.digest(r.getUTF8String(4));
                rows[n] = (int) r.getLong(PLACE);
            }
            n++;
        }

        /** The room that is left does not travel. */
        private void writeObject(ObjectOutputStream out) throws IOException {
            grow(Math.min(n, most));
            out.defaultWriteObject();
        }

        private void grow(int size) {
            numbers = Arrays.copyOf(numbers, size);
            checks = Arrays.copyOf(checks, size);
            hashes = Arrays.copyOf(hashes, size);
            besides = Arrays.copyOf(besides, size);
            families = Arrays.copyOf(families, size);
            firstReleases = Arrays.copyOf(firstReleases, size);
            rows = Arrays.copyOf(rows, size);
        }
    }

    /**
     * Looks through the patents of an earlier release.
     *
     * @return empty if they are too many to be known to every task
     */
    static Optional<EarlierRelease> of(StoredTable table) {
        return of(table, (int) Math.min(Digests.MOST, Runtime.getRuntime().maxMemory() / BYTES_EACH));
    }

    /** The same, of so many at most. */
    static Optional<EarlierRelease> of(StoredTable table, int most) {
        StoredTable.Scan scan = table.scanPlaced(COLUMNS);
        List<Part> parts =
                scan.rows().rows().mapPartitions(rows -> part(rows, most)).collect();
        long n = parts.stream().mapToLong(part -> part.n).sum();
        if (n > most) {
            return Optional.empty();
        }
        int[] files = scan.files().stream()
                .mapToInt(file -> table.files().indexOf(file))
                .toArray();
        return Optional.of(of(table, parts, files, (int) n));
    }

    private static EarlierRelease of(StoredTable table, List<Part> parts, int[] filesOfParts, int n) {
        long[] numbers = parts.stream()
                .flatMapToLong(part -> Arrays.stream(part.numbers, 0, part.n))
                .toArray();
        Arrays.parallelSort(numbers);
        long[] checks = new long[n];
        long[] hashes = new long[n];
        long[] besides = new long[n];
        char[] firstReleases = new char[n];
        BitSet withdrawn = new BitSet(n);
        long[] families = new long[n];
        int[] files = new int[n];
        int[] rows = new int[n];
        Map<String, Character> releases = new LinkedHashMap<>();
        BitSet taken = new BitSet(n);
        List<int[]> firsts = parts.parallelStream()
                .map(part -> Arrays.stream(part.numbers, 0, part.n)
                        .mapToInt(number -> EarlierSketches.first(numbers, number))
                        .toArray())
                .toList();
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            char[] codes = new char[part.releases.size()];
            part.releases.forEach(
                    (release, code) -> codes[code] = releases.computeIfAbsent(release, r -> (char) releases.size()));
            for (int i = 0; i < part.n; i++) {
                int place = taken.nextClearBit(firsts.get(p)[i]);
                taken.set(place);
                checks[place] = part.checks[i];
                hashes[place] = part.hashes[i];
                besides[place] = part.besides[i];
                firstReleases[place] = codes[part.firstReleases[i]];
                withdrawn.set(place, part.withdrawn.get(i));
                families[place] = part.families[i];
                files[place] = filesOfParts[p];
                rows[place] = part.rows[i];
            }
        }
        EarlierSketches sketches = new EarlierSketches(
                numbers, checks, hashes, besides, firstReleases, List.copyOf(releases.keySet()), withdrawn);
        return new EarlierRelease(
                table,
                JavaSparkContext.fromSparkContext(table.spark().sparkContext()).broadcast(sketches),
                new EarlierPlaces(table, files, rows, families));
    }

    private static Iterator<Part> part(Iterator<InternalRow> rows, int most) {
        Part part = new Part(most);
        rows.forEachRemaining(part::add);
        return List.of(part).iterator();
    }

    /** Their table. */
    StoredTable table() {
        return table;
    }

    /** What tasks know of them. */
    Broadcast<EarlierSketches> sketches() {
        return sketches;
    }

    /** Where they are stored. */
    EarlierPlaces places() {
        return places;
    }

    @Override
    public void close() {
        sketches.destroy();
    }
}
