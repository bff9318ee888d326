package org.smssev.jobs.ingest.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.smssev.common.UserException;

/** Bytes of which there may be only so many. Without mark and reset, which would count some twice. */
class LimitedStream extends FilterInputStream {
    private final long most;
    private final Supplier<UserException> tooMuch;
    private long count;

    /**
     * A stream.
     *
     * @param most greatest number of bytes
     * @param tooMuch what is thrown where there are more
     */
    LimitedStream(InputStream in, long most, Supplier<UserException> tooMuch) {
        super(in);
        this.most = most;
        this.tooMuch = tooMuch;
    }

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        count += Math.max(0, read);
        if (count > most) {
            throw tooMuch.get();
        }
        return read;
    }

    @Override
    public final long skip(long wanted) throws IOException {
        byte[] passed = new byte[(int) Math.min(1 << 13, Math.max(0, wanted))];
        return passed.length == 0 ? 0 : Math.max(0, read(passed, 0, passed.length));
    }

    @Override
    public final boolean markSupported() {
        return false;
    }
}
