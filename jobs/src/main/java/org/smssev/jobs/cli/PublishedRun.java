package org.smssev.jobs.cli;

import java.util.List;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.grade.GradedRun;
import org.smssev.jobs.run.RunHistory;
import org.smssev.jobs.run.RunTables;

/** A published run with the tables as they were then. */
final class PublishedRun implements GradedRun.Source {
    private final RunTables tables;

    PublishedRun(Warehouse warehouse, MetaTables.Run run) {
        tables = new RunTables(warehouse, run);
    }

    /**
     * The run that readers see.
     *
     * @throws UserException with exit 3, if nothing is published
     */
    static PublishedRun latest(Project project, Config config) {
        Warehouse warehouse = project.warehouse(config);
        return new PublishedRun(
                warehouse,
                new RunHistory(warehouse)
                        .latest()
                        .orElseThrow(() -> new UserException(
                                Exit.INPUT,
                                config.warehouse() + ": no published run. Run `" + project.command("run")
                                        + "` first.")));
    }

    /**
     * A published run by its id, or the one that readers see.
     *
     * @param id the id, null for the last one published
     * @param option what the id was given by, for messages
     * @throws UserException with exit 2, naming those there are, if it is not published; with exit 3, if nothing is, or if
     *     it was pruned
     */
    static PublishedRun of(Project project, Config config, String id, String option) {
        if (id == null) {
            return latest(project, config);
        }
        Warehouse warehouse = project.warehouse(config);
        RunHistory history = new RunHistory(warehouse);
        List<MetaTables.Run> published = history.published();
        MetaTables.Run found = published.stream()
                .filter(run -> run.runId().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(published, id, option));
        history.requireReadable(found);
        return new PublishedRun(warehouse, found);
    }

    /** The error of an id that no published run has. */
    static UserException unknown(List<MetaTables.Run> published, String id, String option) {
        return new UserException(Exit.USAGE, option + ": run " + id + " is not published" + ids(published));
    }

    /** The published runs, as the end of a message. */
    static String ids(List<MetaTables.Run> published) {
        return ". Published runs: "
                + (published.isEmpty()
                        ? "none"
                        : String.join(
                                ", ",
                                published.stream()
                                        .map(run -> run.runId() + " (" + run.release() + ")")
                                        .toList()));
    }

    Warehouse warehouse() {
        return tables.warehouse();
    }

    MetaTables.Run run() {
        return tables.run();
    }

    /** The tables of the run, for what needs more than their rows. */
    RunTables tables() {
        return tables;
    }

    /** Version of a table in this run, null where it has none. */
    Long version(Class<? extends Record> table) {
        return tables.version(table);
    }

    @Override
    public <T extends Record> List<T> rows(Class<T> table) {
        return tables.rows(table);
    }
}
