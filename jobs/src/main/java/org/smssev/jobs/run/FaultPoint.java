package org.smssev.jobs.run;

/**
 * Points at which a test may kill the process, to prove that a rerun ends where an undisturbed run does. The system
 * property {@code smssev.test.die-at} names one; without it nothing happens.
 */
final class FaultPoint {
    private static final String DIE_AT = System.getProperty("smssev.test.die-at", "");

    private FaultPoint() {}

    static void reached(String point) {
        if (!DIE_AT.isEmpty() && DIE_AT.equals(point)) {
            // As SIGKILL does: no shutdown hooks, no finally blocks, nothing flushed.
            Runtime.getRuntime().halt(137);
        }
    }
}
