package org.smssev.jobs.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.SideBySide;
import org.smssev.common.stage.Prepared;
import org.smssev.common.table.DataFile;
import org.smssev.common.table.StoredTable;
import org.smssev.jobs.ingest.digest.KeyDigests;
import org.smssev.jobs.ingest.digest.Reading;

/** The publications that a release is held against: what tasks know of them, and where they are stored. */
final class EarlierRelease implements Prepared {
    private static final List<String> COLUMNS = List.of("reading", "first_release", "withdrawn");
    /** What is read of rows, too, whose reading is of another form. */
    private static final List<String> MORE =
            List.of("reading", "first_release", "withdrawn", "publication_number", "family_id", "record_hash");

    /** Bytes of the driver's memory for each publication: some 200 while they are put together. */
    private static final int BYTES_EACH = 750;

    /** Stands for what was found where it is not known; no findings have such a text. */
    private static final String NOT_KNOWN = "none";

    private final StoredTable table;
    private final Broadcast<EarlierSketches> sketches;
    private final EarlierPlaces places;
    private final SharedHeap heap;

    private EarlierRelease(
            StoredTable table, Broadcast<EarlierSketches> sketches, EarlierPlaces places, SharedHeap heap) {
        this.table = table;
        this.sketches = sketches;
        this.places = places;
        this.heap = heap;
    }

    /**
     * Room for the digests of all, where tasks share the driver's memory: each puts its own where they belong, and none is
     * copied from there.
     *
     * @param digests {@link Reading#DIGESTS} of each publication, one after the other
     * @param firsts the place of the first publication of each file, and behind these how many there are in all
     * @param paths of the files
     */
    private record Room(SharedHeap heap, long[] digests, int[] firsts, List<String> paths) implements Serializable {
        private static final long serialVersionUID = 1L;

        /** None where tasks are elsewhere, the version does not tell how many rows its files have, or they are more. */
        static Optional<Room> of(List<DataFile> files, int most, SharedHeap heap) {
            if (!heap.isShared() || files.stream().anyMatch(file -> file.rows() == null)) {
                return Optional.empty();
            }
            int[] firsts = new int[files.size() + 1];
            for (int i = 0; i < files.size(); i++) {
                long next =
                        firsts[i] + files.get(i).rows() - files.get(i).deleted().getLongCardinality();
                if (next > most) {
                    return Optional.empty();
                }
                firsts[i + 1] = (int) next;
            }
            long[] digests = new long[firsts[files.size()] * Reading.DIGESTS];
            return Optional.of(new Room(
                    heap, digests, firsts, files.stream().map(DataFile::path).toList()));
        }

        /** Where the digests of a publication of a file belong. */
        int at(int file, int n) {
            return (firsts[file] + n) * Reading.DIGESTS;
        }

        /** A file has at most, or just, so many publications, as others would get the room of those that it has more. */
        void require(int file, int n, boolean isEnd) {
            int told = firsts[file + 1] - firsts[file];
            if (n > told || isEnd && n < told) {
                throw new IllegalStateException(paths.get(file) + ": rows differ from the log of the table, which has "
                        + told + ". Restore the warehouse.");
            }
        }

        private Object writeReplace() {
            return heap.standIn(this);
        }
    }

    /** What a task saw of some of them, in their order in a file. */
    private static final class Part implements Serializable {
        private static final long serialVersionUID = 1L;
        private static final int FIRST = 1 << 12;
        /** So many have their digests in a block; an array that grows would be copied again and again. */
        private static final int BLOCK = 1 << 12;

        private final SharedHeap heap;
        private final int most;
        /** Which columns there are. */
        private final int columns;
        /** Where the digests are put; null where they are kept here. */
        private final Room room;
        /** Which of the files it is. */
        private final int file;

        private final ArrayList<long[]> digests = new ArrayList<>();
        private char[] found = new char[FIRST];
        private char[] firstReleases = new char[FIRST];
        private int[] rows = new int[FIRST];
        private final Numbered releases = new Numbered();
        private final Numbered findings = new Numbered();
        private final BitSet withdrawn = new BitSet();
        private int n;
        /** Whether a row's reading is of another form, and its other columns were not read. */
        private boolean lacksColumns;

