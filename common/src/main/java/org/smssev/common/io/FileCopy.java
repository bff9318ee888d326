package org.smssev.common.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Copies files, or what they begin with. From local disk to local disk the bytes do not pass through the heap, which takes a
 * third of the time or less, and Hadoop's checksum file is not written.
 */
public final class FileCopy {
    /** The most that is asked for at once, so that a copy can be interrupted. */
    private static final long AT_ONCE = 64L << 20;

    private static final int BUFFER = 1 << 20;

    private FileCopy() {}

    /** What is written behind the bytes that are copied. */
    @FunctionalInterface
    public interface Rest {
        /** Writes it. */
        void write(OutputStream out) throws IOException;
    }

    /**
     * Copies a file.
     *
     * @param to is not there yet; gets the mode that the settings give to files
     */
    public static void copy(Path from, Path to, Configuration hadoop) throws IOException {
        long length = from.getFileSystem(hadoop).getFileStatus(from).getLen();
        copy(from, length, to, hadoop, out -> {});
    }

    /**
     * Copies the first bytes of a file, and writes others behind them.
     *
     * @param to is not there yet; gets the mode that the settings give to files
     * @throws EOFException if the file has fewer bytes
     */
    public static void copy(Path from, long bytes, Path to, Configuration hadoop, Rest rest) throws IOException {
        FileSystem source = from.getFileSystem(hadoop);
        FileSystem target = to.getFileSystem(hadoop);
        if (source instanceof LocalFileSystem near && target instanceof LocalFileSystem local) {
            copyLocally(near, from, bytes, local, to, hadoop, rest);
            return;
        }
        // As above, what Hadoop may have noted as the sums of a file, which was changed since, does not count.
        FileSystem plain = source instanceof LocalFileSystem near ? near.getRawFileSystem() : source;
        try (InputStream in = plain.open(from);
                OutputStream out = target.create(to, false)) {
            copyStream(in, out, bytes, from);
            rest.write(out);
        }
    }

    private static void copyLocally(
            LocalFileSystem source,
            Path from,
            long bytes,
            LocalFileSystem target,
            Path to,
            Configuration hadoop,
            Rest rest)
            throws IOException {
        FileSystem raw = target.getRawFileSystem();
        FsPermission mode = FsPermission.getFileDefault().applyUMask(FsPermission.getUMask(hadoop));
        raw.create(to, mode, false, BUFFER, raw.getDefaultReplication(to), raw.getDefaultBlockSize(to), null)
                .close();
        java.nio.file.Path file = target.pathToFile(to).toPath();
        try (FileChannel in = FileChannel.open(source.pathToFile(from).toPath());
                FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long copied = DirectCopy.copy(in, bytes, file);
            out.position(copied);
            for (long at = copied; at < bytes; ) {
                long n = in.transferTo(at, Math.min(AT_ONCE, bytes - at), out);
                if (n <= 0) {
                    throw tooShort(from, bytes);
                }
                at += n;
            }
            rest.write(Channels.newOutputStream(out));
        }
    }

    private static void copyStream(InputStream in, OutputStream out, long bytes, Path from) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (long left = bytes; left > 0; ) {
            int n = in.read(buffer, 0, (int) Math.min(left, BUFFER));
            if (n < 0) {
                throw tooShort(from, bytes);
            }
            out.write(buffer, 0, n);
            left -= n;
        }
    }

    private static EOFException tooShort(Path file, long bytes) {
        return new EOFException("File " + file + " has fewer than the " + bytes + " bytes to be copied");
    }
}
