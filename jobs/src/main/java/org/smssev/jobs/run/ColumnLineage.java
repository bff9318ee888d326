package org.smssev.jobs.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smssev.common.stage.Stage;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableDef.ColumnDef;

/**
 * Which columns a column is made of, as the declarations of stages and tables tell it. A column has the values of the
 * columns of its name in what its stage reads: they are its DIRECT sources, and the keys of their rows INDIRECT ones. One
 * without a namesake is computed from the rows that the stage reads, which their keys tell apart: INDIRECT. Tables of one stage stand in the order in
 * which it writes them, and a column of one that no read table explains may come from those before it.
 */
final class ColumnLineage {
    private final Map<String, Map<String, List<Source>>> columns = new LinkedHashMap<>();

    /** A column of a table. */
    record Column(String table, String name) {}

    /**
     * A source of a column.
     *
     * @param direct whether its values are taken over as they are
     */
    record Source(Column column, boolean direct) {}

    /** The lineage over a flow of stages. */
    ColumnLineage(List<Stage> stages) {
        for (Stage stage : stages) {
            List<TableDef> read = stage.reads().stream().map(TableDef::of).toList();
            List<TableDef> before = new ArrayList<>();
            for (Class<? extends Record> table : stage.writes()) {
                TableDef def = TableDef.of(table);
                Map<String, List<Source>> of = new LinkedHashMap<>();
                def.columns().forEach(c -> of.put(c.name(), sources(c, read, before)));
                columns.put(def.name(), of);
                before.add(def);
            }
        }
    }

    private static List<Source> sources(ColumnDef column, List<TableDef> read, List<TableDef> before) {
        for (List<TableDef> tables : List.of(read, before)) {
            List<Source> namesakes = new ArrayList<>();
            for (TableDef t : tables) {
                if (t.columns().stream().anyMatch(c -> c.name().equals(column.name()))) {
                    namesakes.add(new Source(new Column(t.name(), column.name()), true));
                    t.key().stream()
                            .filter(k -> !k.equals(column.name()))
                            .forEach(k -> namesakes.add(new Source(new Column(t.name(), k), false)));
                }
            }
            if (!namesakes.isEmpty()) {
                return namesakes;
            }
        }
        List<Source> keys = new ArrayList<>();
        // The tables of a stage that reads none, ingest, are told apart by those it writes first.
        (read.isEmpty() ? before : read)
                .forEach(t -> t.key().forEach(k -> keys.add(new Source(new Column(t.name(), k), false))));
        return keys;
    }

    /** The sources of each column of a table. */
    Map<String, List<Source>> of(String table) {
        return columns.getOrDefault(table, Map.of());
    }

    /** All columns that a column is made of, near ones first. */
    Set<Column> upstream(Column column) {
        Set<Column> seen = new LinkedHashSet<>();
        List<Column> open = new ArrayList<>(List.of(column));
        while (!open.isEmpty()) {
            Column next = open.remove(0);
            for (Source s : of(next.table()).getOrDefault(next.name(), List.of())) {
                if (seen.add(s.column())) {
                    open.add(s.column());
                }
            }
        }
        return seen;
    }
}
