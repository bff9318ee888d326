package org.smssev.jobs.run;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableScan;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.MetaTables;

/** The tables of a published run as they were then, whatever happened since; read only, and without Spark. */
public final class RunTables {
    private final Warehouse warehouse;
    private final MetaTables.Run run;
    private final Map<String, Long> versions;

    /** The tables of a run of a warehouse. */
    public RunTables(Warehouse warehouse, MetaTables.Run run) {
        this.warehouse = warehouse;
        this.run = run;
        versions = run.tables().stream()
                .collect(Collectors.toMap(MetaTables.TableVersion::table, MetaTables.TableVersion::version));
    }

    /** The run. */
    public MetaTables.Run run() {
        return run;
    }

    /** The warehouse that the tables are in. */
    public Warehouse warehouse() {
        return warehouse;
    }

    /** Version of a table in this run, null where it has none; of a table of stage meta, which runs share, the newest. */
    public Long version(Class<? extends Record> table) {
        TableDef def = TableDef.of(table);
        if (def.stage().equals("meta")) {
            OptionalLong head = warehouse.head(def);
            return head.isPresent() ? head.getAsLong() : null;
        }
        return versions.get(def.name());
    }

    /**
     * A setting of the run, as text.
     *
     * @throws UserException with exit 3, if it was made before that setting was
     */
    public String setting(String key) {
        return run.settings().stream()
                .filter(setting -> setting.key().equals(key) && setting.value() != null)
                .map(MetaTables.Setting::value)
                .findFirst()
                .orElseThrow(() -> new UserException(
                        Exit.INPUT,
                        "run " + run.runId() + ": setting " + key
                                + " is not recorded, because another version of smssev made the run. Run again."));
    }

    /**
     * The rows of a table, in the order of their key.
     *
     * @throws UserException with exit 3, if the run has no such table
     */
    public <T extends Record> List<T> rows(Class<T> table) {
        return warehouse.read(table, required(table));
    }

    /**
     * The rows of a table of any size, one part after the other; to be closed.
     *
     * @throws UserException with exit 3, if the run has no such table
     */
    public <T extends Record> TableScan<T> scan(Class<T> table) {
        return warehouse.scan(table, required(table));
    }

    /** Whether the run has a table of the same part as another one, so that this part was computed. */
    private boolean hasAnyBeside(String table) {
        String part = table.substring(0, table.indexOf('.') + 1);
        return run.tables().stream().anyMatch(t -> t.table().startsWith(part));
    }

    private long required(Class<? extends Record> table) {
        Long version = version(table);
        if (version == null) {
            throw new UserException(
                    Exit.INPUT,
                    "run " + run.runId() + ": table " + TableDef.of(table).name()
                            + (hasAnyBeside(TableDef.of(table).name())
                                    ? " is missing, because another version of smssev made the run. Run `smssev run` again."
                                    : " is missing, because its stage was not run. Run `smssev run` without --to."));
        }
        return version;
    }
}
