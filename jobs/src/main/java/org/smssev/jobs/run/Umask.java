package org.smssev.jobs.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * What the files of an embedded run deny: to the group writing, to others everything, and whatever the process's own umask
 * denies. Hadoop sets the modes of local files itself, and would not look at the latter.
 */
public final class Umask {
    private static final int OURS = 027;
    private static final int BUFFER = 1 << 16;
    private static final boolean IS_POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final String OCTAL = of(OURS | own());

    private Umask() {}

    /** Three octal digits, for {@code fs.permissions.umask-mode}. */
    public static String octal() {
        return OCTAL;
    }

    /** Creates a file, or empties it, with the mode that the settings give; Hadoop's plain local files have none. */
    static OutputStream create(FileSystem fs, org.apache.hadoop.fs.Path file, Configuration hadoop) throws IOException {
        FsPermission mode = FsPermission.getFileDefault().applyUMask(FsPermission.getUMask(hadoop));
        return fs.create(file, mode, true, BUFFER, fs.getDefaultReplication(file), fs.getDefaultBlockSize(file), null);
    }

    /**
     * Creates a local file that the owner may write and the group may read, where the umask does not deny it.
     *
     * @throws java.nio.file.FileAlreadyExistsException if it is there
     */
    static void createNew(Path file) throws IOException {
        if (IS_POSIX) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
        } else {
            Files.createFile(file);
        }
    }

    private static String of(int mask) {
        return String.format(Locale.ROOT, "%03o", mask);
    }

    /** The process's umask, as a file shows it that nobody gave a mode. */
    private static int own() {
        if (!IS_POSIX) {
            return 0;
        }
        try {
            // The folder is ours alone, so the name cannot be taken.
            Path folder = Files.createTempDirectory("smssev-umask");
            Path file = folder.resolve("file");
            try {
                String given = PosixFilePermissions.toString(Files.getPosixFilePermissions(Files.createFile(file)));
                int mask = 0;
                for (int i = 0; i < given.length(); i++) {
                    // Nobody gives a new file the right to be run, so that its absence says nothing.
                    if (given.charAt(i) == '-' && i % 3 != 2) {
                        mask |= 1 << (given.length() - 1 - i);
                    }
                }
                return mask;
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a temporary file", e);
        }
    }
}
