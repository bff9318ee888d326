package org.smssev.common.io;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Copies the greater part of a large file without writing to the system's file cache. What is kept and hardly ever read again
 * else takes as much of it, which the kernel must find and clear first: for 1 GB .3 to 2 s of processor instead of .1.
 */
final class DirectCopy {
    static final int AT_ONCE = 4 << 20;
    /** Shorter files are not worth it. */
    private static final long LEAST = 16L * AT_ONCE;
    /**
     * File systems of a local disk in which a copy shares no blocks with what it was made of: others do that, if they are let,
     * or write over a network, for which the cache is of use.
     */
    private static final String LOCAL = "ext";

    private DirectCopy() {}

    /**
     * Copies the first bytes of a file.
     *
     * @param bytes so many, of which the last ones may be left
     * @param to is there
     * @return how many were copied; 0 where files are not written so
     */
    static long copy(FileChannel in, long bytes, Path to) throws IOException {
        if (bytes < LEAST) {
            return 0;
        }
        int block = block(to);
        try (FileChannel out = block == 0 ? null : open(to)) {
            return out == null ? 0 : copy(in, bytes, out, buffer(block));
        }
    }

    /** Bytes of a block where files may be written so; else 0. */
    private static int block(Path to) {
        try {
            FileStore store = Files.getFileStore(to);
            return store.type().startsWith(LOCAL) ? Math.toIntExact(store.getBlockSize()) : 0;
        } catch (UnsupportedOperationException | IOException e) {
            // In some containers the mount point of a file is not found.
            return 0;
        }
    }

    /** Null if files are not opened so there; whatever else is wrong with this one is found when it is opened otherwise. */
    private static FileChannel open(Path to) {
        try {
            return FileChannel.open(to, StandardOpenOption.WRITE, ExtendedOpenOption.DIRECT);
        } catch (UnsupportedOperationException | IOException e) {
            return null;
        }
    }

    /** Memory that starts where a block may; the JVM takes it back with the object. */
    private static ByteBuffer buffer(int block) {
        return ByteBuffer.allocateDirect(AT_ONCE + block).alignedSlice(block).limit(AT_ONCE);
    }

    private static long copy(FileChannel in, long bytes, FileChannel out, ByteBuffer buffer) throws IOException {
        long at = 0;
        while (bytes - at >= AT_ONCE) {
            buffer.clear().limit(AT_ONCE);
            while (buffer.hasRemaining()) {
                if (in.read(buffer, at + buffer.position()) < 0) {
                    // Too short, of which the rest of the copy tells.
                    return at;
                }
            }
            buffer.flip();
            if (out.write(buffer, at) < AT_ONCE) {
                // Where the rest of it cannot be written, as the disk is full, the rest of the copy tells why.
                return at;
            }
            at += AT_ONCE;
        }
        return at;
    }
}
