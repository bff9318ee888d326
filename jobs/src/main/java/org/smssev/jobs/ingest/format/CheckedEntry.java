package org.smssev.jobs.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** The bytes of an entry of a zip; at their end they must be those that the archive tells of, which Java does not look at. */
public final class CheckedEntry extends ReadThrough {
    private final ZipEntry entry;
    private final CRC32 crc = new CRC32();
    private long size;

    /** The unpacked bytes of an entry, checked against what the archive says of it. */
    public CheckedEntry(InputStream in, ZipEntry entry) {
        super(in);
        this.entry = entry;
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
}
