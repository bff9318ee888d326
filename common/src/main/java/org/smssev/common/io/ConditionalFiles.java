package org.smssev.common.io;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;

/**
 * Small files of an object store, written under a condition that the store itself checks, all in one step. There a file
 * is seen when it is closed, so that {@code create(file, false)} lets two writers at the same time believe each that it
 * made the file.
 */
public final class ConditionalFiles {
    private ConditionalFiles() {}

    /** Whether a file system checks conditions: S3A does. */
    public static boolean serves(FileSystem fs, Path file) throws IOException {
        return fs.hasPathCapability(file, CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE)
                && fs.hasPathCapability(file, CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE_ETAG);
    }

    /** Creates a file; whether it was not there. */
    public static boolean create(FileSystem fs, Path file, byte[] content) throws IOException {
        FSDataOutputStreamBuilder<?, ?> builder = fs.createFile(file);
        builder.must(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
        return write(fs, file, builder, content);
    }

    /** Replaces a file; whether it was still the one with this etag. */
    public static boolean replace(FileSystem fs, Path file, String etag, byte[] content) throws IOException {
        FSDataOutputStreamBuilder<?, ?> builder = fs.createFile(file).overwrite(true);
        builder.must(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE_ETAG, etag);
        return write(fs, file, builder, content);
    }

    private static boolean write(FileSystem fs, Path file, FSDataOutputStreamBuilder<?, ?> builder, byte[] content)
            throws IOException {
        try (FSDataOutputStream out = builder.build()) {
            out.write(content);
        } catch (IOException refused) {
            // Also what was written is refused, if the answer was lost and the client tried again. What is there tells.
            try (InputStream in = fs.open(file)) {
                return Arrays.equals(in.readAllBytes(), content);
            } catch (FileNotFoundException gone) {
                refused.addSuppressed(gone);
                throw refused;
            }
        }
        return true;
    }
}