        private transient Reading.Decoder decoder = new Reading.Decoder();

        Part(SharedHeap heap, int most, int columns, Room room, int file) {
            this.heap = heap;
            this.most = most;
            this.columns = columns;
            this.room = room;
            this.file = file;
            findings.of(NOT_KNOWN);
        }

        /** Adds one; what more there are than so many are only counted. */
        void add(InternalRow r) {
            if (n < most) {
                if (n == rows.length) {
                    resize(2 * n);
                }
                if (room == null) {
                    if (n % BLOCK == 0) {
                        digests.add(new long[BLOCK * Reading.DIGESTS]);
                    }
                    digests(r, digests.get(n / BLOCK), n % BLOCK * Reading.DIGESTS);
                } else {
                    room.require(file, n + 1, false);
                    digests(r, room.digests(), room.at(file, n));
                }
                firstReleases[n] = releases.of(r.getUTF8String(1));
                withdrawn.set(n, r.getBoolean(2));
                rows[n] = (int) r.getLong(columns);
            }
            n++;
        }

        private void digests(InternalRow r, long[] into, int at) {
            UTF8String reading = r.getUTF8String(0);
            if (reading != null && Reading.isOne(reading)) {
                decoder.take(reading, into, at);
                found[n] = findings.of(Reading.findings(reading));
                // Whose findings have no number is not known again.
                if (found[n] == 0) {
                    Arrays.fill(into, at + Reading.FIELDS, at + Reading.DIGESTS, 0);
                }
            } else if (columns == COLUMNS.size()) {
                lacksColumns = true;
            } else {
                decoder.take(
                        UTF8String.fromString(Reading.ofSeveral(
                                KeyDigests.of(r.getUTF8String(3), r.getUTF8String(4)), r.getString(5))),
                        into,
                        at);
            }
        }

        private Object writeReplace() {
            return heap.standIn(this);
        }

        /** Leaves no room for more. */
        Part full() {
            if (room != null) {
                room.require(file, n, true);
            }
            resize(Math.min(n, most));
            return this;
        }

        /** Puts all digests among those of all publications, of which the first one here has such a place. */
        void take(long[] into, int first) {
            for (int at = 0; at < n; at += BLOCK) {
                System.arraycopy(
                        digests.get(at / BLOCK),
                        0,
                        into,
                        (first + at) * Reading.DIGESTS,
                        Math.min(BLOCK, n - at) * Reading.DIGESTS);
            }
        }

        private void resize(int size) {
            found = Arrays.copyOf(found, size);
            firstReleases = Arrays.copyOf(firstReleases, size);
            rows = Arrays.copyOf(rows, size);
        }
    }

    /** Texts, each with a number. */
    private static final class Numbered implements Serializable {
        private static final long serialVersionUID = 1L;
        private final LinkedHashMap<String, Character> numbers = new LinkedHashMap<>();

        /** What was asked for last, as most are of the text of the one before. */
        private transient UTF8String last;

        private transient char lastNumber;

        /** The same, in Spark's form. */
        char of(UTF8String text) {
            if (!text.equals(last)) {
                last = text.copy();
                lastNumber = of(text.toString());
            }
            return lastNumber;
        }

        /** The number of a text; that of the first where there are too many. */
        char of(String text) {
            Character number = numbers.get(text);
            if (number == null) {
                if (numbers.size() > Character.MAX_VALUE) {
                    return 0;
                }
                number = (char) numbers.size();
                numbers.put(text, number);
            }
            return number;
        }

        /** Whether the numbers did not suffice. */
        boolean isFull() {
            return numbers.size() > Character.MAX_VALUE;
        }

        List<String> texts() {
            return List.copyOf(numbers.keySet());
        }

        /** For each number what that of the text is among others. */
        char[] among(Numbered others) {
            char[] codes = new char[numbers.size()];
            numbers.forEach((text, number) -> codes[number] = others.of(text));
            return codes;
        }
    }

