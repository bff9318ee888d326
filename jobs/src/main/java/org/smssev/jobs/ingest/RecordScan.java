package org.smssev.jobs.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.smssev.jobs.ingest.format.DelimitedReader;
import org.smssev.jobs.ingest.format.StrayMarks;

/** Finds where records of delimited text end, by the rules of {@link DelimitedReader}, so that parts can be read apart. */
final class RecordScan {
    private static final int BUFFER = 1 << 16;
    private static final int END = -1;

    private final InputStream in;
    private final int separator;
    private final int quote;
    private final StrayMarks strays;
    private boolean isStray;
    /** The byte from which on the cell at hand was not looked through for what makes its mark stray. */
    private int looked;

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

    /**
     * What a text is cut into.
     *
     * @param chunks chunks that together hold every byte
     * @param quote the quotation mark of its cells; 0 if it has none, also where its marks turned out to quote nothing
     */
    record Cut(List<Chunk> chunks, char quote) {}

    private RecordScan(InputStream in, char separator, char quote, int columns, long noneCloses) {
        this.strays = new StrayMarks(separator, columns);
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
     * @param columns cells of the header, for {@link StrayMarks}; 0 where its marks are what they seem
     * @param size least bytes of a chunk, but for the last
     * @param most of so many records is kept where they end
     */
    static Cut scan(Bytes bytes, char separator, char quote, int columns, long size, int most) throws IOException {
        return through(
                bytes,
                separator,
                quote,
                columns,
                scan -> new Cut(scan.chunks(size, most), (char) Math.max(0, scan.quote)));
    }

    /** What goes through all records of a text. */
    @FunctionalInterface
    interface Pass<T> {
        /** Goes through the records. */
        T of(RecordScan scan) throws IOException;
    }

    /** Goes through text; again, if a mark turns out to be stray or not to be closed, so that it starts no cell. */
    static <T> T through(Bytes bytes, char separator, char quote, int columns, Pass<T> pass) throws IOException {
        RecordScan scan;
        try (InputStream in = bytes.open()) {
            scan = new RecordScan(in, separator, quote, columns, Long.MAX_VALUE);
            T found = pass.of(scan);
            if (scan.unclosed < 0 && !scan.isStray) {
                return found;
            }
        }
        if (scan.isStray) {
            char left = scan.quotesNothing(bytes) ? 0 : quote;
            return through(bytes, separator, left, 0, pass);
        }
        try (InputStream in = bytes.open()) {
            return pass.of(new RecordScan(in, separator, quote, 0, scan.unclosed));
        }
    }

    /** Whether the lines from the record that was met last on have no marks that quote. */
    private boolean quotesNothing(Bytes bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            in.skipNBytes(start);
            // What tells is ASCII, and so the same in any character set that is scanned.
            return strays.quotesNothing(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
        } catch (UncheckedIOException e) {
            throw e.getCause();
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
        for (int cells = 0; ; cells++) {
            if (c == quote && position() <= noneCloses) {
                c = quoted(cells);
                if (isStray) {
                    return false;
                }
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

    private int quoted(int before) throws IOException {
        long mark = position() - 1;
        strays.starts(before);
        looked = at;
        while (!isStray) {
            skipQuoted();
            int c = take();
            if (c == END) {
                unclosed = mark;
                return END;
            }
            if (c == quote) {
                look();
                int after = peek();
                if (after == quote) {
                    take();
                } else if (after == separator || after == '\n' || after == '\r' || after == END) {
                    strays.ends();
                    return take();
                } else {
                    strays.inside();
                }
            }
        }
        return END;
    }

    /** Looks through what was passed over of the cell at hand. */
    private void look() {
        for (; looked < at && strays.isOpen(); looked++) {
            isStray |= strays.isStray(buffer[looked] & 0xff);
        }
        looked = at;
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
            look();
            looked = 0;
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
