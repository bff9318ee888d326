package org.smssev.common.table;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.smssev.common.table.TableDef.ColumnDef;
import org.smssev.common.table.TableDef.Kind;

/**
 * How a table as it was written, maybe by another version of the program, fits its declaration.
 *
 * @param added nullable columns that it lacks; they read as null
 * @param lacking columns that it lacks and that may not be null
 * @param changed columns of another type than declared
 * @param unknown columns that are not declared, so of a newer version of the program, or given up
 */
record SchemaFit(List<String> added, List<String> lacking, List<String> changed, List<String> unknown) {
    /** Compares; columns of nested records count as {@code column.nested}. */
    static SchemaFit of(TableDef def, StructType stored) {
        SchemaFit fit = new SchemaFit(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        fit.compare("", def.columns(), stored);
        return fit;
    }

    private void compare(String above, List<ColumnDef> declared, StructType stored) {
        Set<String> known = new HashSet<>();
        for (ColumnDef c : declared) {
            known.add(c.name());
            String name = above + c.name();
            int at = stored.indexOf(c.name());
            if (at < 0) {
                (c.nullable() ? added : lacking).add(name);
                continue;
            }
            DataType type = stored.at(at).getDataType();
            if (c.kind() == Kind.STRUCTS
                    && type instanceof ArrayType list
                    && list.getElementType() instanceof StructType element) {
                compare(name + ".", TableDef.columnsOf(c.element()), element);
            } else if (!TableSchema.kernelType(c).equivalent(type)) {
                changed.add(name);
            }
        }
        for (StructField f : stored.fields()) {
            if (!known.contains(f.getName())) {
                unknown.add(above + f.getName());
            }
        }
    }

    /** Whether its rows can be read as declared. */
    boolean isReadable() {
        return lacking.isEmpty() && changed.isEmpty();
    }

    /** Whether it is as declared, but for the order of columns. */
    boolean isSame() {
        return isReadable() && added.isEmpty() && unknown.isEmpty();
    }

    /** Why it cannot be read, to follow the name of the table. */
    String problem() {
        List<String> parts = new ArrayList<>();
        if (!lacking.isEmpty()) {
            parts.add("lacks " + String.join(", ", lacking));
        }
        if (!changed.isEmpty()) {
            parts.add("has another type in " + String.join(", ", changed));
        }
        return String.join(" and ", parts);
    }
}
