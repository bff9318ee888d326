package org.smssev.common.io;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;

/**
 * Small files of an object store, written under a condition that the store itself checks, all in one step. There a file
 * is seen when it is closed, so that {@code create(file, false)} lets two writers at the same time believe each that it
 * made the file.
 */
public final class ConditionalFiles {
    private static final int TRIES = 5;

    private ConditionalFiles() {}

    /** Whether a file system checks conditions: S3A does. */
    public static boolean serves(FileSystem fs, Path file) throws IOException {
        return fs.hasPathCapability(file, CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE)
                && fs.hasPathCapability(file, CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE_ETAG);
    }

    /**
     * What a file holds.
     *
     * @param modified when it was written
     * @param etag what the store calls this content, or an earlier one that is there no more
     */
    public record Found(byte[] content, Instant modified, String etag) {}

    /** What a file holds; empty where it is not there. */
    public static Optional<Found> read(FileSystem fs, Path file) throws IOException {
        IOException replaced = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                FileStatus status = fs.getFileStatus(file);
                String etag = status instanceof EtagSource source ? source.getEtag() : "";
                try (InputStream in = fs.open(file)) {
                    Instant modified = Instant.ofEpochMilli(status.getModificationTime());
                    return Optional.of(new Found(in.readAllBytes(), modified, etag));
                }
            } catch (FileNotFoundException e) {
                return Optional.empty();
            } catch (IOException e) {
                // It was replaced between two requests of one reading, which S3A refuses to go on with.
                replaced = e;
            }
        }
        throw replaced;
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
            Optional<Found> there = read(fs, file);
            if (there.isEmpty()) {
                throw refused;
            }
            return Arrays.equals(there.get().content(), content);
        }
        return true;
    }
}
