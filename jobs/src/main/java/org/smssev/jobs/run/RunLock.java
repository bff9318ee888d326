package org.smssev.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.jobs.run.LockFile.Seen;

/**
 * The lock of a warehouse: one run at a time. It tells its owner: on the same host by process id and start time, so that
 * it is free the moment its owner is dead; elsewhere by a heartbeat.
 */
public final class RunLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Duration DEAD_AFTER = Duration.ofMinutes(5);

    private final LockFile file;
    private final Map<String, String> about;
    private final String owner = UUID.randomUUID().toString();
    private final Instant begun = Instant.now();
    private ScheduledExecutorService heart;
    private ScheduledFuture<?> beats;
    /** Null if the lock was free. */
    private Properties dead;

    private RunLock(LockFile file, Map<String, String> about) {
        this.file = file;
        this.about = about;
    }

    /** Takes the lock of a warehouse for something that is no run of a release. */
    public static RunLock take(FileSystem fs, String warehouse, String runId) {
        return take(fs, warehouse, runId, Map.of());
    }

    /**
     * Takes the lock of a warehouse.
     *
     * @param about what is told of the run to who finds that it died
     * @throws UserException with exit 5 if a living run holds it
     */
    static RunLock take(FileSystem fs, String warehouse, String runId, Map<String, String> about) {
        Path path = new Path(warehouse, "_lock");
        try {
            RunLock lock = new RunLock(new LockFile(fs, path), about);
            for (int attempt = 0; attempt < 3; attempt++) {
                if (lock.file.create(lock.describe(runId)) || lock.takeOver(runId)) {
                    lock.startHeart(runId);
                    return lock;
                }
            }
        } catch (IOException e) {
            if (!isForbidden(e)) {
                throw new UncheckedIOException("Cannot take the lock " + path, e);
            }
            throw new UserException(
                    Exit.USAGE,
                    warehouse + ": cannot write to the warehouse (" + e.getMessage()
                            + "). Give this user write access, or name another folder with warehouse or --warehouse.",
                    e);
        }
        throw new UserException(
                Exit.IN_USE, warehouse + ": another run has started here. Try again when it has ended.");
    }

    /** Whether who runs may not write there, or it is no folder, which no other try mends. */
    private static boolean isForbidden(IOException e) {
        return e instanceof AccessDeniedException
                || e instanceof AccessControlException
                || e instanceof ParentNotDirectoryException
                || e instanceof FileAlreadyExistsException
                || String.valueOf(e.getMessage())
                        .matches("(?s).*(Permission denied|Read-only file system|Mkdirs failed).*");
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
                        "begun=" + begun,
                        "heartbeat=" + Instant.now(),
                        about.entrySet().stream()
                                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("\n")),
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Who held the lock and died; empty if it was free. */
    Optional<Dead> dead() {
        return Optional.ofNullable(dead).map(Dead::new);
    }

    /** A holder that died. */
    record Dead(Properties told) {
        String run() {
            return told.getProperty("run");
        }

        /** What was told about it; empty if that was not. */
        Optional<String> about(String what) {
            return Optional.ofNullable(told.getProperty(what))
                    .map(text -> URLDecoder.decode(text, StandardCharsets.UTF_8));
        }

        Instant begun() {
            return Instant.parse(told.getProperty("begun", told.getProperty("heartbeat")));
        }

        Instant lastHeartbeat() {
            return Instant.parse(told.getProperty("heartbeat"));
        }

        /** Its process, for messages. */
        String process() {
            return "process " + told.getProperty("pid") + " on " + told.getProperty("host");
        }
    }

    private boolean takeOver(String runId) throws IOException {
        Optional<Seen> holder = file.read();
        if (holder.isEmpty()) {
            return false;
        }
        if (alive(holder.get())) {
            Properties p = holder.get().content();
            throw new UserException(
                    Exit.IN_USE,
                    file.path().getParent() + ": in use by run " + p.getProperty("run", "?")
                            + " (process " + p.getProperty("pid", "?") + " on " + p.getProperty("host", "?")
                            + ", last heartbeat " + p.getProperty("heartbeat", "?")
                            + "). Wait until it ends. If it was killed, the lock expires by itself.");
        }
        if (!file.takeOver(holder.get(), describe(runId))) {
            return false;
        }
        dead = holder.get().content().getProperty("pid") == null
                ? null
                : holder.get().content();
        return true;
    }

    private static boolean alive(Seen holder) throws IOException {
        Properties p = holder.content();
        if (p.getProperty("pid") == null) {
            // The owner died between creating the file and writing to it, or is just doing so.
            return Duration.between(holder.modified(), Instant.now()).compareTo(Duration.ofSeconds(5)) < 0;
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

    private void startHeart(String runId) {
        heart = Executors.newSingleThreadScheduledExecutor(r -> {
            Thread t = new Thread(r, "lock-heartbeat");
            t.setDaemon(true);
            return t;
        });
        beats = heart.scheduleAtFixedRate(
                () -> beat(runId), HEARTBEAT.toSeconds(), HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
    }

    /** Tells that its owner lives. */
    synchronized void beat(String runId) {
        try {
            Optional<Seen> ours = ours();
            if (ours.isPresent()) {
                file.renew(ours.get(), describe(runId));
            }
        } catch (IOException | RuntimeException e) {
            // What is thrown here would end all further beats, and the lock would be taken for that of a dead run.
            LOG.warn("Could not renew the lock {}", file.path(), e);
        }
    }

    /** What is in the file, where it is still ours. */
    private Optional<Seen> ours() throws IOException {
        return file.read().filter(seen -> owner.equals(seen.content().getProperty("owner")));
    }

    /**
     * Checks that the lock is still ours; called before each publication.
     *
     * @throws UserException with exit 5 if it was lost
     */
    public synchronized void check() {
        try {
            if (ours().isEmpty()) {
                throw new UserException(
                        Exit.IN_USE,
                        file.path()
                                + ": another run took the lock. Nothing of this run was published. Run again when the other"
                                + " run has ended.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the lock " + file.path(), e);
        }
    }

    @Override
    public synchronized void close() {
        beats.cancel(false);
        heart.shutdownNow();
        try {
            if (ours().isPresent()) {
                file.delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot free the lock " + file.path(), e);
        }
    }
}
