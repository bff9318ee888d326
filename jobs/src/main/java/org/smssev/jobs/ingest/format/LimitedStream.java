package org.smssev.jobs.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.smssev.common.UserException;

/** Bytes of which there may be only so many. Without mark and reset, which would count some twice. */
class LimitedStream extends ReadThrough {
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
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        count += Math.max(0, read);
        if (count > most) {
            throw tooMuch.get();
        }
        return read;
    }
}
