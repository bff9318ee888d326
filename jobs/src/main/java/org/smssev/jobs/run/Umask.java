package org.smssev.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/**
 * What the files of an embedded run deny: to the group writing, to others everything, and whatever the process's own umask
 * denies. Hadoop sets the modes of local files itself, and would not look at the latter.
 */
public final class Umask {
    private static final int OURS = 027;
    private static final String OCTAL = of(OURS | own());

    private Umask() {}

    /** Three octal digits, for {@code fs.permissions.umask-mode}. */
    public static String octal() {
        return OCTAL;
    }

    private static String of(int mask) {
        return String.format(Locale.ROOT, "%03o", mask);
    }

    /** The process's umask, as a file shows it that nobody gave a mode. */
    private static int own() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
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
