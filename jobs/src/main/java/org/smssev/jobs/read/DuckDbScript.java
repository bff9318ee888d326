package org.smssev.jobs.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableDef.ColumnDef;
import org.smssev.common.table.ViewDef;
import org.smssev.common.tables.Views;

/** The statements after which DuckDB reads a Parquet mirror under the names of the tables and views. */
public final class DuckDbScript {
    /** Functions of Spark that the views use and DuckDB has under other names. */
    private static final List<String> MACROS = List.of(
            "CREATE OR REPLACE MACRO explode(list) AS unnest(list)",
            "CREATE OR REPLACE MACRO array_size(list) AS len(list)",
            "CREATE OR REPLACE MACRO array_join(list, separator) AS CASE WHEN len(list) = 0 THEN ''"
                    + " ELSE list_reduce(list, lambda a, b: a || separator || b) END");

    private DuckDbScript() {}

    /**
     * A table in the mirror.
     *
     * @param def the table
     * @param files its file, or a pattern of its files, relative to the mirror
     * @param columns the columns that they have
     */
    public record Mirrored(TableDef def, String files, List<String> columns) {}

    /** The statements, in order. Paths are relative to the mirror, where DuckDB is to be started. */
    public static List<String> statements(List<Mirrored> tables) {
        Set<String> whole = new TreeSet<>();
        Set<String> schemas = new TreeSet<>();
        List<String> views = new ArrayList<>();
        for (Mirrored table : tables) {
            TableDef def = table.def();
            schemas.add(def.stage());
            views.add("CREATE OR REPLACE VIEW " + def.name() + " AS SELECT * FROM read_parquet("
                    + literal(table.files()) + ")");
            views.addAll(comments(def, table.columns()));
            if (def.columns().stream().map(ColumnDef::name).allMatch(table.columns()::contains)) {
                whole.add(def.name());
            }
        }
        for (ViewDef view : Views.all()) {
            if (whole.containsAll(view.reads())) {
                schemas.add(view.table().stage());
                views.add("CREATE OR REPLACE VIEW " + view.name() + " AS\n" + view.sql());
                views.addAll(comments(
                        view.table(),
                        view.table().columns().stream().map(ColumnDef::name).toList()));
                whole.add(view.name());
            }
        }
        List<String> statements = new ArrayList<>(MACROS);
        schemas.forEach(schema -> statements.add("CREATE SCHEMA IF NOT EXISTS " + schema));
        statements.addAll(views);
        return statements;
    }

    private static List<String> comments(TableDef def, List<String> columns) {
        List<String> comments = new ArrayList<>();
        comments.add("COMMENT ON VIEW " + def.name() + " IS " + literal(def.comment()));
        for (ColumnDef column : def.columns()) {
            if (columns.contains(column.name())) {
                comments.add("COMMENT ON COLUMN " + def.name() + ".\"" + column.name() + "\" IS "
                        + literal(column.comment()));
            }
        }
        return comments;
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
