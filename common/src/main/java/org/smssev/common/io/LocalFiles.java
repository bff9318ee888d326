package org.smssev.common.io;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
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
    /** Settings of Hadoop by which both its ways to files take these. */
    public static final Map<String, String> SETTINGS =
            Map.of(SETTING, LocalFiles.class.getName(), LocalContextFiles.SETTING, LocalContextFiles.class.getName());

    private static final boolean IS_POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    /** Made by Hadoop. */
    public LocalFiles() {
        super(raw());
    }

    /** Has settings take these files, where they name none or Hadoop's own. */
    public static void into(Configuration hadoop) {
        SETTINGS.forEach((key, ours) -> {
            String known = hadoop.get(key);
            if (known == null || known.startsWith("org.apache.hadoop.fs.")) {
                hadoop.set(key, ours);
            }
        });
    }

    /** Such files without sums. */
    static FileSystem raw() {
        return new Raw();
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
