package org.smssev.jobs.cli;

import java.util.Locale;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableDef.ColumnDef;
import org.smssev.common.tables.Views;
import org.smssev.jobs.Stages;

/** The data dictionary as a page. */
public final class DataDictionary {
    private DataDictionary() {}

    /** The text of {@code docs/tables.md}. */
    public static String markdown() {
        StringBuilder out =
                new StringBuilder("# Tables\n\nThis page is generated from the code; do not edit it. It lists every"
                        + " table and view with its key and columns. A table is the Delta table"
                        + " `<warehouse>/<stage>/<table>`. The views at the end are queries over the tables. They work in"
                        + " `smssev sql`, in a [catalog and in the Parquet mirror](reading.md).\n");
        Stages.tables().forEach(def -> {
            head(def, out);
            columns(def, out);
        });
        Views.all().forEach(view -> {
            head(view.table(), out);
            out.append("\nReads ").append(String.join(", ", view.reads())).append(".\n");
            columns(view.table(), out);
        });
        return out.toString();
    }

    private static void head(TableDef d, StringBuilder out) {
        out.append("\n## ").append(d.name()).append("\n\n").append(d.comment());
        out.append(" Key: `").append(String.join("`, `", d.key())).append("`.");
        out.append(d.append() ? " Rows are added and never changed.\n" : "\n");
    }

    private static void columns(TableDef d, StringBuilder out) {
        out.append("\n| Column | Type | Null | Holds |\n| --- | --- | --- | --- |\n");
        for (ColumnDef c : d.columns()) {
            String type = c.kind().toString().toLowerCase(Locale.ROOT);
            if (c.kind() == TableDef.Kind.STRUCTS) {
                type = "list of "
                        + String.join(
                                ", ",
                                TableDef.columnsOf(c.element()).stream()
                                        .map(ColumnDef::name)
                                        .toList());
            }
            out.append("| ").append(c.name()).append(" | ").append(type).append(" | ");
            out.append(c.nullable() ? "yes" : "")
                    .append(" | ")
                    .append(c.comment().replace("|", "\\|"));
            if (!c.oneOf().isEmpty()) {
                out.append(" (").append(String.join(", ", c.oneOf())).append(")");
            }
            out.append(" |\n");
        }
    }
}
