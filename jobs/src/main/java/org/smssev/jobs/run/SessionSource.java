package org.smssev.jobs.run;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.smssev.common.Beside;
import org.smssev.common.SideBySide;

/** A session that is started once, when it is first asked for or ahead of that, beside other work. */
public final class SessionSource implements Supplier<SparkSession>, AutoCloseable {
    private final FutureTask<SparkSession> opening;
    private boolean asked;

    /** A source of what is opened so. */
    public SessionSource(Supplier<SparkSession> open) {
        opening = new FutureTask<>(open::get);
    }

    /** Starts the session in the background; nothing happens where it was started. */
    public synchronized void ahead() {
        if (!asked) {
            asked = true;
            Beside.start("spark-start", opening);
        }
    }

    /** Whether the session is there, so that {@link #get} returns at once. */
    public boolean isOpen() {
        return opening.isDone();
    }

    /** The session; waits until it is there. */
    @Override
    public SparkSession get() {
        synchronized (this) {
            asked = true;
        }
        opening.run();
        return SideBySide.result(opening);
    }

    /** Stops the session, where one was started; why none could be was told to who asked for it. */
    @Override
    public synchronized void close() {
        if (asked) {
            opening.run();
            try {
                opening.get().stop();
            } catch (ExecutionException e) {
                // It is thrown where the session is asked for, and none is to be stopped.
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
