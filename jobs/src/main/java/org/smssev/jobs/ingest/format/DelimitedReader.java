package org.smssev.jobs.ingest.format;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Splits delimited text into records.
 *
 * <p>A cell that starts with a quotation mark ends at the mark that a separator, a line end or the end of the text
 * follows; two marks in a row are one; any other mark inside is text, as real exports hold stray ones. So is one at the start
 * of a cell that none closes, up to the end of the text: else it would make one record of all that follows; and those of a
 * text in which one is by chance where others quote ({@link StrayMarks}). Records end at LF,
 * CR LF or CR outside quotes; empty lines are no records. The scan for places to cut a file at follows the same rules on
 * bytes. Holds one record in memory, and of it no more than the limits allow. Not for several threads.
 */
public final class DelimitedReader implements Iterator<DelimitedReader.Line>, Closeable {
    private static final int BUFFER = 1 << 16;
    /** Most cells of a record that are kept; one with more is too long. */
    private static final int MAX_CELLS = 10_000;

    private static final int END = -1;
    /** The text ends before the cell does. */
    private static final int UNCLOSED = -2;

    private static final int STRAY = -3;

    /** What is read; null if it can be read once only. */
    private final Text text;

    private Reader in;
    private final int separator;
    private final StrayMarks strays;
    private int quote;
    private final int maxCell;
    private final char[] buffer = new char[BUFFER];
    private int at;
    private int filled;
    /** Characters before the buffer. */
    private long before;
    /** From this character on no mark closes a cell, but at once. */
    private long noneCloses = Long.MAX_VALUE;
    /** What the cell has before {@link #cellPart}: little but of cells with marks inside, and across buffers. */
    private final StringBuilder cell = new StringBuilder();
    /** Part of the buffer that is the rest of the cell, or all of it. */
    private int cellPart;

    private int cellPartEnd;
    /** What the record has before {@link #rawPart}. */
    private final StringBuilder raw = new StringBuilder();
    /** Part of the buffer that is the rest of the record, or all of it. */
    private int rawPart;

    private int rawPartEnd;
    private boolean tooLong;
    /** Why no more can be read; null while it can. */
    private IOException failure;

    private Line next;
    /** Whether the record that was given last is the one that was read last. */
    private boolean given;

    /**
     * A record as split.
     *
     * @param cells its cells, never null; a cell that is too long is cut, cells beyond 10,000 are left out
     * @param tooLong whether a cell is longer, or whether there are more of them, than allowed
     */
    public record Line(List<String> cells, boolean tooLong) {}

    /** Text that can be read again from its start. */
    @FunctionalInterface
    public interface Text {
        /** Opens it. */
        Reader open() throws IOException;
    }

    /**
     * Starts to read text, which is opened again if a mark is not closed, or is a stray one.
     *
     * @param quote quotation mark; 0 if the text has none
     * @param maxCell longest cell kept, in characters
     * @param columns cells of its header, for {@link StrayMarks}; 0 where none are stray
     */
    public DelimitedReader(Text text, char separator, char quote, int maxCell, int columns) throws IOException {
        this(text, text.open(), separator, quote, maxCell, columns);
    }

    /**
     * Starts to read text that may be cut off within a cell, or of which it is not known whether it has marks: a cell whose mark
     * is not closed goes to the end of the text.
     *
     * @param quote quotation mark; 0 if the text has none
     * @param maxCell longest cell kept, in characters
     */
    public DelimitedReader(Reader in, char separator, char quote, int maxCell) {
        this(null, in, separator, quote, maxCell, 0);
    }

