package org.smssev.jobs.ingest.format;

import java.io.Closeable;
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
 * text in which one is by chance where others quote ({@link StrayMarks}). Where the writer escapes marks ({@link Marks}), one
 * behind an odd number of backslashes is text, and the backslash before it is not. Records end at LF,
 * CR LF or CR outside quotes; empty lines are no records, nor are those of nothing but separators, as spreadsheet programs write
 * below a table. The scan for places to cut a file at follows the same rules on
 * bytes. Holds one record in memory, and of it no more than the limits allow. Not for several threads.
 */
public final class DelimitedReader implements Iterator<DelimitedReader.Line>, Closeable {
    /** Most cells of a record that are kept; one with more is too long. */
    public static final int MAX_CELLS = 10_000;

    /** What stands for a line of nothing but separators; a record has a cell. */
    private static final Line NOTHING = new Line(List.of(), false);

    private static final int END = RecordText.END;
    /** The text ends before the cell does. */
    private static final int UNCLOSED = -2;

    private static final int STRAY = -3;
    private static final int ESCAPED = -4;

    private final RecordText in;
    private final char separator;
    private final StrayMarks strays;
    private final long mostCharacters;
    private Marks marks;
    private int quote;
    /** From this character on no mark closes a cell, but at once. */
    private long noneCloses = Long.MAX_VALUE;

    /** What stands behind the first mark with a backslash before it. */
    private int behindEscaped;

    private final OpenCell open = new OpenCell();

    private boolean isCutOff;
    private Line next;
    /** Whether the record that was given last is the one that was read last. */
    private boolean given;

    /**
     * A record as split.
     *
     * @param cells its cells, never null; a cell that is too long is cut, cells beyond 10,000 are left out, and those behind as many
     *     characters as a row may have
     * @param tooLong whether a cell is longer, or whether there are more of them or more characters in all, than allowed
     */
    public record Line(List<String> cells, boolean tooLong) {}

    /** Text that can be read again from its start. */
    @FunctionalInterface
    public interface Text {
        /** Opens it. */
        Reader open() throws IOException;
    }

    /**
     * Starts to read text, which is opened again where something is found out of its marks.
     *
     * @param maxCell longest cell kept, in characters
     */
    public DelimitedReader(Text text, char separator, Marks marks, int maxCell) throws IOException {
        this(new RecordText(text, text.open(), maxCell), separator, marks, maxCell);
    }

    /**
     * Starts to read text that may be cut off within a cell, or of which it is not known whether it has marks: a cell whose mark
     * is not closed goes to the end of the text, and nothing is found out of its marks.
     *
     * @param maxCell longest cell kept, in characters
     */
    public DelimitedReader(Reader in, char separator, Marks marks, int maxCell) {
        this(new RecordText(null, in, maxCell), separator, marks.settled(), maxCell);
    }

    private DelimitedReader(RecordText in, char separator, Marks marks, int maxCell) {
        this.in = in;
        this.mostCharacters = TableLimits.row(maxCell);
        this.separator = separator;
        this.strays = new StrayMarks(separator, marks.columnsOfStray());
        know(marks);
    }

    private void know(Marks known) {
        marks = known;
        quote = known.quote() == 0 ? Integer.MIN_VALUE : known.quote();
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            do {
                next = read();
            } while (next != null && next.cells().isEmpty());
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
        return in.raw();
    }

    /**
     * Whether the record that was read last ends the text, without a line end, and a mark before it starts a cell that is not
     * closed, with no whole record behind that: so a text looks that was cut off within a quoted cell.
     */
    public boolean isCutOff() {
        return isCutOff;
    }

    private void notice(long start, int separators, boolean isEnd) {
        if (noneCloses == Long.MAX_VALUE) {
            open.before(separators);
        } else if (start > noneCloses) {
            open.behind(separators);
        }
        isCutOff = isEnd && noneCloses < Long.MAX_VALUE && !open.goesOn();
    }

