package org.smssev.jobs.ingest;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.table.DataFile;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.StoredTable;
import org.smssev.jobs.ingest.EarlierSketches.Columns;

/** The publications that a release is held against: what tasks know of them, and where they are stored. */
final class EarlierRelease implements AutoCloseable {
    private static final List<String> COLUMNS =
            List.of("publication_number", "record_hash", "first_release", "withdrawn", "family_id", "reading");

    private static final int PLACE = COLUMNS.size();
    /** Bytes of the driver's memory for each publication: some 200 while they are put together. */
    private static final int BYTES_EACH = 750;

    /** Stands for what was found where no reading is known; no findings have such a text. */
    private static final String NO_READING = "none";

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
        private Columns columns = Columns.of(FIRST);
        private int[] rows = new int[FIRST];
        private final Numbered releases = new Numbered();
        private final Numbered findings = new Numbered();
        private final BitSet withdrawn = new BitSet();
        private int n;

        Part(int most) {
            this.most = most;
            findings.of(NO_READING);
        }

        /** Adds one; what more there are than so many are only counted. */
        void add(InternalRow r) {
            if (n < most) {
                if (n == rows.length) {
                    resize(2 * n);
                }
                UTF8String number = r.getUTF8String(0);
                columns.numbers()[n] = DigestedKeys.digest(number);
                columns.checks()[n] = EarlierSketches.check(number);
                columns.hashes()[n] = EarlierSketches.start(r.getUTF8String(1));
                columns.firstReleases()[n] = releases.of(r.getUTF8String(2));
                withdrawn.set(n, r.getBoolean(3));
                columns.families()[n] = DigestedKeys.digest(r.getUTF8String(4));
                if (!r.isNullAt(5)) {
                    reading(r.getUTF8String(5));
                }
                rows[n] = (int) r.getLong(PLACE);
            }
            n++;
        }

        /** A reading that is none of this program, or whose findings have no number, is as if there was none. */
        private void reading(UTF8String reading) {
            if (!Reading.isOne(reading)) {
                return;
            }
            char found = findings.of(Reading.findings(reading));
            if (found == 0) {
                return;
            }
            columns.findings()[n] = found;
            columns.highs()[n] = Reading.high(reading);
            columns.lows()[n] = Reading.low(reading);
            if (Reading.hasBytes(reading)) {
                BytesDigest bytes = Reading.bytes(reading);
                columns.bytesHighs()[n] = bytes.high();
                columns.bytesLows()[n] = bytes.low();
            }
        }

        /** The room that is left does not travel. */
        private void writeObject(ObjectOutputStream out) throws IOException {
            resize(Math.min(n, most));
            out.defaultWriteObject();
        }

        private void resize(int size) {
            columns = columns.resized(size);
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
        int most = (int) Math.min(allowed, Runtime.getRuntime().maxMemory() / BYTES_EACH);
        if (table.told() > most) {
            return Optional.empty();
        }
        StoredTable.Scan scan = table.scanPlaced(COLUMNS);
        List<Part> parts =
                scan.rows().rows().mapPartitions(rows -> part(rows, most)).collect();
        long n = parts.stream().mapToLong(part -> part.n).sum();
        // Of readings the first number stands for none, of releases it would be wrong.
        if (n > most || parts.stream().anyMatch(part -> part.releases.isFull())) {
            return Optional.empty();
        }
        return Optional.of(of(table, parts, scan.files(), (int) n));
    }

    private static EarlierRelease of(StoredTable table, List<Part> parts, List<DataFile> files, int n) {
        Columns columns = Columns.of(n);
        BitSet withdrawn = new BitSet(n);
        Numbered releases = new Numbered();
        Numbered findings = new Numbered();
        findings.of(NO_READING);
        List<EarlierPlaces.Part> places = new ArrayList<>();
        int first = 0;
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            columns.put(first, part.columns, part.n, part.findings.among(findings), part.releases.among(releases));
            int at = first;
            part.withdrawn.stream().forEach(i -> withdrawn.set(at + i));
            places.add(new EarlierPlaces.Part(files.get(p), first, part.rows));
            first += part.n;
        }
        EarlierSketches sketches = new EarlierSketches(columns, releases.texts(), findings.texts(), withdrawn);
        return new EarlierRelease(
                table,
                JavaSparkContext.fromSparkContext(table.spark().sparkContext()).broadcast(sketches),
                new EarlierPlaces(table, places, columns.families()));
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
