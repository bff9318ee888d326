package org.smssev.common.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local files, whose modes and links the JVM sets and tells itself. Without its native library Hadoop starts
 * processes for them: of {@code chmod} for each file and folder that is made, of {@code ls} for each that is listed, and
 * eight of {@code readlink} for each commit of a table.
 */
public final class LocalFiles extends LocalFileSystem {
    /** The setting that takes a file system for {@code file:} addresses. */
    public static final String SETTING = "fs.file.impl";
    /** Settings of Hadoop by which both its ways to files take these. */
    public static final Map<String, String> SETTINGS =
            Map.of(SETTING, LocalFiles.class.getName(), LocalContextFiles.SETTING, LocalContextFiles.class.getName());

    private static final boolean IS_UNIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

    /** The mode of a file in the JVM's terms, sticky bit included. */
    private static final String MODE = "unix:mode";

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
            if (IS_UNIX) {
                Files.setAttribute(pathToFile(file).toPath(), MODE, (int) permission.toShort());
            } else {
                super.setPermission(file, permission);
            }
        }

        @Override
        public FileStatus getFileStatus(Path file) throws IOException {
            FileStatus status = super.getFileStatus(file);
            return IS_UNIX ? new Status(status) : status;
        }

        @Override
        public FileStatus getFileLinkStatus(Path file) throws IOException {
            return Files.isSymbolicLink(pathToFile(file).toPath())
                    ? super.getFileLinkStatus(file)
                    : getFileStatus(file);
        }
    }

    /** What is told of a file; mode and owner are looked up when they are asked for, which few do. */
    private static final class Status extends FileStatus {
        private static final long serialVersionUID = 1L;

        Status(FileStatus of) {
            super(
                    of.getLen(),
                    of.isDirectory(),
                    of.getReplication(),
                    of.getBlockSize(),
                    of.getModificationTime(),
                    of.getAccessTime(),
                    null,
                    null,
                    null,
                    of.getPath());
        }

        private Object attribute(String attribute) {
            try {
                return Files.getAttribute(
                        java.nio.file.Path.of(getPath().toUri().getPath()), attribute);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot tell " + attribute + " of " + getPath(), e);
            }
        }

        @Override
        public FsPermission getPermission() {
            return new FsPermission(((Integer) attribute(MODE)).shortValue());
        }

        @Override
        public String getOwner() {
            return attribute("unix:owner").toString();
        }

        @Override
        public String getGroup() {
            return attribute("unix:group").toString();
        }
    }
}
