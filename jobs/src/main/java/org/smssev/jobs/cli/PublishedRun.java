package org.smssev.jobs.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.config.Config;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.grade.GradedRun;
import org.smssev.jobs.run.RunHistory;

/** A published run with the tables as they were then. */
final class PublishedRun implements GradedRun.Source {
    private final Warehouse warehouse;
    private final MetaTables.Run run;
    private final Map<String, Long> versions;

    PublishedRun(Warehouse warehouse, MetaTables.Run run) {
        this.warehouse = warehouse;
        this.run = run;
        versions = run.tables().stream()
                .collect(Collectors.toMap(MetaTables.TableVersion::table, MetaTables.TableVersion::version));
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
        return run;
    }

    /** Version of a table in this run, null where it has none. */
    Long version(Class<? extends Record> table) {
        return versions.get(TableDef.of(table).name());
    }

    @Override
    public <T extends Record> List<T> rows(Class<T> table) {
        Long version = version(table);
        if (version == null) {
            throw new UserException(
                    Exit.INPUT,
                    "Run " + run.runId() + " has no table " + TableDef.of(table).name()
                            + ", as it was made by another version of this program");
        }
        return warehouse.read(table, version);
    }
}