    private DelimitedReader(Text text, Reader in, char separator, char quote, int maxCell, int columns) {
        this.strays = new StrayMarks(separator, columns);
        this.text = text;
        this.in = in;
        this.separator = separator;
        this.quote = quote == 0 ? Integer.MIN_VALUE : quote;
        this.maxCell = maxCell;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = read();
        }
        return next != null;
    }

    @Override
    public Line next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Line line = next;
        next = null;
        given = true;
        return line;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /**
     * The text of the record that {@link #next} gave last, at most {@link Document#MAX_RAW} characters.
     *
     * @throws IllegalStateException if none was, or another one was asked for since
     */
    public String raw() {
        if (!given) {
            throw new IllegalStateException("No record was given since the last was asked for");
        }
        int fits = Math.min(rawPartEnd - rawPart, Document.MAX_RAW - raw.length());
        return raw + new String(buffer, rawPart, fits);
    }

    private Line read() {
        given = false;
        int c = take();
        while (c == '\n' || c == '\r') {
            c = take();
        }
        if (c == END) {
            return null;
        }
        raw.setLength(0);
        rawPart = at - 1;
        tooLong = false;
        long start = before + at - 1;
        List<String> cells = new ArrayList<>();
        while (true) {
            long mark = before + at - 1;
            int end = c != quote ? plain(c) : mark < noneCloses ? quoted(cells.size()) : marks();
            if (end == STRAY) {
                // Either the text quotes nothing, or no mark is taken for stray any more.
                goTo(start);
                quote = strays.quotesNothing(in) ? Integer.MIN_VALUE : quote;
                goTo(start);
                return read();
            }
            if (end == UNCLOSED) {
                noneCloses = mark;
                goTo(start);
                return read();
            }
            String found = cell();
            if (cells.size() < MAX_CELLS) {
                cells.add(found);
            } else {
                tooLong = true;
            }
            if (end != separator) {
                rawPartEnd = end == END ? rawPart : at - 1;
                return new Line(cells, tooLong);
            }
            c = take();
        }
    }

    /** Reads on to the end of an unquoted cell and returns what ended it. */
    private int plain(int first) {
        int c = first;
        if (c == separator || c == '\n' || c == '\r' || c == END) {
            return c;
        }
        at--;
        while (true) {
            int from = at;
            skipPlain();
            add(from);
            if (at < filled || peek() == END) {
                return take();
            }
        }
    }

    private int quoted(int before) {
        strays.starts(before);
        while (true) {
            if (peek() == END) {
                return text == null ? END : UNCLOSED;
            }
            int from = at;
            skipQuoted();
            add(from);
            if (strays.isOpen() && isStray(from)) {
                return STRAY;
            }
            if (at < filled) {
                at++;
                int after = peek();
                if (after == quote) {
                    take();
                } else if (after == separator || after == '\n' || after == '\r' || after == END) {
                    strays.ends();
                    return take();
                } else {
                    strays.inside();
                }
                add((char) quote);
            }
        }
    }

    /** Whether the mark that starts the cell is stray, by what follows from a place up to {@link #at}, too. */
    private boolean isStray(int from) {
        boolean isStray = false;
        for (int i = from; i < at && !isStray; i++) {
            isStray = strays.isStray(buffer[i]);
        }
        return isStray;
    }

    /** Reads a cell that starts with a mark where none closes but at once: text, if it is not one of nothing but pairs. */
    private int marks() {
        int n = 1;
        while (peek() == quote) {
            at++;
            n++;
        }
        int after = peek();
        boolean isEnd = after == separator || after == '\n' || after == '\r' || after == END;
        boolean closes = isEnd && n % 2 == 0;
        for (int i = closes ? n / 2 + 1 : 0; i < n; i++) {
            add((char) quote);
        }
        return plain(take());
    }

    /** Opens the text again, and goes to a character of it. */
    private void goTo(long character) {
        try {
            in.close();
            in = text.open();
            for (long left = character; left > 0; ) {
                long n = in.skip(left);
                if (n <= 0) {
                    throw new EOFException("it became shorter while it was read");
                }
                left -= n;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        before = character;
        at = 0;
        filled = 0;
        cell.setLength(0);
        cellPart = 0;
        cellPartEnd = 0;
        rawPart = 0;
        rawPartEnd = 0;
    }

    // Most characters are passed over here, in loops over local variables, which are quick before they are compiled
    // well.

    /** Goes to the next quotation mark in the buffer, or to its end. */
    private void skipQuoted() {
        char[] chars = buffer;
        int mark = quote;
        int end = filled;
        int i = at;
        while (i < end && chars[i] != mark) {
            i++;
        }
        at = i;
    }

    /** Goes to the next character in the buffer that may end an unquoted cell, or to its end. */
    private void skipPlain() {
        char[] chars = buffer;
        int mark = separator;
        int end = filled;
        int i = at;
        while (i < end && chars[i] != mark && chars[i] != '\n' && chars[i] != '\r') {
            i++;
        }
        at = i;
    }

    /** Adds the buffer from a place up to {@link #at} to the cell. */
    private void add(int from) {
        settle();
        int fits = Math.min(at - from, maxCell - cell.length());
        tooLong |= fits < at - from;
        cellPart = from;
        cellPartEnd = from + fits;
    }

    private void add(char c) {
        settle();
        if (cell.length() < maxCell) {
            cell.append(c);
        } else {
            tooLong = true;
        }
    }

    /** Takes the part of the cell out of the buffer. */
    private void settle() {
        cell.append(buffer, cellPart, cellPartEnd - cellPart);
        cellPart = cellPartEnd;
    }

    /** The cell; the next one starts. */
    private String cell() {
        String text;
        if (cell.isEmpty()) {
            text = new String(buffer, cellPart, cellPartEnd - cellPart);
        } else {
            settle();
            text = cell.toString();
            cell.setLength(0);
        }
        cellPart = cellPartEnd;
        return text;
    }

    private int take() {
        int c = peek();
        at++;
        return c;
    }

    private int peek() {
        if (at >= filled) {
            if (filled < 0) {
                return END;
            }
            settle();
            raw.append(buffer, rawPart, Math.min(at - rawPart, Document.MAX_RAW - raw.length()));
            rawPart = 0;
            before += at;
            at = 0;
            // Should the reader fail, nothing of this is read again.
            filled = 0;
            filled = fill();
            if (filled < 0) {
                return END;
            }
        }
        return buffer[at];
    }

    /** Fills the buffer, as records within one are the quickest; returns how far, -1 at the end of the text. */
    private int fill() {
        int end = 0;
        try {
            int n = 0;
            while (n >= 0 && end < BUFFER && failure == null) {
                n = in.read(buffer, end, BUFFER - end);
                end += Math.max(0, n);
            }
        } catch (IOException e) {
            failure = e;
        }
        // What came before a failure is given first.
        if (end == 0 && failure != null) {
            throw new UncheckedIOException(failure);
        }
        return end == 0 ? -1 : end;
    }
}
