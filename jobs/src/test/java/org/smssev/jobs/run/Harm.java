package org.smssev.jobs.run;

import java.util.concurrent.atomic.AtomicBoolean;

/** Harm done once to a run in this process, at one of its fault points; closing takes it away. */
public final class Harm implements AutoCloseable {
    private final AtomicBoolean done = new AtomicBoolean();

    /** What ends a run where it stands; no part of the product catches it to go on. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        public Killed(String point) {
            super("killed at " + point);
        }
    }

    /** Harm at a point, such as {@code start grade}, {@code commit grade.technologies}, {@code end grade}, {@code publish}. */
    public Harm(String point, Runnable what) {
        FaultPoint.harm(reached -> {
            if (reached.equals(point) && done.compareAndSet(false, true)) {
                what.run();
            }
        });
    }

    /** The run is killed at a point. */
    public static Harm kill(String point) {
        return new Harm(point, () -> {
            throw new Killed(point);
        });
    }

    /** Whether the point was reached. */
    public boolean done() {
        return done.get();
    }

    @Override
    public void close() {
        FaultPoint.harm(FaultPoint::die);
    }
}
