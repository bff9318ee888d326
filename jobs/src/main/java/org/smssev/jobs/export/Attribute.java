package org.smssev.jobs.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableDef.ColumnDef;
import org.smssev.common.table.TableDef.Kind;

/**
 * A column of the nodes or of the edges of a network, named and explained as in the data dictionary.
 *
 * @param name name of the column
 * @param kind its type: a string, boolean or number
 * @param comment what it holds
 * @param value its value by the position of the node or edge; null where undefined
 */
record Attribute(String name, Kind kind, String comment, IntFunction<Object> value) {
    /** The columns of rows, but for those that the network as a whole or the ends of an edge tell. */
    static List<Attribute> of(Class<? extends Record> type, List<? extends Record> rows, Set<String> left) {
        List<Attribute> attributes = new ArrayList<>();
        for (ColumnDef column : TableDef.of(type).columns()) {
            if (!left.contains(column.name())) {
                attributes.add(
                        new Attribute(column.name(), column.kind(), column.comment(), i -> column.value(rows.get(i))));
            }
        }
        return attributes;
    }

    Attribute named(String other) {
        return new Attribute(other, kind, comment, value);
    }

    boolean isNumber() {
        return kind == Kind.INT || kind == Kind.LONG || kind == Kind.DOUBLE;
    }

    /** The value as a number, yes 1 and no 0; NaN where undefined. */
    double number(int i) {
        Object found = value.apply(i);
        if (found instanceof Boolean yes) {
            return yes ? 1 : 0;
        }
        return found instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** Whether each of so many rows has a value that is a number or a boolean. */
    boolean isDefinedForAll(int size) {
        for (int i = 0; i < size; i++) {
            if (!Double.isFinite(number(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether no value is below 0. */
    boolean isNeverNegative(int size) {
        for (int i = 0; i < size; i++) {
            if (number(i) < 0) {
                return false;
            }
        }
        return true;
    }
}
