package org.smssev.jobs.ingest.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** The bytes of an entry of a zip; at their end they must be those that the archive tells of, which Java does not look at. */
final class CheckedEntry extends FilterInputStream {
    private final ZipEntry entry;
    private final CRC32 crc = new CRC32();
    private long size;

    CheckedEntry(InputStream in, ZipEntry entry) {
        super(in);
        this.entry = entry;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read >= 0) {
            crc.update(bytes, offset, read);
            size += read;
        } else {
            check();
        }
        return read;
    }

    private void check() throws ZipException {
        if (entry.getSize() >= 0 && size != entry.getSize()) {
            throw new ZipException("its part " + entry.getName() + " is damaged: it has " + size + " bytes, not "
                    + entry.getSize() + " as the archive says");
        }
        if (entry.getCrc() >= 0 && crc.getValue() != entry.getCrc()) {
            throw new ZipException(
                    "its part " + entry.getName() + " is damaged: its checksum is not the one of the archive");
        }
    }

    /** Reads what is skipped, as it counts. */
    @Override
    public long skip(long wanted) throws IOException {
        byte[] passed = new byte[(int) Math.min(1 << 13, Math.max(0, wanted))];
        return passed.length == 0 ? 0 : Math.max(0, read(passed, 0, passed.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
