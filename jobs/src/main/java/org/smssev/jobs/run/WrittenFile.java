package org.smssev.jobs.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** Files of text beside the tables, for people and other programs. */
final class WrittenFile {
    private WrittenFile() {}

    /** Whether a file below a folder is there. */
    static boolean exists(Configuration hadoop, String folder, String name) {
        Path file = new Path(folder, name);
        try {
            return file.getFileSystem(hadoop).exists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for " + file, e);
        }
    }

    /** Whether a file below a folder is there and has a text in it. */
    static boolean contains(Configuration hadoop, String folder, String name, String text) {
        Path file = new Path(folder, name);
        try (InputStream in = file.getFileSystem(hadoop).open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(text);
        } catch (FileNotFoundException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** Deletes a file below a folder, if it is there. */
    static void delete(Configuration hadoop, String folder, String name) {
        Path file = new Path(folder, name);
        try {
            file.getFileSystem(hadoop).delete(file, false);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file, e);
        }
    }

    /** Writes a file below a folder, so that nobody ever reads half of it. */
    static void write(Configuration hadoop, String folder, String name, String text) {
        Path target = new Path(folder, name);
        Path draft = new Path(target.getParent(), "_" + target.getName() + ".draft");
        try {
            FileSystem given = target.getFileSystem(hadoop);
            // Without Hadoop's local checksum files, which other programs would take for files of ours.
            FileSystem fs = given instanceof LocalFileSystem l ? l.getRawFileSystem() : given;
            try (OutputStream out = Umask.create(fs, draft, hadoop)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            if (!(given instanceof LocalFileSystem)) {
                // Elsewhere a rename does not replace.
                fs.delete(target, false);
            }
            if (!fs.rename(draft, target)) {
                throw new IOException("Cannot rename " + draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + target, e);
        }
    }
}
