package org.smssev.jobs.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.smssev.jobs.ingest.source.RecordScan.Chunk;

/**
 * Finds where lines of UTF-8 end, so that parts of a file of records with a line each can be read apart. Lines end in LF, CR or
 * both; those of nothing but white space ({@link String#isBlank}) are no records.
 */
final class LineScan {
    private static final int BUFFER = 1 << 16;
    /** Bytes of a character of white space beyond ASCII, all of which have as many. */
    private static final int WIDE = 3;

    /** Whether the line at hand has anything but white space. */
    private boolean isFilled;
    /** Bytes of a character beyond ASCII, in a line that has had nothing else. */
    private final byte[] wide = new byte[WIDE];

    private int wideBytes;

    private LineScan() {}

    /**
     * Cuts text into chunks of whole lines.
     *
     * @param in the bytes behind a mark
     * @param begin place of the first one in its file
     * @param size least bytes of a chunk, but for the last
     * @return chunks that together hold every byte, whose records are numbered from 0
     */
    static List<Chunk> chunks(InputStream in, long begin, long size) throws IOException {
        LineScan scan = new LineScan();
        List<Chunk> chunks = new ArrayList<>();
        byte[] buffer = new byte[BUFFER];
        long from = begin;
        long before = begin;
        long first = 0;
        long records = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            int at = 0;
            while (at < n) {
                at = scan.isFilled ? end(buffer, at, n) : at;
                if (at < n && scan.ends(buffer[at++])) {
                    records += scan.endLine() ? 1 : 0;
                    if (before + at - from >= size) {
                        chunks.add(new Chunk(from, before + at - from, first, records - first, null));
                        from = before + at;
                        first = records;
                    }
                }
            }
            before += n;
        }
        records += scan.endLine() ? 1 : 0;
        if (before > from) {
            chunks.add(new Chunk(from, before - from, first, records - first, null));
        }
        return chunks;
    }

    /** The next byte that ends a line; the last place if there is none. */
    private static int end(byte[] buffer, int start, int last) {
        int at = start;
        while (at < last && buffer[at] != '\n' && buffer[at] != '\r') {
            at++;
        }
        return at;
    }

    /** Takes a byte; returns whether it ends the line. */
    private boolean ends(byte b) {
        if (!isFilled) {
            // Of a character that is not whole becomes one that is no white space.
            isFilled = b >= 0 ? wideBytes > 0 || !Character.isWhitespace(b) : isWideFilled(b);
        }
        return b == '\n' || b == '\r';
    }

    /** Takes a byte of a character beyond ASCII; returns whether that is whole, and no white space. */
    private boolean isWideFilled(byte b) {
        wide[wideBytes++] = b;
        if (wideBytes < WIDE) {
            return false;
        }
        wideBytes = 0;
        return !new String(wide, StandardCharsets.UTF_8).isBlank();
    }

    /** Begins a line; returns whether that which ended is a record. */
    private boolean endLine() {
        boolean isRecord = isFilled || wideBytes > 0;
        isFilled = false;
        wideBytes = 0;
        return isRecord;
    }
}
