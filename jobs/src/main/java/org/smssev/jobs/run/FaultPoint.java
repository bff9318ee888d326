package org.smssev.jobs.run;

import java.util.function.Consumer;

/**
 * Points at which a test may disturb a run, to prove that a rerun ends where an undisturbed run does. The system property
 * {@code smssev.test.die-at} names one at which the process dies; a test in the same process may do other harm. Without
 * either nothing happens.
 */
final class FaultPoint {
    private static final String DIE_AT = System.getProperty("smssev.test.die-at", "");
    private static volatile Consumer<String> harm = FaultPoint::die;

    private FaultPoint() {}

    static void reached(String point) {
        harm.accept(point);
    }

    /** What happens at each point from now on. */
    static void harm(Consumer<String> what) {
        harm = what;
    }

    /** The process dies at the point that the property names. */
    static void die(String point) {
        if (DIE_AT.equals(point)) {
            // As SIGKILL does: no shutdown hooks, no finally blocks, nothing flushed.
            Runtime.getRuntime().halt(137);
        }
    }
}
