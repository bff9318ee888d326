package org.smssev.jobs.run;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.smssev.common.io.ConditionalFiles;

/**
 * The file of a lock. It is created, renewed and taken over in one step each, so that there are no two owners, nor none
 * while one lives: on a local disk by the operating system, on HDFS by the name node, on S3 by conditions of the store. Where
 * there are no conditions, who takes a dead owner's lock over claims that first by a file of its own.
 */
final class LockFile {
    /** Who died while it took a lock over, which is a matter of milliseconds, left its claim. */
    private static final Duration CLAIM_DEAD_AFTER = Duration.ofMinutes(1);

    private final FileSystem fs;
    private final Path path;
    private final boolean local;
    private final boolean conditional;

    /** A file that need not be there. */
    LockFile(FileSystem given, Path path) throws IOException {
        // Hadoop's local checksum files would have to change together with the lock.
        this.fs = given instanceof LocalFileSystem l ? l.getRawFileSystem() : given;
        this.path = path;
        this.local = fs.getUri().getScheme().equals("file");
        this.conditional = !local && ConditionalFiles.serves(fs, path);
    }

    /**
     * What was in it.
     *
     * @param tag what S3 calls this content; empty elsewhere
     */
    record Seen(Properties content, Instant modified, String tag) {}

    Path path() {
        return path;
    }

    /** What is in it; empty where it is not there. */
    Optional<Seen> read() throws IOException {
        Optional<ConditionalFiles.Found> found = ConditionalFiles.read(fs, path);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Properties content = new Properties();
        content.load(new ByteArrayInputStream(found.get().content()));
        return Optional.of(new Seen(content, found.get().modified(), found.get().etag()));
    }

    /** Creates it; whether it was not there. */
    boolean create(byte[] content) throws IOException {
        fs.mkdirs(path.getParent());
        return conditional ? ConditionalFiles.create(fs, path, content) : create(path, content);
    }

    private boolean create(Path file, byte[] content) throws IOException {
        return local ? createLocal(file, content) : createByRename(file, content);
    }

    private boolean createLocal(Path file, byte[] content) throws IOException {
        try {
            // Hadoop's local file system checks and then creates; the operating system does both at once.
            Umask.createNew(local(file));
        } catch (FileAlreadyExistsException e) {
            return false;
        }
        write(file, content);
        return true;
    }

    /** HDFS lets nobody look into a file that another is just writing, nor create it, so it gets its name when it is written. */
    private boolean createByRename(Path file, byte[] content) throws IOException {
        Path draft = new Path(path.getParent(), "_lock-new-" + UUID.randomUUID());
        write(draft, content);
        try {
            names().rename(draft, file);
            return true;
        } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
            fs.delete(draft, false);
            return false;
        }
    }

    /** Replaces what its owner wrote. */
    void renew(Seen ours, byte[] content) throws IOException {
        if (conditional) {
            if (!ConditionalFiles.replace(fs, path, ours.tag(), content)) {
                throw new IOException("Another process wrote " + path);
            }
            return;
        }
        // One name for all beats, so that one which could not be moved is written again.
        replace(new Path(path.getParent(), "_lock-" + ours.content().getProperty("owner")), content);
    }

    private void replace(Path next, byte[] content) throws IOException {
        if (local) {
            Files.deleteIfExists(local(next));
            Umask.createNew(local(next));
            write(next, content);
            Files.move(local(next), local(path), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } else {
            write(next, content);
            names().rename(next, path, Options.Rename.OVERWRITE);
        }
    }

    private void write(Path file, byte[] content) throws IOException {
        try (FSDataOutputStream out = fs.create(file, true)) {
            out.write(content);
        }
    }

    /** Hadoop's other view of the file system, the renames of which are one step and tell what is there. */
    private FileContext names() throws IOException {
        return FileContext.getFileContext(fs.getUri(), fs.getConf());
    }

    /** Replaces what a dead owner left; whether nobody else did. */
    boolean takeOver(Seen dead, byte[] content) throws IOException {
        if (conditional) {
            return ConditionalFiles.replace(fs, path, dead.tag(), content);
        }
        Path claim = new Path(path.getParent(), "_lock-claim");
        if (!create(claim, new byte[0])) {
            if (isLeft(claim)) {
                fs.delete(claim, false);
            }
            return false;
        }
        try {
            // Another may have taken it over, and even freed it, since it was seen.
            boolean same = read().filter(now -> now.content().equals(dead.content())
                            && now.modified().equals(dead.modified()))
                    .isPresent();
            if (same) {
                replace(new Path(path.getParent(), "_lock-new-" + UUID.randomUUID()), content);
            }
            return same;
        } finally {
            fs.delete(claim, false);
        }
    }

    private boolean isLeft(Path claim) throws IOException {
        try {
            Instant made = Instant.ofEpochMilli(fs.getFileStatus(claim).getModificationTime());
            return made.plus(CLAIM_DEAD_AFTER).isBefore(Instant.now());
        } catch (FileNotFoundException e) {
            return false;
        }
    }

    void delete() throws IOException {
        fs.delete(path, false);
    }

    private static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }
}
