package org.smssev.jobs.ingest.format;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, unpacked, as often as they are asked for. */
@FunctionalInterface
public interface ByteSource {
    /** A new stream from the start; the caller closes it. */
    InputStream open() throws IOException;

    /**
     * A new stream from a place on; the caller closes it.
     *
     * @param offset bytes before it
     * @throws java.io.EOFException if there are fewer
     */
    default InputStream from(long offset) throws IOException {
        InputStream in = open();
        try {
            in.skipNBytes(offset);
            return in;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }
}
