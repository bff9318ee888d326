package org.smssev.jobs.ingest.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The rows of a table, one in memory at a time; those whose cells are all empty are left out. Not for several threads.
 * {@code hasNext} and {@code next} throw UserException if a workbook turns out damaged or beyond the limits, and
 * UncheckedIOException if the file cannot be read on.
 */
public abstract class TableRows implements Iterator<TableRow>, AutoCloseable {
    private TableRow next;

    /** At the first row. */
    protected TableRows() {}

    /** The next row that is not empty, null behind the last one. */
    protected abstract TableRow read() throws IOException;

    @Override
    public final boolean hasNext() {
        try {
            next = next == null ? read() : next;
            return next != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public final TableRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        TableRow row = next;
        next = null;
        return row;
    }

    @Override
    public abstract void close() throws IOException;
}
