package org.smssev.jobs.ingest.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/**
 * Tells a quotation mark that starts a cell by chance, {@code "Smart" phone}, in a text whose writer quotes nothing. Taken for
 * one that quotes, it would end at a mark some lines below, and those lines would be lost within one cell.
 *
 * <p>The rule: no cell before was quoted; inside the cell, before its first line end, stands a mark that neither ends it nor is
 * doubled; its column is not the last; and up to that line end the record has, marks taken as text, as many cells as the
 * header; and so have the lines behind it, ten or as many as there are. Then no mark of the whole text quotes anything. Fed with what follows the mark; not for several threads.
 */
public final class StrayMarks {
    /** Lines behind that of the mark which have as many cells as the header, too. */
    private static final int LINES = 10;

    private enum State {
        /** No mark inside was seen, nor a line end. */
        QUOTED,
        /** A mark inside was seen, and no line end. */
        SUSPECT,
        /** It quotes, or whether it does is not asked. */
        SETTLED
    }

    private final int separator;
    private final int columns;
    private boolean isQuoted;
    private State state = State.SETTLED;
    private int cells;
    private int separators;

    /**
     * What is known of a text before its first record.
     *
     * @param separator between cells
     * @param columns cells of the header; 0 where marks are never stray
     */
    public StrayMarks(int separator, int columns) {
        this.separator = separator;
        this.columns = columns;
    }

    /**
     * Settles whether the lines from a record with a mark that seems stray on are what they seem: those that go on a quoted cell
     * hardly have as many cells as the header.
     *
     * @param text from the start of that record on; read as far as needed
     * @return whether the text quotes nothing; else no mark is stray from now on
     */
    public boolean quotesNothing(Reader text) {
        isQuoted = true;
        state = State.SETTLED;
        try {
            return hasWholeLines(new BufferedReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean hasWholeLines(Reader text) throws IOException {
        int lines = 0;
        int found = 1;
        boolean isEmpty = true;
        for (int c = text.read(); lines <= LINES; c = text.read()) {
            if (c == '\n' || c == '\r' || c < 0) {
                lines += isEmpty ? 0 : 1;
                if (!isEmpty && found != columns) {
                    return false;
                }
                if (c < 0) {
                    break;
                }
                found = 1;
                isEmpty = true;
            } else {
                found += c == separator ? 1 : 0;
                isEmpty = false;
            }
        }
        return lines > 1;
    }

    /**
     * A cell starts with a mark.
     *
     * @param before cells of the record before it
     */
    public void starts(int before) {
        state = columns > 1 && !isQuoted ? State.QUOTED : State.SETTLED;
        cells = before + 1;
        separators = 0;
    }

    /** The cell ended with a mark, so it was quoted. */
    public void ends() {
        isQuoted = true;
        state = State.SETTLED;
    }

    /** A mark inside neither ends the cell nor is doubled; what stands before it was told. */
    public void inside() {
        state = state == State.QUOTED ? State.SUSPECT : state;
    }

    /** Whether it may still turn out to be stray. */
    public boolean isOpen() {
        return state != State.SETTLED;
    }

    /**
     * A character of the cell, or a byte, but for its marks.
     *
     * @return whether it is clear now that the mark is stray
     */
    public boolean isStray(int c) {
        if (state == State.SETTLED) {
            return false;
        }
        if (c == separator) {
            separators++;
            return false;
        }
        if (c != '\n' && c != '\r') {
            return false;
        }
        boolean isStray = state == State.SUSPECT && separators > 0 && cells + separators == columns;
        state = State.SETTLED;
        return isStray;
    }
}
