package org.smssev.common.io;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local files, whose modes the JVM sets itself. Without its native library Hadoop starts a process of
 * {@code chmod} for each file and folder, a hundred in a small run.
 */
public final class LocalFiles extends LocalFileSystem {
    /** The setting that takes a file system for {@code file:} addresses. */
    public static final String SETTING = "fs.file.impl";

    private static final boolean IS_POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    /** Made by Hadoop. */
    public LocalFiles() {
        super(new Raw());
    }

    private static final class Raw extends RawLocalFileSystem {
        @Override
        public void setPermission(Path file, FsPermission permission) throws IOException {
            if (!IS_POSIX || permission.getStickyBit()) {
                super.setPermission(file, permission);
                return;
            }
            Files.setPosixFilePermissions(
                    pathToFile(file).toPath(), PosixFilePermissions.fromString(permission.toString()));
        }
    }
}
