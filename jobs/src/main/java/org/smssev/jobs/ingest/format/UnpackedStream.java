package org.smssev.jobs.ingest.format;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Unpacked bytes, no more than a limit; says in words what is wrong with the packed ones. */
final class UnpackedStream extends LimitedStream {
    private final Closeable container;
    private final String name;

    /**
     * A stream.
     *
     * @param container what is closed with it
     * @param name what it is, for messages
     * @param most greatest number of bytes
     */
    UnpackedStream(InputStream in, Closeable container, String name, long most) {
        super(in, most, () -> Packed.tooMuch(name));
        this.container = container;
        this.name = name;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw told(name, e);
        }
    }

    @Override
    public void close() throws IOException {
        // Both in any case, the stream first.
        try (container) {
            in.close();
        }
    }

    /** A failure in words. */
    static IOException told(String name, IOException e) {
        if (e instanceof EOFException) {
            return new IOException(
                    name + ": file cut off, because its packed data end too early. Copy or download it again.", e);
        }
        if (e instanceof ZipException) {
            return new IOException(
                    name + " is damaged: its packed data cannot be read (" + e.getMessage()
                            + "). Copy or download it again.",
                    e);
        }
        return e;
    }
}
