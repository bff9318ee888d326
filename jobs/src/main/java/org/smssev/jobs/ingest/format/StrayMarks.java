package org.smssev.jobs.ingest.format;

/**
 * Tells a quotation mark that starts a cell by chance, {@code "Smart" phone}, in a text whose writer quotes nothing. Taken for
 * one that quotes, it would end at a mark some lines below, and those lines would be lost within one cell.
 *
 * <p>The rule: no cell before was quoted; inside the cell, before its first line end, stands a mark that neither ends it nor is
 * doubled; its column is not the last; and up to that line end the record has, marks taken as text, as many cells as the
 * header. Then no mark of the whole text quotes anything. Fed with what follows the mark; not for several threads.
 */
public final class StrayMarks {
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
