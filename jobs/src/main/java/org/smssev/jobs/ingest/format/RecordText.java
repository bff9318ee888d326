package org.smssev.jobs.ingest.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/**
 * The characters of a text one after the other, with what the cell and the record at hand have of them, of which it keeps no
 * more than the limits allow. Not for several threads.
 */
final class RecordText {
    /** The text ends. */
    static final int END = -1;

    private static final int BUFFER = 1 << 16;

    /** What is read; null if it can be read once only. */
    private final DelimitedReader.Text text;

    private final int maxCell;
    private Reader in;
    private final char[] buffer = new char[BUFFER];
    private int at;
    private int filled;
    /** Characters before the buffer. */
    private long before;
    /** Backslashes that stand before the buffer. */
    private int backslashes;
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

    /**
     * Starts to read.
     *
     * @param text opens it again; null if it can be read once only
     * @param in the text
     * @param maxCell longest cell kept, in characters
     */
    RecordText(DelimitedReader.Text text, Reader in, int maxCell) {
        this.text = text;
        this.in = in;
        this.maxCell = maxCell;
    }

    /** Whether it can be read again. */
    boolean isReadAgain() {
        return text != null;
    }

    /** What is read, from the place to which {@link #goTo} went. */
    Reader reader() {
        return in;
    }

    void close() throws IOException {
        in.close();
    }

    /** The place of the character that was taken last, from the start of the text. */
    long last() {
        return before + at - 1;
    }

    /** A record starts with the character that was taken last. */
    void startRecord() {
        raw.setLength(0);
        rawPart = at - 1;
        tooLong = false;
    }

    /** The record ended with the character that was taken last, which is none of it. */
    void endRecord(boolean isEnd) {
        rawPartEnd = isEnd ? rawPart : at - 1;
    }

    /** Whether a cell of the record is longer than is kept. */
    boolean isTooLong() {
        return tooLong;
    }

    /** The record that ended last, at most {@link Document#MAX_RAW} characters. */
    String raw() {
        int fits = Math.min(rawPartEnd - rawPart, Document.MAX_RAW - raw.length());
        return raw + new String(buffer, rawPart, fits);
    }

    /** Opens the text again, and goes to a character of it. */
    void goTo(long character) {
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
        backslashes = 0;
        cell.setLength(0);
        cellPart = 0;
        cellPartEnd = 0;
        rawPart = 0;
        rawPartEnd = 0;
    }

    // Most characters are passed over here, in loops over local variables, which are quick before they are compiled
    // well.

    /** Takes into the cell what stands before the next quotation mark, or before the end of the buffer. */
    void takeTo(int mark) {
        char[] chars = buffer;
        int end = filled;
        int from = at;
        int i = from;
        while (i < end && chars[i] != mark) {
            i++;
        }
        at = i;
        add(from);
    }

    /** Takes into the cell what stands before the next character that may end an unquoted one, or before the end of the buffer. */
    void takeToEnd(int separator) {
        char[] chars = buffer;
        int end = filled;
        int from = at;
        int i = from;
        while (i < end && chars[i] != separator && chars[i] != '\n' && chars[i] != '\r') {
            i++;
        }
        at = i;
        add(from);
    }

    /** Whether there is more in the buffer. */
    boolean isBuffered() {
        return at < filled;
    }

    /** Where the buffer goes on. */
    int at() {
        return at;
    }

    /** A character of the buffer. */
    char buffered(int i) {
        return buffer[i];
    }

    /** Whether an odd number of backslashes stands before the next character. */
    boolean isBehindBackslash() {
        int i = at;
        while (i > 0 && buffer[i - 1] == '\\') {
            i--;
        }
        int found = at - i + (i == 0 ? backslashes : 0);
        return found % 2 == 1;
    }

    /** Goes back by the character that was taken last. */
    void back() {
        at--;
    }

    /** Adds the buffer from a place up to {@link #at} to the cell. */
    private void add(int from) {
        settle();
        int fits = Math.min(at - from, maxCell - cell.length());
        tooLong |= fits < at - from;
        cellPart = from;
        cellPartEnd = from + fits;
    }

    /** Adds a character to the cell. */
    void add(char c) {
        settle();
        if (cell.length() < maxCell) {
            cell.append(c);
        } else {
            tooLong = true;
        }
    }

    /** Takes the last character off the cell, if it was not cut before. */
    void dropLast() {
        settle();
        if (!tooLong) {
            cell.setLength(cell.length() - 1);
        }
    }

    /** Takes the part of the cell out of the buffer. */
    private void settle() {
        cell.append(buffer, cellPart, cellPartEnd - cellPart);
        cellPart = cellPartEnd;
    }

    /** The cell; the next one starts. */
    String cell() {
        String found;
        if (cell.isEmpty()) {
            found = new String(buffer, cellPart, cellPartEnd - cellPart);
        } else {
            settle();
            found = cell.toString();
            cell.setLength(0);
        }
        cellPart = cellPartEnd;
        return found;
    }

    /** The next character, which is taken; {@link #END} if there is none. */
    int take() {
        int c = peek();
        at++;
        return c;
    }

    /** The next character; {@link #END} if there is none. */
    int peek() {
        if (at >= filled) {
            if (filled < 0) {
                return END;
            }
            settle();
            raw.append(buffer, rawPart, Math.min(at - rawPart, Document.MAX_RAW - raw.length()));
            rawPart = 0;
            before += at;
            backslashes = isBehindBackslash() ? 1 : 0;
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
