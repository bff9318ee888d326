package org.smssev.jobs.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.smssev.jobs.ingest.digest.BytesDigest;
import org.smssev.jobs.ingest.source.FilePart;
import org.smssev.jobs.ingest.source.RawRows;
import org.smssev.jobs.ingest.source.RecordEnds;
import org.smssev.jobs.ingest.source.RecordScan;
import org.smssev.jobs.ingest.source.SourceFile;

/**
 * The records of a part of a file, from the first below the header on, with digests of their bytes. Those that are known by
 * these are not cut into cells. A cursor: it starts before the first record.
 */
public final class PartRecords {
    private final FilePart part;
    /** Number of the first record, from 1. */
    private final long first;
    /** Places of those that are known, -1 for others. */
    private final int[] places;

    private int at = -1;
    /** Digests of those that are not known. */
    private final Iterator<BytesDigest> digests;

    private final RawRows.Lines others;

    /**
     * Reads a part, and scans it if nobody told where its records end.
     *
     * @param part has a chunk
     * @param known tells the place of a record that is known by its bytes; -1 for others
     */
    public PartRecords(FilePart part, BytesDigest.Start start, ToIntFunction<BytesDigest> known) throws IOException {
        this.part = part;
        SourceFile file = part.file();
        RecordScan.Chunk chunk = part.chunk();
        byte[] bytes = RawRows.bytes(file, chunk);
        long lead = file.form().leadRows() + 1L;
        this.first = Math.max(lead, chunk.firstRecord()) - lead + 1;
        RecordEnds ends = chunk.ends() != null
                ? chunk.ends()
                : RecordEnds.of(bytes, file.form().separator(), file.form().marks());
        Supplier<RecordEnds.Cursor> records = () -> {
            RecordEnds.Cursor record = ends.cursor(bytes, file.form().separator());
            long number = chunk.firstRecord();
            while (number < lead && record.next()) {
                number++;
            }
            return record;
        };
        List<BytesDigest> all = digests(bytes, records.get(), start);
        if (all.size() != part.records()) {
            throw new IllegalStateException("File " + file.entry().file() + " has " + part.records()
                    + " records from record " + first + " by the first scan, but " + all.size() + " by another");
        }
        // Looked up in a loop of nothing else, in which the processor fetches several from memory at a time.
        this.places = all.stream().mapToInt(known).toArray();
        int filled = moveUnknown(bytes, records.get());
        List<BytesDigest> unknown = IntStream.range(0, places.length)
                .filter(i -> places[i] < 0)
                .mapToObj(all::get)
                .toList();
        this.digests = unknown.iterator();
        this.others = others(file, bytes, filled, unknown.size());
    }

    private static List<BytesDigest> digests(byte[] bytes, RecordEnds.Cursor record, BytesDigest.Start start)
            throws IOException {
        List<BytesDigest> digests = new ArrayList<>();
        while (record.next()) {
            // Where they end was told before these bytes were read.
            if (!isEnd(bytes, record.start() - 1) || !isEnd(bytes, record.end())) {
                throw new IOException("it was changed while it was read. Start again when it is complete.");
            }
            digests.add(start.of(bytes, record.start(), record.end()));
        }
        return digests;
    }

    /** Moves what is not known to the front, a line for each record; returns where it ends. */
    private int moveUnknown(byte[] bytes, RecordEnds.Cursor record) {
        int filled = 0;
        for (int i = 0; record.next(); i++) {
            if (places[i] < 0) {
                if (filled > 0) {
                    bytes[filled++] = '\n';
                }
                int length = record.end() - record.start();
                System.arraycopy(bytes, record.start(), bytes, filled, length);
                filled += length;
            }
        }
        return filled;
    }

    private static RawRows.Lines others(SourceFile file, byte[] bytes, int length, int n) throws IOException {
        return RawRows.of(file, () -> new ByteArrayInputStream(bytes, 0, length), n);
    }

    /** Whether no record holds a byte, so that one may end before it, or start behind it. */
    private static boolean isEnd(byte[] bytes, int at) {
        return at < 0 || at >= bytes.length || bytes[at] == '\n' || bytes[at] == '\r';
    }

    /** Whether there is another record. */
    public boolean hasNext() {
        boolean more = at + 1 < places.length;
        if (!more && others.hasNext()) {
            throw new IllegalStateException("File " + part.file().entry().file() + " has more records from record "
                    + first + " than the " + places.length + " by the scan");
        }
        return more;
    }

    /** Goes to the next record. */
    public void next() {
        at++;
    }

    /** Place of the record among the records of its file, from 1. */
    public long number() {
        return first + at;
    }

    /** Where the record is known; -1 if it is not. */
    public int place() {
        return places[at];
    }

    /** The digest of the bytes of the record, which is not known; to be asked for once. */
    public BytesDigest digest() {
        return digests.next();
    }

    /** The record, which is not known, as {@link FilePart#rows()} gives it; to be asked for once. */
    public Row row() {
        return part.row(others.next(), number());
    }

    /** The text of the record of {@link #row()}, which could be split into its cells; to be asked for once. */
    String raw() {
        return others.raw();
    }
}
