package org.smssev.jobs.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.unsafe.Platform;
import org.smssev.jobs.ingest.format.DelimitedReader;
import org.smssev.jobs.ingest.format.Marks;
import org.smssev.jobs.ingest.format.OpenCell;
import org.smssev.jobs.ingest.format.StrayMarks;

/** Finds where records of delimited text end, by the rules of {@link DelimitedReader}, so that parts can be read apart. */
public final class RecordScan {
    private static final int BUFFER = 1 << 16;
    private static final int END = -1;
    private static final long EACH_BYTE = 0x0101010101010101L;

    private final InputStream in;
    private final char separator;
    private final Marks marks;
    private final int quote;
    private final StrayMarks strays;
    private boolean isStray;
    /** Whether a mark stands behind a backslash, and it is not known what that says. */
    private boolean isEscapedOpen;
    /** What stands behind that mark. */
    private int behindEscaped;
    /** The byte from which on the cell at hand was not looked through for what makes its mark stray. */
    private int looked;

    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private long consumed;
    /** Backslashes that stand before the buffer. */
    private int backslashes;

    private long start;
    private long end;
    /** The same of the last line that is a record. */
    private long endOfRecord = -1;
    /** From this byte on no mark closes a cell, but one of nothing but pairs, which ends like text. */
    private final long noneCloses;

    private final OpenCell open = new OpenCell();
    /** The mark of a cell that was not closed up to the end; -1 if there is none. */
    private long unclosed = -1;

    /** Bytes that can be read again from their start. */
    @FunctionalInterface
    public interface Bytes {
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
    public record Chunk(long offset, long length, long firstRecord, long records, RecordEnds ends)
            implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /**
     * What a text is cut into.
     *
     * @param chunks chunks that together hold every byte
     * @param marks what turned out of its marks
     * @param isCutOff whether it ends within a quoted cell, as {@link DelimitedReader#isCutOff} says
     */
    public record Cut(List<Chunk> chunks, Marks marks, boolean isCutOff) {}

    private RecordScan(InputStream in, char separator, Marks marks, long noneCloses) {
        this.strays = new StrayMarks(separator, marks.columnsOfStray());
        this.in = in;
        this.noneCloses = noneCloses;
        this.separator = separator;
        this.marks = marks;
        this.quote = marks.quote() == 0 ? Integer.MIN_VALUE : marks.quote();
    }

    /**
     * Cuts text into chunks of whole records.
     *
     * @param bytes in a character set where the bytes of ASCII stand for ASCII only
     * @param separator an ASCII character
     * @param marks an ASCII character, or none
     * @param size least bytes of a chunk, but for the last
     * @param most of so many records is kept where they end
     */
    public static Cut scan(Bytes bytes, char separator, Marks marks, long size, int most) throws IOException {
        return through(bytes, separator, marks, scan -> {
            List<Chunk> chunks = scan.chunks(size, most);
            return new Cut(chunks, scan.marks.settled(), scan.isCutOff());
        });
    }

    /** What goes through all records of a text. */
    @FunctionalInterface
    public interface Pass<T> {
        /** Goes through the records. */
        T of(RecordScan scan) throws IOException;
    }

    /** Goes through text; again, if more is found out of its marks, or one is not closed, so that it starts no cell. */
    static <T> T through(Bytes bytes, char separator, Marks marks, Pass<T> pass) throws IOException {
        RecordScan scan;
        try (InputStream in = bytes.open()) {
            scan = new RecordScan(in, separator, marks, Long.MAX_VALUE);
            T found = pass.of(scan);
            if (scan.unclosed < 0 && !scan.isOpen()) {
                return found;
            }
        }
        if (scan.isOpen()) {
            return through(bytes, separator, scan.foundOut(bytes), pass);
        }
        try (InputStream in = bytes.open()) {
            return pass.of(new RecordScan(in, separator, marks.settled(), scan.unclosed));
        }
    }

