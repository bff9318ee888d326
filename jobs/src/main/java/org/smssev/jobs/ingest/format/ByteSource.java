package org.smssev.jobs.ingest.format;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, unpacked, as often as they are asked for. */
@FunctionalInterface
public interface ByteSource {
    /** A new stream from the start; the caller closes it. */
    InputStream open() throws IOException;
}
