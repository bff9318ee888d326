package org.smssev.common;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs tasks that do not read one another, stages of a group among them, side by side. */
public final class SideBySide {
    private SideBySide() {}

    /**
     * Runs all tasks. Once one fails no other starts, and those that run come to their end, so that nothing is written
     * any more when the failure is told; then the first failure, in the order given, is thrown, with the others
     * suppressed in it.
     *
     * @param atOnce most tasks at once, 1 for one after the other in this thread
     */
    public static void run(int atOnce, List<Runnable> tasks) {
        if (atOnce == 1 || tasks.size() < 2) {
            tasks.forEach(Runnable::run);
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(atOnce, tasks.size()));
        try {
            // Threads are made as tasks are handed in, by this thread, whose session and job properties they inherit.
            List<Future<?>> running = new ArrayList<>();
            AtomicBoolean failed = new AtomicBoolean();
            tasks.forEach(task -> running.add(threads.submit(() -> unless(failed, task))));
            Throwable first = null;
            for (Future<?> task : running) {
                Throwable failure = failure(task);
                if (first == null) {
                    first = failure;
                } else if (failure != null) {
                    first.addSuppressed(failure);
                }
            }
            if (first != null) {
                throw SideBySide.<RuntimeException>rethrow(first);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * What a task on another thread gives, once it has ended.
     *
     * @throws RuntimeException or whatever else the task threw, as it is: who tells of a full disk (an {@code FSError}) or of
     *     too little memory looks for that, not for what it may be wrapped in
     */
    public static <T> T result(Future<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for another thread", e);
        } catch (ExecutionException e) {
            throw SideBySide.<RuntimeException>rethrow(e.getCause());
        }
    }

    /** Throws a failure as it is: Spark's may be checked ones, which it does not declare. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException rethrow(Throwable failure) throws E {
        throw (E) failure;
    }

    private static void unless(AtomicBoolean failed, Runnable task) {
        if (failed.get()) {
            return;
        }
        boolean done = false;
        try {
            task.run();
            done = true;
        } finally {
            if (!done) {
                failed.set(true);
            }
        }
    }

    private static Throwable failure(Future<?> task) {
        try {
            task.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while tasks ran side by side", e);
        }
    }
}
