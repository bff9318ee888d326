package org.smssev.common.stage;

import java.util.List;
import java.util.Optional;
import org.smssev.common.config.Config;

/**
 * A stage of the flow. It declares what it reads, writes and depends on; order, up-to-date check, lineage and help
 * follow from that. A stage reads tables, calls a pure class, and writes tables.
 */
public interface Stage {
    /** The word of the command line, e.g. {@code cluster}. */
    String name();

    /** One sentence for the help. */
    String description();

    /** Tables it reads, as made by this run. */
    List<Class<? extends Record>> reads();

    /** Tables it writes; it writes each of them in every run. */
    List<Class<? extends Record>> writes();

    /** The settings it depends on: records or values of the configuration. A change of any makes it run again. */
    List<Object> settings(Config config);

    /**
     * The limits at which it fails, on which its tables do not depend: what was published within other limits is taken over,
     * and what was not is computed again.
     */
    default List<Object> limits(Config config) {
        return List.of();
    }

    /** The files from outside that it reads. */
    default List<FileRef> files(Config config) {
        return List.of();
    }

    /** Whether it builds on its own tables as published by the run of an earlier release. */
    default boolean buildsOnEarlierRelease() {
        return false;
    }

    /** The files it leaves beside the tables, relative to the warehouse; where one is missing the stage runs again. */
    default List<String> artifacts() {
        return List.of();
    }

    /** Memory that it is expected to need, if tables have so many rows; for what is told before a run. */
    default List<Need> needs(Config config, ExpectedRows expected) {
        return List.of();
    }

    /** Whether it reads the figures and conventions that the stages before it recorded, and so waits for all of them. */
    default boolean readsFigures() {
        return false;
    }

    /**
     * Whether its tables may be taken over from an earlier computation of the same inputs; where they may not, it runs again
     * and tells why.
     */
    default boolean mayBeTakenOver(StageContext context) {
        return true;
    }

    /**
     * Adds the rows of a run that is about to be published to tables that are added to, where the stage's tables are
     * taken over from an earlier computation.
     */
    default void takenOver(StageContext context) {}

    /**
     * Makes ready what it needs beside its files, while these are digested: asked for where it will be computed whatever they
     * are. {@link #run} takes it by {@link StageContext#prepared}; where it is not asked for, that has nothing.
     *
     * @param context without files
     */
    default Optional<? extends Prepared> prepare(StageContext context) {
        return Optional.empty();
    }

    /** Computes its tables. */
    void run(StageContext context);
}
