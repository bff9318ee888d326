package org.smssev.jobs.ingest.format;

import java.io.CharArrayWriter;
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
 * follows; two marks in a row are one; any other mark inside is text, as real exports hold stray ones. Records end at LF,
 * CR LF or CR outside quotes; empty lines are no records. The scan for places to cut a file at follows the same rules on
 * bytes. Holds one record in memory, and of it no more than the limits allow. Not for several threads.
 */
public final class DelimitedReader implements Iterator<DelimitedReader.Line> {
    private static final int BUFFER = 1 << 16;
    /** Most cells of a record that are kept; one with more is too long. */
    private static final int MAX_CELLS = 10_000;

    private static final int END = -1;

    private final Reader in;
    private final int separator;
    private final int quote;
    private final int maxCell;
    private final char[] buffer = new char[BUFFER];
    private int at;
    private int filled;
    /** Not builders of strings: those take a character at a time, and stay wide after the first that is not Latin. */
    private final CharArrayWriter cell = new CharArrayWriter(BUFFER);

    private final CharArrayWriter raw = new CharArrayWriter(BUFFER);
    private boolean tooLong;
    private Line next;

    /**
     * A record as split.
     *
     * @param cells its cells, never null; a cell that is too long is cut, cells beyond 10,000 are left out
     * @param raw its text, at most {@link Document#MAX_RAW} characters
     * @param tooLong whether a cell is longer, or whether there are more of them, than allowed
     */
    public record Line(List<String> cells, String raw, boolean tooLong) {}

    /**
     * Starts to read.
     *
     * @param quote quotation mark; 0 if the text has none
     * @param maxCell longest cell kept, in characters
     */
    public DelimitedReader(Reader in, char separator, char quote, int maxCell) {
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
        return line;
    }

    private Line read() {
        int c = take();
        while (c == '\n' || c == '\r') {
            c = take();
        }
        if (c == END) {
            return null;
        }
        raw.reset();
        tooLong = false;
        List<String> cells = new ArrayList<>();
        while (true) {
            cell.reset();
            int end = c == quote ? quoted() : plain(c);
            if (cells.size() < MAX_CELLS) {
                cells.add(cell.toString());
            } else {
                tooLong = true;
            }
            if (end != separator) {
                return new Line(cells, raw.toString(), tooLong);
            }
            keep((char) separator);
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
            while (at < filled && buffer[at] != separator && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            copy(from);
            if (at < filled || peek() == END) {
                return take();
            }
        }
    }

    private int quoted() {
        keep((char) quote);
        while (true) {
            if (peek() == END) {
                return END;
            }
            int from = at;
            while (at < filled && buffer[at] != quote) {
                at++;
            }
            copy(from);
            if (at < filled) {
                at++;
                keep((char) quote);
                int after = peek();
                if (after == quote) {
                    keep((char) take());
                } else if (after == separator || after == '\n' || after == '\r' || after == END) {
                    return take();
                }
                add((char) quote);
            }
        }
    }

    /** Adds the buffer from a place up to {@link #at} to the cell and to the raw text. */
    private void copy(int from) {
        int length = at - from;
        int fits = Math.min(length, maxCell - cell.size());
        cell.write(buffer, from, fits);
        tooLong |= fits < length;
        raw.write(buffer, from, Math.min(length, Document.MAX_RAW - raw.size()));
    }

    private void add(char c) {
        if (cell.size() < maxCell) {
            cell.write(c);
        } else {
            tooLong = true;
        }
    }

    private void keep(char c) {
        if (raw.size() < Document.MAX_RAW) {
            raw.write(c);
        }
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
            try {
                filled = in.read(buffer, 0, BUFFER);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            at = 0;
            if (filled < 0) {
                return END;
            }
        }
        return buffer[at];
    }
}
