package org.smssev.jobs.run;

/** Where a run says what it does; the command line prints it, a test may listen. */
public interface Progress {
    /** A run starts. */
    default void runStarts(String runId, String release) {}

    /**
     * A run ended.
     *
     * @param status PUBLISHED, NOTHING_NEW, COMPUTED (readers see an earlier run) or FAILED
     */
    default void runEnds(String runId, String status, double seconds) {}

    /** A stage failed; the run goes on to its end, and fails. */
    default void stageFails(String stage, String message) {}

    /** A stage starts, number {@code index} of {@code count}. */
    void stageStarts(String stage, int index, int count);

    /** A running stage reached a step; stages may run side by side. */
    void step(String stage, String step);

    /** Whether {@link #tasks} is of use. */
    default boolean wantsTasks() {
        return false;
    }

    /** The Spark job of a running stage did so many of its tasks, at a rate per second. */
    default void tasks(String stage, int done, int all, double rate) {}

    /** A stage ended; {@code detail} says with what. */
    void stageEnds(String stage, double seconds, String detail);

    /** A check of the stage that just ended warns. A message that starts with a small letter says what the value counts. */
    default void warning(String check, String subject, Double value, String message) {}

    /** A stage was up to date. */
    void stageUpToDate(String stage);

    /** Says nothing. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void stageStarts(String stage, int index, int count) {}

            @Override
            public void step(String stage, String step) {}

            @Override
            public void stageEnds(String stage, double seconds, String detail) {}

            @Override
            public void stageUpToDate(String stage) {}
        };
    }
}
