package org.smssev.jobs.ingest.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that all go through one method, also one by one and where they are skipped. Without mark and reset: some would twice. */
abstract class ReadThrough extends FilterInputStream {
    private static final int SKIPPED = 1 << 13;

    ReadThrough(InputStream in) {
        super(in);
    }

    @Override
    public abstract int read(byte[] buffer, int offset, int length) throws IOException;

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public final long skip(long wanted) throws IOException {
        byte[] passed = new byte[(int) Math.min(SKIPPED, Math.max(0, wanted))];
        return passed.length == 0 ? 0 : Math.max(0, read(passed, 0, passed.length));
    }

    @Override
    public final boolean markSupported() {
        return false;
    }
}
