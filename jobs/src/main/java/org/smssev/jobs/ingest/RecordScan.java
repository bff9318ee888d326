package org.smssev.jobs.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.smssev.jobs.ingest.format.DelimitedReader;

/** Finds where records of delimited text end, by the rules of {@link DelimitedReader}, so that parts can be read apart. */
final class RecordScan {
    private static final int BUFFER = 1 << 16;
    private static final int END = -1;

    private final InputStream in;
    private final int separator;
    private final int quote;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private long consumed;
    private long start;
    private long end;
    /** From this byte on no mark closes a cell, but one of nothing but pairs, which ends like text. */
    private final long noneCloses;
    /** The mark of a cell that was not closed up to the end; -1 if there is none. */
    private long unclosed = -1;

    /** Bytes that can be read again from their start. */
    @FunctionalInterface
    interface Bytes {
        /** Opens them. */
        InputStream open() throws IOException;
    }

    /**
     * Whole records that stand together.
     *
     * @param offset first byte, from the start of the scanned bytes
     * @param length bytes
     * @param firstRecord number of the first record, from 0
     * @param records records in it
     * @param ends where they end; null if that is not kept
     */
    record Chunk(long offset, long length, long firstRecord, long records, RecordEnds ends) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    private RecordScan(InputStream in, char separator, char quote, long noneCloses) {
        this.in = in;
        this.noneCloses = noneCloses;
        this.separator = separator;
        this.quote = quote == 0 ? Integer.MIN_VALUE : quote;
    }

    /**
     * Cuts text into chunks of whole records.
     *
     * @param bytes in a character set where the bytes of ASCII stand for ASCII only
     * @param separator an ASCII character
     * @param quote an ASCII character, or 0 for none
     * @param size least bytes of a chunk, but for the last
     * @param most of so many records is kept where they end
     * @return chunks that together hold every byte
     */
    static List<Chunk> scan(Bytes bytes, char separator, char quote, long size, int most) throws IOException {
        return through(bytes, separator, quote, scan -> scan.chunks(size, most));
    }

    /** What goes through all records of a text. */
    @FunctionalInterface
    interface Pass<T> {
        /** Goes through the records. */
        T of(RecordScan scan) throws IOException;
    }

    /** Goes through text; again, if a mark turns out not to be closed, so that it starts no cell. */
    static <T> T through(Bytes bytes, char separator, char quote, Pass<T> pass) throws IOException {
        long unclosed;
        try (InputStream in = bytes.open()) {
            RecordScan scan = new RecordScan(in, separator, quote, Long.MAX_VALUE);
            T found = pass.of(scan);
            if (scan.unclosed < 0) {
                return found;
            }
            unclosed = scan.unclosed;
        }
        try (InputStream in = bytes.open()) {
            return pass.of(new RecordScan(in, separator, quote, unclosed));
        }
    }

    private List<Chunk> chunks(long size, int most) throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        long from = 0;
        long first = 0;
        long records = 0;
        RecordEnds.Builder ends = new RecordEnds.Builder(0);
        boolean more = true;
        while (more) {
            more = record();
            if (more && records++ < most) {
                ends.add(this);
            }
            if (position() - from >= size || (!more && position() > from)) {
                chunks.add(new Chunk(
                        from, position() - from, first, records - first, records <= most ? ends.done() : null));
                from = position();
                first = records;
                ends = new RecordEnds.Builder(from);
            }
        }
        return chunks;
    }

    /** Skips one record with the line end after it, or with half of a line end of two bytes; false at the end of the text. */
    boolean record() throws IOException {
        int c = take();
        while (c == '\n' || c == '\r') {
            c = take();
        }
        if (c == END) {
            return false;
        }
        start = position() - 1;
        while (true) {
            if (c == quote && position() <= noneCloses) {
                c = quoted();
            } else {
                while (c != separator && c != '\n' && c != '\r' && c != END) {
                    skipPlain();
                    c = take();
                }
            }
            if (c != separator) {
                end = c == END ? position() : position() - 1;
                return true;
            }
            c = take();
        }
    }

    /** First byte of the record that was skipped last. */
    long start() {
        return start;
    }

    /** The byte behind the last of it, its line end left out. */
    long end() {
        return end;
    }

    private int quoted() throws IOException {
        long mark = position() - 1;
        while (true) {
            skipQuoted();
            int c = take();
            if (c == END) {
                unclosed = mark;
                return END;
            }
            if (c == quote) {
                int after = peek();
                if (after == quote) {
                    take();
                } else if (after == separator || after == '\n' || after == '\r' || after == END) {
                    return take();
                }
            }
        }
    }

    // Most bytes are passed over here, in loops over local variables: these are quick before they are compiled well.

    /** Goes to the next quotation mark in the buffer, or to its end. */
    private void skipQuoted() {
        byte[] bytes = buffer;
        int mark = quote;
        int end = filled;
        int i = at;
        while (i < end && bytes[i] != mark) {
            i++;
        }
        at = i;
    }

    /** Goes to the next byte in the buffer that may end an unquoted cell, or to its end. */
    private void skipPlain() {
        byte[] bytes = buffer;
        int mark = separator;
        int end = filled;
        int i = at;
        while (i < end && bytes[i] != mark && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        at = i;
    }

    private long position() {
        return consumed + at;
    }

    private int take() throws IOException {
        int c = peek();
        if (c != END) {
            at++;
        }
        return c;
    }

    private int peek() throws IOException {
        if (at >= filled) {
            if (filled < 0) {
                return END;
            }
            consumed += at;
            at = 0;
            filled = in.read(buffer, 0, BUFFER);
            if (filled < 0) {
                return END;
            }
        }
        return buffer[at] & 0xff;
    }
}