    /**
     * Looks through the patents of an earlier release.
     *
     * @param allowed so many at most
     * @return empty if they are more, or too many to be known to every task
     */
    static Optional<EarlierRelease> of(StoredTable table, int allowed) {
        return of(table, allowed, () -> new SharedHeap(table.spark()));
    }

    /**
     * The same.
     *
     * @param heaps where objects stay if tasks run there too
     */
    static Optional<EarlierRelease> of(StoredTable table, int allowed, Supplier<SharedHeap> heaps) {
        int most = (int) Math.min(allowed, Runtime.getRuntime().maxMemory() / BYTES_EACH);
        if (table.told() > most) {
            return Optional.empty();
        }
        StoredTable.Scan scan = table.scanPlaced(COLUMNS);
        List<Part> parts = parts(scan, most, COLUMNS.size(), heaps.get());
        if (parts.stream().anyMatch(part -> part.lacksColumns)) {
            scan = table.scanPlaced(MORE);
            parts = parts(scan, most, MORE.size(), heaps.get());
        }
        long n = parts.stream().mapToLong(part -> part.n).sum();
        // Of findings the first number stands for none, of releases it would be wrong.
        if (n > most || parts.stream().anyMatch(part -> part.releases.isFull())) {
            return Optional.empty();
        }
        return Optional.of(of(table, parts, scan.files(), (int) n, heaps.get()));
    }

    private static List<Part> parts(StoredTable.Scan scan, int most, int columns, SharedHeap heap) {
        try (heap) {
            Room room = Room.of(scan.files(), most, heap).orElse(null);
            return scan.rows()
                    .rows()
                    .mapPartitionsWithIndex((file, rows) -> part(rows, new Part(heap, most, columns, room, file)), true)
                    .collect();
        }
    }

    private static EarlierRelease of(
            StoredTable table, List<Part> parts, List<DataFile> files, int n, SharedHeap heap) {
        Room room = parts.isEmpty() ? null : parts.get(0).room;
        long[] digests = room == null ? new long[n * Reading.DIGESTS] : room.digests();
        char[] found = new char[n];
        char[] firstReleases = new char[n];
        BitSet withdrawn = new BitSet(n);
        Numbered releases = new Numbered();
        Numbered findings = new Numbered();
        findings.of(NOT_KNOWN);
        List<EarlierPlaces.Part> places = new ArrayList<>();
        int first = 0;
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            if (room == null) {
                part.take(digests, first);
            }
            char[] findingsNumbers = part.findings.among(findings);
            char[] releaseNumbers = part.releases.among(releases);
            for (int i = 0; i < part.n; i++) {
                found[first + i] = findingsNumbers[part.found[i]];
                firstReleases[first + i] = releaseNumbers[part.firstReleases[i]];
                if (part.withdrawn.get(i)) {
                    withdrawn.set(first + i);
                }
                if (part.found[i] != 0 && found[first + i] == 0) {
                    int at = (first + i) * Reading.DIGESTS;
                    Arrays.fill(digests, at + Reading.FIELDS, at + Reading.DIGESTS, 0);
                }
            }
            places.add(new EarlierPlaces.Part(files.get(p), first, part.rows));
            first += part.n;
        }
        EarlierSketches sketches =
                new EarlierSketches(heap, digests, found, firstReleases, findings.texts(), releases.texts(), withdrawn);
        AtomicReference<Broadcast<EarlierSketches>> sent = new AtomicReference<>();
        List<Runnable> tasks = new ArrayList<>(sketches.preparations());
        tasks.add(() -> sent.set(
                JavaSparkContext.fromSparkContext(table.spark().sparkContext()).broadcast(sketches)));
        EarlierRelease made = null;
        try {
            SideBySide.run(tasks.size(), tasks);
            made = new EarlierRelease(table, sent.get(), new EarlierPlaces(table, places, sketches), heap);
            return made;
        } finally {
            if (made == null) {
                heap.close();
            }
        }
    }

    private static Iterator<Part> part(Iterator<InternalRow> rows, Part part) {
        rows.forEachRemaining(part::add);
        return List.of(part.full()).iterator();
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
        try (heap) {
            sketches.destroy();
        }
    }
}
