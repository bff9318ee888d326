package org.smssev.jobs.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the stages of a group, which do not read one another, side by side. */
final class SideBySide {
    private SideBySide() {}

    /**
     * Runs all tasks. Where one fails the others come to their end, so that what they made need not be made again; then
     * the first failure, in the order given, is thrown, with the others suppressed in it.
     *
     * @param atOnce most tasks at once, 1 for one after the other, of which none starts after one that failed
     */
    static void run(int atOnce, List<Runnable> tasks) {
        if (atOnce == 1 || tasks.size() < 2) {
            tasks.forEach(Runnable::run);
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(atOnce, tasks.size()));
        try {
            // Threads are made as tasks are handed in, by this thread, whose session and job properties they inherit.
            List<Future<?>> running = new ArrayList<>();
            tasks.forEach(task -> running.add(threads.submit(task)));
            Throwable first = null;
            for (Future<?> task : running) {
                Throwable failure = failure(task);
                if (first == null) {
                    first = failure;
                } else if (failure != null) {
                    first.addSuppressed(failure);
                }
            }
            if (first instanceof RuntimeException e) {
                throw e;
            } else if (first instanceof Error e) {
                throw e;
            }
        } finally {
            threads.shutdownNow();
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
            throw new IllegalStateException("Interrupted while stages ran", e);
        }
    }
}
