package org.smssev.jobs.ingest.format;

import java.io.IOException;
import java.util.Iterator;

/**
 * The rows of a table, one in memory at a time; those whose cells are all empty are left out. Not for several threads.
 * {@code hasNext} and {@code next} throw UserException if a workbook turns out damaged or beyond the limits, and
 * UncheckedIOException if the file cannot be read on.
 */
public interface TableRows extends Iterator<TableRow>, AutoCloseable {
    /** Rows given so far. */
    long count();

    @Override
    void close() throws IOException;
}
