package org.smssev.jobs.ingest.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;

/** Bytes of which there may be only so many. */
final class LimitedStream extends FilterInputStream {
    private final long most;
    private final String name;
    private long read;

    LimitedStream(InputStream in, long most, String name) {
        super(in);
        this.most = most;
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        int count = super.read(b, off, len);
        count(count);
        return count;
    }

    private void count(int bytes) {
        read += Math.max(0, bytes);
        if (read > most) {
            throw new UserException(
                    Exit.INPUT, "Cannot read " + name + ": it is larger than " + (most >> 20) + " MiB; split it");
        }
    }
}
