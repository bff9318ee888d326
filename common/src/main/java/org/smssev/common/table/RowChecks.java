package org.smssev.common.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.smssev.common.table.TableDef.ColumnDef;

/** Checks rows of a small table against its declaration before they are committed. */
public final class RowChecks {
    private RowChecks() {}

    /**
     * The rows in the order of their key.
     *
     * @throws IllegalStateException naming table, key and column, if a value is null, out of its range or a key repeats
     */
    public static <T extends Record> List<T> checked(TableDef def, List<T> rows) {
        for (T row : rows) {
            for (ColumnDef c : def.columns()) {
                check(def, c, row);
            }
        }
        List<T> sorted = new ArrayList<>(rows);
        Comparator<Record> order = def.keyOrder();
        sorted.sort(order);
        for (int i = 1; i < sorted.size(); i++) {
            if (order.compare(sorted.get(i - 1), sorted.get(i)) == 0) {
                throw new IllegalStateException(
                        "Table " + def.name() + ": two rows have the key " + key(def, sorted.get(i)));
            }
        }
        return sorted;
    }

    private static void check(TableDef def, ColumnDef c, Record row) {
        Object v = c.value(row);
        if (v == null) {
            if (!c.nullable()) {
                throw broken(def, c, row, "is null");
            }
            return;
        }
        if (v instanceof Double d && (Double.isNaN(d) || Double.isInfinite(d))) {
            throw broken(def, c, row, "is " + d + "; an undefined figure must be null");
        }
        if (v instanceof Number n && (n.doubleValue() < c.min() || n.doubleValue() > c.max())) {
            throw broken(def, c, row, "is " + n + ", outside " + c.min() + " to " + c.max());
        }
        if (v instanceof String s && !c.oneOf().isEmpty() && !c.oneOf().contains(s)) {
            throw broken(def, c, row, "is " + s + ", not one of " + c.oneOf());
        }
        if (v instanceof String s && c.filled() && s.isEmpty()) {
            throw broken(def, c, row, "is empty");
        }
    }

    private static IllegalStateException broken(TableDef def, ColumnDef c, Record row, String what) {
        return new IllegalStateException(
                "Table " + def.name() + ", row " + key(def, row) + ": " + c.name() + " " + what);
    }

    private static List<Object> key(TableDef def, Record row) {
        List<Object> key = new ArrayList<>();
        def.key().forEach(k -> key.add(def.column(k).value(row)));
        return key;
    }
}
