package org.smssev.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.smssev.common.UserException;

/** What holds of the lock of a warehouse on every file system. */
public final class LockCases {
    private static final int TAKERS = 8;
    private static final String DEAD = "owner=gone\nrun=r0\nhost=another-host\npid=1\nstarted=2020-01-01T00:00:00Z\n"
            + "heartbeat=2020-01-01T00:00:00Z\n";

    private final FileSystem fs;
    private final String warehouse;
    private final Path file;

    /** A lock in a folder of a file system. */
    public LockCases(FileSystem fs, String warehouse) {
        this.fs = fs;
        this.warehouse = warehouse;
        this.file = new Path(warehouse, "_lock");
    }

    /** Of takers at the same moment one gets it, and it is free again when that one has ended. */
    public void oneOfManyTakesIt() {
        for (int round = 0; round < 5; round++) {
            List<RunLock> taken = taken();
            assertThat(taken).as("round " + round).hasSize(1);
            taken.get(0).check();
            taken.get(0).close();
        }
        assertThat(isThere()).isFalse();
    }

    /** A lock without a heartbeat for years is free. */
    public void lockOfADeadOwnerIsTakenOver() {
        write(DEAD);
        RunLock lock = RunLock.take(fs, warehouse, "r1");
        lock.check();
        lock.close();
        assertThat(isThere()).isFalse();
    }

    /** Of takers that see a dead owner's lock at the same moment one gets it. */
    public void lockOfADeadOwnerIsTakenOverByOneOfMany() {
        for (int round = 0; round < 5; round++) {
            write(DEAD);
            List<RunLock> taken = taken();
            assertThat(taken).as("round " + round).hasSize(1);
            taken.get(0).close();
        }
    }

    /** An owner that lost it publishes nothing, and does not remove the other's. */
    public void lostLockIsNoticedAndLeftAlone() {
        RunLock lock = RunLock.take(fs, warehouse, "r1");
        write(DEAD);
        assertThatThrownBy(lock::check)
                .isInstanceOf(UserException.class)
                .hasMessageContaining("another run took the lock");
        lock.close();
        assertThat(isThere()).isTrue();
    }

    /** While it is renewed again and again nobody finds none. */
    public void renewedLockIsNeverGone() {
        AtomicInteger missing = new AtomicInteger();
        AtomicBoolean ended = new AtomicBoolean();
        try (RunLock lock = RunLock.take(fs, warehouse, "r1")) {
            Thread watch = new Thread(() -> {
                while (!ended.get()) {
                    missing.addAndGet(isThere() ? 0 : 1);
                }
            });
            watch.start();
            for (int i = 0; i < 50; i++) {
                lock.beat("r1");
            }
            lock.check();
            ended.set(true);
            watch.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
        assertThat(missing).hasValue(0);
    }

    private List<RunLock> taken() {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(TAKERS);
        try {
            List<Future<RunLock>> takers = new ArrayList<>();
            for (int i = 0; i < TAKERS; i++) {
                String run = "r" + i;
                Callable<RunLock> taker = () -> {
                    start.await();
                    return RunLock.take(fs, warehouse, run);
                };
                takers.add(threads.submit(taker));
            }
            start.countDown();
            List<RunLock> taken = new ArrayList<>();
            for (Future<RunLock> taker : takers) {
                try {
                    taken.add(taker.get());
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(UserException.class);
                }
            }
            return taken;
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void write(String text) {
        try (OutputStream out = fs.create(file, true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isThere() {
        try {
            return fs.exists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