    /** After the last record; it has no line end where it ends with the text. */
    private boolean isCutOff() {
        return noneCloses < Long.MAX_VALUE && !open.goesOn() && endOfRecord == position();
    }

    /** Whether the scan stopped at something that is to be found out. */
    private boolean isOpen() {
        return isStray || isEscapedOpen;
    }

    /** What the records from that which was met last on tell of the marks. */
    private Marks foundOut(Bytes bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            in.skipNBytes(start);
            // What tells is ASCII, and so the same in any character set that is scanned.
            Reader text = new InputStreamReader(in, StandardCharsets.ISO_8859_1);
            return isStray
                    ? marks.settledStray(strays.quotesNothing(text))
                    : marks.settledEscaped(marks.areEscaped(text, separator, behindEscaped));
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
    public boolean record() throws IOException {
        while (true) {
            int c = take();
            while (c == '\n' || c == '\r') {
                c = take();
            }
            if (c == END) {
                return false;
            }
            start = position() - 1;
            int separators = cells(c);
            if (isOpen()) {
                return false;
            }
            // What has nothing but separators is no record.
            if (end - start != separators) {
                endOfRecord = end;
                if (end <= noneCloses) {
                    open.before(separators);
                } else if (start > noneCloses) {
                    open.behind(separators);
                }
                return true;
            }
        }
    }

    /** Skips the cells of a record that starts with a byte, and what ends it; returns how many separators are between them. */
    private int cells(int first) throws IOException {
        int c = first;
        for (int cells = 0; ; cells++) {
            if (c == quote && position() <= noneCloses) {
                c = quoted(cells);
                if (isOpen()) {
                    return cells;
                }
            } else {
                while (c != separator && c != '\n' && c != '\r' && c != END) {
                    skipPlain();
                    c = take();
                }
            }
            if (c != separator) {
                end = c == END ? position() : position() - 1;
                return cells;
            }
            c = take();
        }
    }

    /** First byte of the record that was skipped last. */
    public long start() {
        return start;
    }

    /** The byte behind the last of it, its line end left out. */
    public long end() {
        return end;
    }

    private int quoted(int before) throws IOException {
        long mark = position() - 1;
        strays.starts(before);
        looked = at;
        boolean mayBeEscaped = marks.isEscaped() || marks.columnsOfEscaped() > 0;
        while (!isStray) {
            skipQuoted();
            int c = take();
            if (c == END) {
                unclosed = mark;
                return END;
            }
            if (c == quote) {
                look();
                boolean isBehind = mayBeEscaped && isBehindBackslash(at - 1);
                int after = peek();
                if (isBehind) {
                    if (!isStray && !marks.isEscaped()) {
                        isEscapedOpen = true;
                        behindEscaped = after;
                        return END;
                    }
                } else if (after == quote) {
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

    /** Whether an odd number of backslashes stands before a byte of the buffer. */
    private boolean isBehindBackslash(int before) {
        int i = before;
        while (i > 0 && buffer[i - 1] == '\\') {
            i--;
        }
        return (before - i + (i == 0 ? backslashes : 0)) % 2 == 1;
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
        // Abstracts have hundreds of bytes without one: eight at a time.
        long marks = mark * EACH_BYTE;
        while (i <= end - Long.BYTES
                && !hasZero(Platform.getLong(bytes, Platform.BYTE_ARRAY_OFFSET + (long) i) ^ marks)) {
            i += Long.BYTES;
        }
        while (i < end && bytes[i] != mark) {
            i++;
        }
        at = i;
    }

    /** Whether one of eight bytes is 0: taking 1 from each sets the highest bit of one that did not have it. */
    private static boolean hasZero(long bytes) {
        return (bytes - EACH_BYTE & ~bytes & EACH_BYTE << 7) != 0;
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
            backslashes = isBehindBackslash(at) ? 1 : 0;
            at = 0;
            filled = in.read(buffer, 0, BUFFER);
            if (filled < 0) {
                return END;
            }
        }
        return buffer[at] & 0xff;
    }
}