    /** The next record; {@link #NOTHING} for a line that is none, null at the end. */
    private Line read() {
        given = false;
        int c = in.take();
        while (c == '\n' || c == '\r') {
            c = in.take();
        }
        if (c == END) {
            return null;
        }
        in.startRecord();
        long start = in.last();
        List<String> cells = new ArrayList<>();
        boolean hasMore = false;
        int separators = 0;
        long characters = 0;
        while (true) {
            long mark = in.last();
            int end = c != quote ? plain(c) : mark < noneCloses ? quoted(separators) : marks();
            if (end < END) {
                return readAgain(start, mark, end);
            }
            String found = in.cell();
            characters += found.length();
            hasMore |= cells.size() >= MAX_CELLS || characters > mostCharacters;
            if (!hasMore) {
                cells.add(found);
            }
            if (end != separator && in.last() - start == separators) {
                return NOTHING;
            }
            if (end != separator) {
                in.endRecord(end == END);
                notice(start, separators, end == END);
                return new Line(cells, hasMore || in.isTooLong());
            }
            separators++;
            c = in.take();
        }
    }

    /**
     * Reads the record again, now that more is known of its marks.
     *
     * @param start its place
     * @param mark place of the mark that told
     * @param what what it told
     */
    private Line readAgain(long start, long mark, int what) {
        in.goTo(start);
        try {
            if (what == STRAY) {
                // Either the text quotes nothing, or no mark is taken for stray any more.
                know(marks.settledStray(strays.quotesNothing(in.reader())));
                in.goTo(start);
            } else if (what == UNCLOSED) {
                noneCloses = mark;
            } else {
                boolean isEscaped = marks.areEscaped(in.reader(), separator, behindEscaped);
                know(marks.settledEscaped(isEscaped));
                if (isEscaped) {
                    strays.ends();
                }
                in.goTo(start);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read();
    }

    /** Reads on to the end of an unquoted cell and returns what ended it. */
    private int plain(int first) {
        int c = first;
        if (c == separator || c == '\n' || c == '\r' || c == END) {
            return c;
        }
        in.back();
        while (true) {
            in.takeToEnd(separator);
            if (in.isBuffered() || in.peek() == END) {
                return in.take();
            }
        }
    }

    private int quoted(int before) {
        strays.starts(before);
        while (true) {
            if (in.peek() == END) {
                return in.isReadAgain() ? UNCLOSED : END;
            }
            int from = in.at();
            in.takeTo(quote);
            if (strays.isOpen() && isStray(from)) {
                return STRAY;
            }
            if (in.isBuffered()) {
                boolean isBehind = (marks.isEscaped() || marks.columnsOfEscaped() > 0) && in.isBehindBackslash();
                in.take();
                int after = in.peek();
                if (isBehind && !marks.isEscaped()) {
                    behindEscaped = after;
                    return ESCAPED;
                }
                if (isBehind) {
                    in.dropLast();
                } else if (after == quote) {
                    in.take();
                } else if (after == separator || after == '\n' || after == '\r' || after == END) {
                    strays.ends();
                    return in.take();
                } else {
                    strays.inside();
                }
                in.add((char) quote);
            }
        }
    }

    /** Whether the mark that starts the cell is stray, by what follows from a place of the buffer on, too. */
    private boolean isStray(int from) {
        boolean isStray = false;
        for (int i = from; i < in.at() && !isStray; i++) {
            isStray = strays.isStray(in.buffered(i));
        }
        return isStray;
    }

    /** Reads a cell that starts with a mark where none closes but at once: text, if it is not one of nothing but pairs. */
    private int marks() {
        int n = 1;
        while (in.peek() == quote) {
            in.take();
            n++;
        }
        int after = in.peek();
        boolean isEnd = after == separator || after == '\n' || after == '\r' || after == END;
        boolean closes = isEnd && n % 2 == 0;
        for (int i = closes ? n / 2 + 1 : 0; i < n; i++) {
            in.add((char) quote);
        }
        return plain(in.take());
    }
}
