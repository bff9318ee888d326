package org.smssev.notebook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.table.SparkTables;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.MetaTables;
import org.smssev.jobs.run.RunHistory;
import org.smssev.jobs.run.RunTables;
import org.smssev.jobs.run.SparkSessions;

/** The tables of a published run of a warehouse, read only. */
public final class Results {
    /** Environment variable and system property that name the warehouse of {@link #open()}. */
    static final String VARIABLE = "SMSSEV_WAREHOUSE";

    static final String PROPERTY = "smssev.warehouse";

    private final Warehouse warehouse;
    private final List<MetaTables.Run> published;
    private final RunTables tables;

    private Results(Warehouse warehouse, List<MetaTables.Run> published, MetaTables.Run run) {
        this.warehouse = warehouse;
        this.published = published;
        this.tables = new RunTables(warehouse, run);
    }

    /** The last published run of the warehouse that SMSSEV_WAREHOUSE names, else of {@code ../warehouse}. */
    public static Results open() {
        String named = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        return open(named == null ? "../warehouse" : named);
    }

    /**
     * The last published run of a warehouse.
     *
     * @param folder the warehouse, a local folder or a path of any Hadoop file system
     * @throws UserException INPUT if there is no warehouse, or nothing is published in it
     */
    public static Results open(String folder) {
        boolean isRemote = folder.matches("[a-z][a-z0-9+.-]+:.*");
        String path =
                isRemote ? folder : Path.of(folder).toAbsolutePath().normalize().toString();
        if (!isRemote && !Files.isDirectory(Path.of(path))) {
            throw new UserException(
                    Exit.INPUT,
                    path + ": no warehouse found. Make one with `smssev demo`, or name one in " + VARIABLE + ".");
        }
        Warehouse warehouse = new Warehouse(path, new Configuration());
        List<MetaTables.Run> published = new RunHistory(warehouse).published();
        if (published.isEmpty()) {
            throw new UserException(Exit.INPUT, path + ": no run is published. Run `smssev run` first.");
        }
        return new Results(warehouse, published, published.get(published.size() - 1));
    }

    /** The published runs, oldest first. */
    public List<MetaTables.Run> runs() {
        return published;
    }

    /** The run whose tables these are. */
    public MetaTables.Run run() {
        return tables.run();
    }

    /**
     * The tables of another published run.
     *
     * @throws UserException USAGE if no such run is published
     */
    public Results at(String runId) {
        return published.stream()
                .filter(run -> run.runId().equals(runId))
                .findFirst()
                .map(run -> new Results(warehouse, published, run))
                .orElseThrow(() -> new UserException(
                        Exit.USAGE,
                        runId + ": no such published run. Choose one of "
                                + String.join(
                                        ", ",
                                        published.stream()
                                                .map(MetaTables.Run::runId)
                                                .toList())));
    }

    /** The last run published of the release before this one's, else the run published before; empty for the first run. */
    public Optional<Results> before() {
        List<MetaTables.Run> earlier = published.subList(0, indexOf(run()));
        Optional<MetaTables.Run> otherRelease = earlier.stream()
                .filter(run -> !run.release().equals(run().release()))
                .reduce((a, b) -> b);
        return otherRelease
                .or(() -> earlier.stream().reduce((a, b) -> b))
                .map(run -> new Results(warehouse, published, run));
    }

    private int indexOf(MetaTables.Run run) {
        return published.stream().map(MetaTables.Run::runId).toList().indexOf(run.runId());
    }

    /** The rows of a table, in the order of their key; for tables that fit into memory. */
    public <T extends Record> List<T> rows(Class<T> table) {
        return tables.rows(table);
    }

    /** A setting of the run as text, e.g. of project.focal-country. */
    public String setting(String key) {
        return tables.setting(key);
    }

    /** A table of any size for Spark, which starts at the first call, on this machine. */
    public Dataset<Row> dataset(Class<? extends Record> table) {
        Long version = tables.version(table);
        if (version == null) {
            throw new UserException(
                    Exit.INPUT,
                    "run " + run().runId() + ": no table " + TableDef.of(table).name() + ". Run `smssev run` again.");
        }
        return new SparkTables(SparkSessions.open("local[*]", Map.of()), warehouse).read(table, version);
    }
}
