package org.smssev.jobs.ingest.format;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Unpacked bytes, no more than a limit; says in words what is wrong with the packed ones. */
final class UnpackedStream extends FilterInputStream {
    private final Closeable container;
    private final String name;
    private final long most;
    private long count;

    /**
     * A stream.
     *
     * @param container what is closed with it
     * @param name what it is, for messages
     * @param most greatest number of bytes
     */
    UnpackedStream(InputStream in, Closeable container, String name, long most) {
        super(in);
        this.container = container;
        this.name = name;
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = in.read(buffer, offset, length);
        } catch (IOException e) {
            throw told(name, e);
        }
        count += Math.max(0, read);
        if (count > most) {
            throw Packed.tooMuch(name);
        }
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        byte[] passed = new byte[(int) Math.min(1 << 13, Math.max(0, wanted))];
        return passed.length == 0 ? 0 : Math.max(0, read(passed, 0, passed.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        in.close();
        container.close();
    }

    /** A failure in words. */
    static IOException told(String name, IOException e) {
        if (e instanceof EOFException) {
            return new IOException(name + " is cut off: its packed data end too early; copy or download it again", e);
        }
        if (e instanceof ZipException) {
            return new IOException(
                    name + " is damaged: its packed data cannot be read (" + e.getMessage()
                            + "); copy or download it again",
                    e);
        }
        return e;
    }
}
