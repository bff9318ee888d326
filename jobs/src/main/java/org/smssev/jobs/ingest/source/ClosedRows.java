package org.smssev.jobs.ingest.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Records of a file that is closed behind the last one, where reading one fails, with the task of Spark that reads them, or by who
 * wants no more: streams, and the temporary copies of workbooks.
 */
final class ClosedRows implements Iterator<RawRow>, AutoCloseable {
    private Iterator<RawRow> rows;
    /** What is to be closed; null when it is. */
    private Closeable file;

    /** Records of what is open. */
    ClosedRows(Iterator<RawRow> rows, Closeable file) {
        this.rows = rows;
        this.file = file;
        TaskContext task = TaskContext.get();
        if (task != null) {
            task.addTaskCompletionListener((TaskCompletionListener) ended -> close());
        }
    }

    @Override
    public boolean hasNext() {
        try {
            if (rows.hasNext()) {
                return true;
            }
        } catch (RuntimeException e) {
            throw closed(e);
        }
        close();
        return false;
    }

    @Override
    public RawRow next() {
        try {
            return rows.next();
        } catch (RuntimeException e) {
            throw closed(e);
        }
    }

    private RuntimeException closed(RuntimeException why) {
        try {
            close();
        } catch (UncheckedIOException e) {
            why.addSuppressed(e);
        }
        return why;
    }

    @Override
    public void close() {
        if (file == null) {
            return;
        }
        Closeable open = file;
        file = null;
        // A task keeps what it will close till it ends, but not what reads.
        rows = Collections.emptyIterator();
        try {
            open.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
