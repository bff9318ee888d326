package org.smssev.jobs.ingest.format.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.OptionalInt;
import org.smssev.jobs.ingest.format.Document;

/** A format whose records are documents, one after the other: XML or JSON. Stateless. */
public interface DocumentFormat {
    /** Bytes that tell how a file is laid out. */
    int START = 1 << 16;

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

    /**
     * Where the lines begin in a file each of whose documents has a line of UTF-8, so that lines can be read apart.
     *
     * @param start up to {@link #START} bytes from its start, unpacked
     * @return how many bytes stand before them; empty for other files
     */
    default OptionalInt linesFrom(byte[] start) throws IOException {
        return OptionalInt.empty();
    }

    /** The documents of whole lines of such a file, as {@link #read} gives those of all. */
    default Iterator<Document> lines(InputStream lines, int maxDocument) {
        throw new UnsupportedOperationException(name() + " has no documents by line");
    }
}
