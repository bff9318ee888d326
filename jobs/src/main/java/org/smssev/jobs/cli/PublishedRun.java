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
                                "No run is published in " + config.warehouse() + "; run `smssev run --config "
                                        + project.file() + "` first")));
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
