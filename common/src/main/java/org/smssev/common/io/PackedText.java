package org.smssev.common.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/** The bytes of a file that may be packed by gzip or in a zip, which its first bytes tell and not its name. */
public final class PackedText {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC = 0x8B1F;
    private static final int ZIP_MAGIC = 'P' | 'K' << 8;

    private PackedText() {}

    /**
     * Opens a file, unpacked; who opens it closes it.
     *
     * @throws IOException if it cannot be read, or starts as gzip and is none
     */
    public static InputStream open(Path file) throws IOException {
        return open(file, false);
    }

    /**
     * The same where the file may also be a zip, whose files then stand one below the other in its order.
     *
     * @throws IOException if it cannot be read, or starts as gzip and is none
     */
    public static InputStream openParts(Path file) throws IOException {
        return open(file, true);
    }

    private static InputStream open(Path file, boolean isZip) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            in.mark(2);
            int magic = in.read() | in.read() << 8;
            in.reset();
            if (magic == ZIP_MAGIC && isZip) {
                return new Parts(new ZipInputStream(in));
            }
            return magic == GZIP_MAGIC ? new GZIPInputStream(in, BUFFER) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The files of a zip, each ended by a line end. */
    private static final class Parts extends InputStream {
        private final ZipInputStream zip;
        private boolean isWithin;
        private boolean isOver;

        Parts(ZipInputStream zip) {
            this.zip = zip;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (!isOver) {
                if (!isWithin) {
                    isWithin = zip.getNextEntry() != null;
                    isOver = !isWithin;
                    continue;
                }
                int n = zip.read(bytes, from, length);
                if (n > 0) {
                    return n;
                }
                isWithin = false;
                bytes[from] = '\n';
                return 1;
            }
            return -1;
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
