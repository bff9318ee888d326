package org.smssev.jobs.read;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.smssev.common.table.TableDef;

/** The statements that register a warehouse in the catalog of a Spark installation: tables, and views at a run. */
public final class CatalogScript {
    /** Schema of the tables themselves, whose heads nobody should read. */
    private static final String HEADS = "delta_tables";

    private CatalogScript() {}

    /**
     * The statements, in order.
     *
     * @param prefix what the names of all schemas start with; empty for the names that {@code smssev sql} has
     */
    public static List<String> statements(Catalog catalog, String prefix) {
        String heads = prefix + HEADS;
        List<String> statements = new ArrayList<>();
        statements.add("CREATE SCHEMA IF NOT EXISTS " + heads + " COMMENT "
                + Quoting.literal(
                        "Delta tables of smssev. Read the views instead: these tables may show an unfinished run."));
        for (TableDef def : catalog.tables()) {
            statements.add("CREATE TABLE IF NOT EXISTS " + heads + "." + plain(def) + " USING delta LOCATION "
                    + Quoting.literal(catalog.warehouse().location(def)));
        }
        statements.addAll(catalog.statements(
                new TreeSet<>(catalog.names()),
                name -> prefix + name,
                (def, version) -> heads + "." + plain(def) + " VERSION AS OF " + version));
        return statements;
    }

    /** The name of a table within one schema. */
    private static String plain(TableDef def) {
        return def.name().replace('.', '_');
    }
}
