package org.smssev.jobs.ingest.format.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import org.smssev.jobs.ingest.format.Document;

/** A format whose records are documents, one after the other: XML or JSON. Stateless. */
public interface DocumentFormat {
    /** Name in messages and tables, e.g. {@code DOCDB_XML}. */
    String name();

    /**
     * Whether a file is of this format.
     *
     * @param start up to 64 KiB from its start, unpacked, decoded leniently
     */
    boolean recognises(String start);

    /**
     * The documents of a file, in its order. Uses memory for one document at a time. Whatever the bytes hold, a document
     * that cannot be read comes as a rejected one, and the reader goes on behind it.
     *
     * @param in the file's bytes, unpacked
     * @param maxDocument greatest size of a document in characters; a longer one is rejected as {@code TOO_LONG}
     * @throws IOException if the stream fails (a truncated .gz, say), also wrapped as UncheckedIOException by the iterator
     */
    Iterator<Document> read(InputStream in, int maxDocument) throws IOException;
}
