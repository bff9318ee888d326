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
        thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
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
