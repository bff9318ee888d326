package org.smssev.jobs.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A gzip stream of one or several members that fails where the JDK's ends quietly: at a damaged member after the first. */
final class GzipStream extends GZIPInputStream {
    private static final int BUFFER = 1 << 16;
    /** Checksum and length behind each member. */
    private static final int TRAILER = 8;

    private boolean checked;

    GzipStream(InputStream packed) throws IOException {
        super(packed, BUFFER);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read < 0 && !checked) {
            checked = true;
            checkRest();
        }
        return read;
    }

    /** Zeros may follow the last member, as they pad blocks of tapes; nothing else may. */
    private void checkRest() throws IOException {
        boolean rest = false;
        for (int i = Math.max(0, len - inf.getRemaining() + TRAILER); i < len; i++) {
            rest |= buf[i] != 0;
        }
        byte[] more = new byte[BUFFER];
        for (int count = in.read(more); count >= 0 && !rest; count = in.read(more)) {
            for (int i = 0; i < count; i++) {
                rest |= more[i] != 0;
            }
        }
        if (rest) {
            throw new ZipException("the data after its first part is not gzip");
        }
    }
}
