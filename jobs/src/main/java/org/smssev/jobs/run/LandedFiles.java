package org.smssev.jobs.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.io.FileCopy;
import org.smssev.common.stage.InputFile;
import org.smssev.common.tables.MetaTables;

/**
 * The copies of input files that a warehouse keeps, {@code <warehouse>/landing/files/<sha256>}, so that a run can be
 * replayed when what it read has changed or gone. Equal files are kept once.
 */
final class LandedFiles {
    /** Folder of the copies, relative to the warehouse. */
    static final String FOLDER = "landing/files";

    private final Configuration hadoop;
    private final FileSystem fs;
    private final boolean local;
    private final Path folder;

    /** The copies of a warehouse on any Hadoop file system. */
    LandedFiles(String warehouse, Configuration hadoop) {
        this.hadoop = hadoop;
        this.folder = new Path(warehouse, FOLDER);
        try {
            FileSystem given = folder.getFileSystem(hadoop);
            this.local = given instanceof LocalFileSystem;
            // Without Hadoop's local checksum files: the name is the checksum.
            this.fs = given instanceof LocalFileSystem l ? l.getRawFileSystem() : given;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot reach the warehouse " + warehouse, e);
        }
    }

    /** Makes the folder of the copies, so that one which cannot be made is told before anything is computed. */
    void open() {
        try {
            fs.mkdirs(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder of input copies " + folder, e);
        }
    }

    /**
     * Keeps a copy of a file, or of a folder that is one input, unless there is one.
     *
     * @param most greatest size that is copied, in bytes; of a greater one only the digest is known
     * @param check fails if the file is no longer the one of the digest
     */
    void land(InputFile file, double most, Consumer<InputFile> check) {
        Path target = new Path(folder, file.sha256());
        try {
            if (file.bytes() > most || fs.exists(target)) {
                return;
            }
            // Written aside and renamed, so that nobody ever finds half a copy under the name of the whole.
            Path draft = new Path(folder, "_" + file.sha256() + "-" + UUID.randomUUID());
            fs.mkdirs(folder);
            try {
                copy(file.path(), draft);
                check.accept(file);
            } catch (IOException | UserException e) {
                remove(draft, e);
                throw e;
            }
            if (!fs.rename(draft, target)) {
                fs.delete(draft, true);
                if (!fs.exists(target)) {
                    throw new IOException("Cannot rename " + draft + " to " + target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep a copy of " + file.path() + " as " + target, e);
        }
    }

    /** Removes the columnar copies of the release of a configuration, of which nobody knows any more what they are of. */
    void forget(Config config) {
        Path copies = new Path(folder.getParent(), config.release().id());
        try {
            fs.delete(copies, true);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + copies, e);
        }
    }

    /** Half a copy would take the room that is missing. */
    private void remove(Path draft, Exception failure) {
        try {
            fs.delete(draft, true);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Copies a file, or all files of a folder: Hadoop's own copying would leave its checksum files out. */
    private void copy(java.nio.file.Path from, Path to) throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(from)) {
            for (java.nio.file.Path f : files.filter(Files::isRegularFile).toList()) {
                Path target = f.equals(from)
                        ? to
                        : new Path(to, from.relativize(f).toString().replace(File.separatorChar, '/'));
                FileCopy.copy(new Path(f.toUri()), target, hadoop);
            }
        }
    }

    /**
     * Brings a recorded input back under its own name, from its copy, or else from where it was read.
     *
     * @param stage whose input it is, for messages
     * @param into a folder of its own on a local disk
     * @throws UserException with exit 3, if neither has the bytes that the run read
     */
    InputFile bring(String stage, MetaTables.InputFile recorded, java.nio.file.Path into) {
        Path copy = new Path(folder, recorded.sha256());
        java.nio.file.Path origin = java.nio.file.Path.of(recorded.path());
        String name = recorded.name() == null ? origin.getFileName().toString() : recorded.name();
        try {
            java.nio.file.Path target = into.resolve(origin.getFileName().toString());
            Files.createDirectories(into);
            boolean hasCopy = fs.exists(copy);
            if (hasCopy && local) {
                link(java.nio.file.Path.of(copy.toUri().getPath()), target);
            } else if (hasCopy) {
                fs.copyToLocalFile(false, copy, new Path(target.toUri()), true);
            } else if (Files.exists(origin)) {
                target = origin;
            } else {
                throw gone(stage, recorded, "there is no copy and no file " + origin);
            }
            InputFile found = new InputFiles(into).input(recorded.role(), target, name);
            if (!found.sha256().equals(recorded.sha256())) {
                throw gone(
                        stage,
                        recorded,
                        hasCopy ? "the copy " + copy + " is damaged" : "it was not copied and has changed");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot bring back " + recorded.path() + " from " + copy, e);
        }
    }

    private static UserException gone(String stage, MetaTables.InputFile recorded, String why) {
        return new UserException(
                Exit.INPUT,
                String.format(
                        Locale.ROOT,
                        "%s: input of stage %s (sha256 %s) is gone: %s. Put the original file back to replay the run.",
                        recorded.path(),
                        stage,
                        recorded.sha256(),
                        why));
    }

    /** Gives files a second name, which costs no space, or copies them. */
    private static void link(java.nio.file.Path from, java.nio.file.Path to) throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(from)) {
            for (java.nio.file.Path f : files.toList()) {
                java.nio.file.Path target =
                        f.equals(from) ? to : to.resolve(from.relativize(f).toString());
                if (Files.isDirectory(f)) {
                    Files.createDirectories(target);
                } else {
                    linkOne(f, target);
                }
            }
        }
    }

    private static void linkOne(java.nio.file.Path from, java.nio.file.Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
