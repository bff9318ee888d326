package org.smssev.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;

/**
 * The lock of a warehouse: one run at a time. It tells its owner: on the same host by process id and start time, so that
 * it is free the moment its owner is dead; elsewhere by a heartbeat.
 */
public final class RunLock implements AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Duration DEAD_AFTER = Duration.ofMinutes(5);

    private final FileSystem fs;
    private final Path file;
    private final String owner = UUID.randomUUID().toString();
    private ScheduledExecutorService heart;
    private ScheduledFuture<?> beats;

    private RunLock(FileSystem fs, Path file) {
        this.fs = fs;
        this.file = file;
    }

    /**
     * Takes the lock of a warehouse.
     *
     * @throws UserException with exit 5 if a living run holds it
     */
    public static RunLock take(FileSystem fs, String warehouse, String runId) {
        // Hadoop's local checksum files would have to change together with the lock.
        FileSystem plain = fs instanceof LocalFileSystem local ? local.getRawFileSystem() : fs;
        RunLock lock = new RunLock(plain, new Path(warehouse, "_lock"));
        try {
            for (int attempt = 0; attempt < 3; attempt++) {
                if (lock.create(runId)) {
                    lock.startHeart(runId);
                    return lock;
                }
                lock.removeIfDead();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot take the lock " + lock.file, e);
        }
        throw new UserException(Exit.IN_USE, "Another run took the warehouse " + warehouse + " just now; try again");
    }

    private boolean create(String runId) throws IOException {
        fs.mkdirs(file.getParent());
        // Written aside and then created under its name in one step, so nobody sees half a lock.
        try (FSDataOutputStream out = createNew()) {
            out.write(describe(runId));
            return true;
        } catch (FileAlreadyExistsException | java.nio.file.FileAlreadyExistsException e) {
            return false;
        }
    }

    private FSDataOutputStream createNew() throws IOException {
        if (fs.getUri().getScheme().equals("file")) {
            // Hadoop's local file system checks and then creates; the operating system does both at once.
            Umask.createNew(java.nio.file.Path.of(file.toUri().getPath()));
            return fs.create(file, true);
        }
        return fs.create(file, false);
    }

    private byte[] describe(String runId) throws IOException {
        ProcessHandle self = ProcessHandle.current();
        return String.join(
                        "\n",
                        "owner=" + owner,
                        "run=" + runId,
                        "host=" + InetAddress.getLocalHost().getHostName(),
                        "pid=" + self.pid(),
                        "started="
                                + self.info()
                                        .startInstant()
                                        .map(Instant::toString)
                                        .orElse(""),
                        "heartbeat=" + Instant.now(),
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void removeIfDead() throws IOException {
        Optional<Properties> holder = read();
        if (holder.isEmpty()) {
            return;
        }
        Properties p = holder.get();
        if (alive(p)) {
            throw new UserException(
                    Exit.IN_USE,
                    "The warehouse " + file.getParent() + " is in use by run " + p.getProperty("run", "?")
                            + " (process " + p.getProperty("pid", "?") + " on " + p.getProperty("host", "?")
                            + ", last heartbeat " + p.getProperty("heartbeat", "?")
                            + "); wait until it has ended. Its lock frees itself when it dies");
        }
        Path aside = new Path(file.getParent(), "_lock-dead-" + UUID.randomUUID());
        if (fs.rename(file, aside)) {
            fs.delete(aside, false);
        }
    }

    private boolean alive(Properties p) throws IOException {
        if (p.getProperty("pid") == null) {
            // The owner died between creating the file and writing to it, or is just doing so.
            return age(fs.getFileStatus(file).getModificationTime()).compareTo(Duration.ofSeconds(5)) < 0;
        }
        if (InetAddress.getLocalHost().getHostName().equals(p.getProperty("host"))) {
            Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(p.getProperty("pid")));
            return process.isPresent()
                    && process.get().isAlive()
                    && process.get()
                            .info()
                            .startInstant()
                            .map(Instant::toString)
                            .orElse("")
                            .equals(p.getProperty("started"));
        }
        return Duration.between(Instant.parse(p.getProperty("heartbeat")), Instant.now())
                        .compareTo(DEAD_AFTER)
                < 0;
    }

    private static Duration age(long modifiedMillis) {
        return Duration.between(Instant.ofEpochMilli(modifiedMillis), Instant.now());
    }

    private Optional<Properties> read() throws IOException {
        Properties p = new Properties();
        try (FSDataInputStream in = fs.open(file)) {
            p.load(in);
            return Optional.of(p);
        } catch (java.io.FileNotFoundException e) {
            return Optional.empty();
        }
    }

    private void startHeart(String runId) {
        heart = Executors.newSingleThreadScheduledExecutor(r -> {
            Thread t = new Thread(r, "lock-heartbeat");
            t.setDaemon(true);
            return t;
        });
        beats = heart.scheduleAtFixedRate(
                () -> beat(runId), HEARTBEAT.toSeconds(), HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
    }

    private synchronized void beat(String runId) {
        try {
            if (stillOurs()) {
                Path next = new Path(file.getParent(), "_lock-" + owner);
                if (fs.getUri().getScheme().equals("file")) {
                    // One that an earlier beat could not move goes first.
                    java.nio.file.Files.deleteIfExists(
                            java.nio.file.Path.of(next.toUri().getPath()));
                    Umask.createNew(java.nio.file.Path.of(next.toUri().getPath()));
                }
                try (FSDataOutputStream out = fs.create(next, true)) {
                    out.write(describe(runId));
                }
                if (!fs.getUri().getScheme().equals("file")) {
                    fs.delete(file, false);
                    fs.rename(next, file);
                } else {
                    java.nio.file.Files.move(
                            java.nio.file.Path.of(next.toUri().getPath()),
                            java.nio.file.Path.of(file.toUri().getPath()),
                            java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                            java.nio.file.StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(RunLock.class).warn("Could not renew the lock {}", file, e);
        }
    }

    private boolean stillOurs() throws IOException {
        return read().map(p -> owner.equals(p.getProperty("owner"))).orElse(false);
    }

    /**
     * Checks that the lock is still ours; called before each publication.
     *
     * @throws UserException with exit 5 if it was lost
     */
    public synchronized void check() {
        try {
            if (!stillOurs()) {
                throw new UserException(
                        Exit.IN_USE,
                        "The lock " + file + " was lost to another run; nothing of this run was published");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the lock " + file, e);
        }
    }

    @Override
    public synchronized void close() {
        beats.cancel(false);
        heart.shutdownNow();
        try {
            if (stillOurs()) {
                fs.delete(file, false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot free the lock " + file, e);
        }
    }
}
