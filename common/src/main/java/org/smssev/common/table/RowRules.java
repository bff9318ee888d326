package org.smssev.common.table;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.table.TableDef.ColumnDef;
import org.smssev.common.table.TableDef.Kind;

/** What a table's declaration asks of its columns, and how many of the rows seen so far break each rule. */
final class RowRules implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String table;
    private final List<Rule> rules = new ArrayList<>();
    private final long[] broken;

    /** Rules of a table, of which no row was seen yet. */
    RowRules(TableDef def) {
        this.table = def.name();
        for (int i = 0; i < def.columns().size(); i++) {
            ColumnDef c = def.columns().get(i);
            if (!c.nullable()) {
                rules.add(new NotNull(i, c.name()));
            }
            if (c.hasRange()) {
                rules.add(new Within(i, c.name(), c.kind(), c.min(), c.max()));
            }
            if (!c.oneOf().isEmpty()) {
                rules.add(new OneOf(
                        i,
                        c.name() + " is not one of " + c.oneOf(),
                        c.oneOf().stream().map(UTF8String::fromString).collect(Collectors.toUnmodifiableSet())));
            }
            if (c.filled()) {
                rules.add(new Filled(i, c.name()));
            }
        }
        this.broken = new long[rules.size()];
    }

    /** Counts the rules that a row breaks; its columns are those of the table. */
    void see(InternalRow row) {
        for (int i = 0; i < broken.length; i++) {
            if (rules.get(i).isBroken(row)) {
                broken[i]++;
            }
        }
    }

    /** Adds what another, of the same table, has counted. */
    void add(RowRules other) {
        for (int i = 0; i < broken.length; i++) {
            broken[i] += other.broken[i];
        }
    }

    /**
     * Goes on if no row broke a rule.
     *
     * @throws IllegalStateException naming the table, the first rule that is broken, and in how many rows
     */
    void requireKept() {
        for (int i = 0; i < broken.length; i++) {
            if (broken[i] > 0) {
                throw new IllegalStateException(String.format(
                        Locale.ROOT,
                        "Table %s: %s in %d rows",
                        table,
                        rules.get(i).what(),
                        broken[i]));
            }
        }
    }

    private sealed interface Rule extends Serializable {
        boolean isBroken(InternalRow row);

        /** What is the matter where it is broken. */
        String what();
    }

    private record NotNull(int at, String column) implements Rule {
        @Override
        public boolean isBroken(InternalRow row) {
            return row.isNullAt(at);
        }

        @Override
        public String what() {
            return column + " is null";
        }
    }

    private record Filled(int at, String column) implements Rule {
        @Override
        public boolean isBroken(InternalRow row) {
            return !row.isNullAt(at) && row.getUTF8String(at).numBytes() == 0;
        }

        @Override
        public String what() {
            return column + " is empty";
        }
    }

    private record OneOf(int at, String what, Set<UTF8String> values) implements Rule {
        @Override
        public boolean isBroken(InternalRow row) {
            return !row.isNullAt(at) && !values.contains(row.getUTF8String(at));
        }
    }

    private record Within(int at, String column, Kind kind, double min, double max) implements Rule {
        @Override
        public boolean isBroken(InternalRow row) {
            if (row.isNullAt(at)) {
                return false;
            }
            double value = switch (kind) {
                case INT -> row.getInt(at);
                case LONG -> row.getLong(at);
                case DOUBLE -> row.getDouble(at);
                default -> throw new IllegalStateException(column + " is no number, and so has no range");
            };
            // Not a number is in no range.
            return !(value >= min && value <= max);
        }

        @Override
        public String what() {
            return column + " is outside " + min + " to " + max;
        }
    }
}
