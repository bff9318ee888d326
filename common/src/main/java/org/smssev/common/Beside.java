package org.smssev.common;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/**
 * Work on a thread of its own, beside that of the caller, who waits for its end in any case.
 *
 * @param <T> what it gives
 */
public final class Beside<T> implements AutoCloseable {
    private final FutureTask<T> task;
    private final Thread thread;

    /** Begins. */
    public Beside(String name, Callable<T> work) {
        task = new FutureTask<>(work);
        thread = start(name, task);
    }

    /** Starts a thread that keeps no program from ending. */
    public static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** What it gives, once it has ended; throws what it threw, as it is. */
    public T get() {
        return SideBySide.result(task);
    }

    /** Waits for its end. */
    @Override
    public void close() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
