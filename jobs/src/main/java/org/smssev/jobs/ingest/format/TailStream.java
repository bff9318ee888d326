package org.smssev.jobs.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Bytes of which the last are kept. Without mark and reset. */
final class TailStream extends ReadThrough {
    private final byte[] kept;
    private int length;

    /**
     * A stream.
     *
     * @param most how many bytes are kept, at least 1
     */
    TailStream(InputStream in, int most) {
        super(in);
        kept = new byte[most];
    }

    /** The last bytes of what was read so far, at most as many as are kept. */
    byte[] bytes() {
        return Arrays.copyOf(kept, length);
    }

    @Override
    public int read(byte[] buffer, int offset, int wanted) throws IOException {
        int read = in.read(buffer, offset, wanted);
        if (read > 0) {
            int added = Math.min(read, kept.length);
            int stays = Math.min(length, kept.length - added);
            System.arraycopy(kept, length - stays, kept, 0, stays);
            System.arraycopy(buffer, offset + read - added, kept, stays, added);
            length = stays + added;
        }
        return read;
    }
}
