package org.smssev.jobs.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.smssev.common.table.SparkTables;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableDef.ColumnDef;
import org.smssev.common.table.Warehouse;

/** Compares two versions of a table, row for row. */
final class TableComparison {
    private static final int SHOWN = 80;

    private TableComparison() {}

    /**
     * The first row, by key, that differs.
     *
     * @param table name of the table
     * @param key its key, as {@code column=value}
     * @param what which columns differ, and how; or that one of the two lacks the row
     */
    record Difference(String table, String key, String what) {}

    /** A version of a table in a warehouse. */
    record Side(Warehouse warehouse, long version) {}

    /** The first difference; large tables are compared by Spark. */
    static Optional<Difference> first(
            Class<? extends Record> type, Side recorded, Side replayed, Supplier<SparkSession> spark) {
        return TableDef.of(type).large()
                ? large(type, recorded, replayed, spark.get())
                : small(type, recorded, replayed);
    }

    private static <T extends Record> Optional<Difference> small(Class<T> type, Side recorded, Side replayed) {
        return first(
                TableDef.of(type),
                recorded.warehouse().read(type, recorded.version()),
                replayed.warehouse().read(type, replayed.version()));
    }

    /** The first difference between rows that are in the order of their key. */
    static <T extends Record> Optional<Difference> first(TableDef def, List<T> recorded, List<T> replayed) {
        int i = 0;
        int j = 0;
        while (i < recorded.size() || j < replayed.size()) {
            T a = i < recorded.size() ? recorded.get(i) : null;
            T b = j < replayed.size() ? replayed.get(j) : null;
            int order = a == null ? 1 : b == null ? -1 : def.keyOrder().compare(a, b);
            if (order < 0) {
                return Optional.of(new Difference(def.name(), key(def, a), "this row is missing in the replay"));
            } else if (order > 0) {
                return Optional.of(new Difference(def.name(), key(def, b), "this row is missing in the recorded run"));
            } else if (!a.equals(b)) {
                return Optional.of(new Difference(def.name(), key(def, a), columns(def, a, b)));
            }
            i++;
            j++;
        }
        return Optional.empty();
    }

    private static String key(TableDef def, Record row) {
        return String.join(
                ", ",
                def.key().stream().map(k -> k + "=" + def.column(k).value(row)).toList());
    }

    private static String columns(TableDef def, Record a, Record b) {
        List<String> differ = new ArrayList<>();
        for (ColumnDef c : def.columns()) {
            add(differ, c.name(), c.value(a), c.value(b));
        }
        return String.join("; ", differ);
    }

    private static void add(List<String> differ, String column, Object a, Object b) {
        if (!Objects.equals(a, b)) {
            differ.add(String.format(Locale.ROOT, "%s was %s and is now %s", column, shown(a), shown(b)));
        }
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }

    private static Optional<Difference> large(
            Class<? extends Record> type, Side recorded, Side replayed, SparkSession spark) {
        TableDef def = TableDef.of(type);
        String[] key = def.key().toArray(String[]::new);
        List<Row> differ = rows(type, recorded, "recorded", spark)
                .join(rows(type, replayed, "replayed", spark), key, "full_outer")
                .where(not(col("recorded").eqNullSafe(col("replayed"))))
                .orderBy(def.key().stream().map(k -> col(k)).toArray(Column[]::new))
                .limit(1)
                .collectAsList();
        return differ.stream().findFirst().map(row -> difference(def, row));
    }

    /** Key and whole row, so that a row which one side lacks is null. */
    private static Dataset<Row> rows(Class<? extends Record> type, Side side, String as, SparkSession spark) {
        TableDef def = TableDef.of(type);
        List<Column> columns = new ArrayList<>();
        def.key().forEach(k -> columns.add(col(k)));
        columns.add(struct(def.columns().stream().map(c -> col(c.name())).toArray(Column[]::new))
                .as(as));
        return new SparkTables(spark, side.warehouse())
                .read(type, side.version())
                .select(columns.toArray(Column[]::new));
    }

    private static Difference difference(TableDef def, Row row) {
        Row recorded = row.getAs("recorded");
        Row replayed = row.getAs("replayed");
        String key = String.join(
                ", ", def.key().stream().map(k -> k + "=" + row.getAs(k)).toList());
        if (recorded == null || replayed == null) {
            return new Difference(
                    def.name(), key, "this row is missing in the " + (recorded == null ? "recorded run" : "replay"));
        }
        List<String> differ = new ArrayList<>();
        for (int i = 0; i < recorded.size(); i++) {
            add(differ, recorded.schema().fieldNames()[i], recorded.get(i), replayed.get(i));
        }
        return new Difference(def.name(), key, String.join("; ", differ));
    }
}
