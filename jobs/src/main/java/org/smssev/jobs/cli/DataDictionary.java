package org.smssev.jobs.cli;

import java.util.Locale;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableDef.ColumnDef;

/** The data dictionary as a page. */
public final class DataDictionary {
    private DataDictionary() {}

    /** The text of {@code docs/tables.md}. */
    public static String markdown() {
        StringBuilder out =
                new StringBuilder("# Tables\n\nGenerated from the declarations; do not edit. Each table is the"
                        + " Delta table `<warehouse>/<stage>/<table>`.\n");
        TablesCommand.tables().forEach(d -> table(d, out));
        return out.toString();
    }

    private static void table(TableDef d, StringBuilder out) {
        out.append("\n## ").append(d.name()).append("\n\n").append(d.comment());
        out.append(" Key: `").append(String.join("`, `", d.key())).append("`.");
        out.append(d.append() ? " Rows are only added.\n" : "\n");
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
