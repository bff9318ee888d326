package org.smssev.jobs.ingest.format.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.smssev.jobs.ingest.format.Document;

/** Documents that are read one by one. */
abstract class DocumentIterator implements Iterator<Document> {
    private Document next;
    private boolean ended;

    /** The next document, null behind the last one. */
    abstract Document read() throws IOException;

    @Override
    public final boolean hasNext() {
        if (next == null && !ended) {
            try {
                next = read();
            } catch (IOException e) {
                ended = true;
                throw new UncheckedIOException(e);
            }
            ended = next == null;
        }
        return next != null;
    }

    @Override
    public final Document next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Document document = next;
        next = null;
        return document;
    }
}
