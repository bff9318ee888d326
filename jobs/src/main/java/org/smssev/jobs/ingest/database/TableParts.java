package org.smssev.jobs.ingest.database;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.jobs.ingest.format.Field;

/** Puts the tables of a database of several tables together to records. Stateless. */
final class TableParts {
    /** Number of the record within the base table. */
    static final String RECORD = "_record_no";
    /** Role of the table that a record is from. */
    static final String TABLE = "_table";

    private static final String SEPARATOR = String.valueOf(Field.SEPARATOR);

    private TableParts() {}

    /** A text column, trimmed, null where it is empty or the table has no such column. */
    static Column text(Dataset<Row> table, String name) {
        boolean isThere = Arrays.stream(table.columns()).anyMatch(c -> c.equalsIgnoreCase(name));
        return isThere ? filled(trim(plain(col(name)))) : nothing();
    }

    /** Text in which no separator stands. Looked for first, which is much quicker than to translate all of an abstract. */
    private static Column plain(Column text) {
        return when(text.contains(SEPARATOR), replace(text, lit(SEPARATOR), lit(" ")))
                .otherwise(text);
    }

    /** Null where the text is empty. */
    static Column filled(Column text) {
        return when(text.notEqual(""), text);
    }

    /** No text. */
    static Column nothing() {
        return lit(null).cast("string");
    }

    /** The number of a sequence column, also of one of decimals; null where it is none. */
    static Column number(Column text) {
        return regexp_replace(text, "\\.0+$", "").try_cast("bigint");
    }

    /**
     * Lists by key: values of rows with the key, in the order of the columns of {@code order}, then of the values
     * themselves, so that it does not depend on partitions.
     *
     * @param key column of {@code rows} that rows are put together by
     * @param order what comes first; nulls do
     * @param values name of a column of the result to what it takes from a row; several are aligned, null is empty
     * @return the key and a text column of each value, {@link Field#SEPARATOR} between the values
     */
    static Dataset<Row> lists(Dataset<Row> rows, Column key, List<Column> order, Map<String, Column> values) {
        List<String> names = List.copyOf(values.keySet());
        List<Column> columns = new ArrayList<>(List.of(col("_key")));
        for (int i = 0; i < names.size(); i++) {
            columns.add(array_join(values(i), SEPARATOR).as(names.get(i)));
        }
        return collected(rows, key, order, List.copyOf(values.values())).select(columns.toArray(Column[]::new));
    }

    /** A list of one value a row; rows without it are left out, and a key without any has none. */
    static Dataset<Row> list(Dataset<Row> rows, Column key, List<Column> order, Field field, Column value) {
        // Left out here, not before: a condition on the value would be worked out apart from it, and so twice.
        Column filled = filter(values(0), v -> v.notEqual(""));
        return collected(rows, key, order, List.of(value))
                .select(col("_key"), array_join(filled, SEPARATOR).as(field.key()));
    }

    private static Column values(int i) {
        return transform(col("_values"), v -> v.getField("v" + i));
    }

    /** By key, the rows' order and values in an array, sorted, each once: a table may be there twice, packed and unpacked. */
    private static Dataset<Row> collected(Dataset<Row> rows, Column key, List<Column> order, List<Column> values) {
        List<Column> parts = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            parts.add(order.get(i).as("o" + i));
        }
        for (int i = 0; i < values.size(); i++) {
            parts.add(coalesce(values.get(i), lit("")).as("v" + i));
        }
        return rows.select(key.as("_key"), struct(parts.toArray(Column[]::new)).as("_value"))
                .where(col("_key").isNotNull())
                .groupBy("_key")
                .agg(sort_array(collect_set("_value")).as("_values"));
    }

    /** One row a key, of several the least by its values. */
    static Dataset<Row> first(Dataset<Row> rows, Column key, Map<String, Column> values) {
        List<Column> parts = new ArrayList<>();
        values.forEach((name, value) -> parts.add(value.as(name)));
        Dataset<Row> least = rows.select(
                        key.as("_key"), struct(parts.toArray(Column[]::new)).as("_value"))
                .where(col("_key").isNotNull())
                .groupBy("_key")
                .agg(min("_value").as("_least"));
        List<Column> columns = new ArrayList<>(List.of(col("_key")));
        values.keySet().forEach(name -> columns.add(col("_least").getField(name).as(name)));
        return least.select(columns.toArray(Column[]::new));
    }

    /** The records of a base table: its bookkeeping columns, which start with an underscore, and what it gives itself. */
    static Dataset<Row> records(Dataset<Row> base, Map<String, Column> values) {
        List<Column> columns = new ArrayList<>();
        for (String name : base.columns()) {
            if (name.startsWith("_")) {
                columns.add(col(name));
            }
        }
        values.forEach((name, value) -> columns.add(value.as(name)));
        return base.select(columns.toArray(Column[]::new));
    }

    /** Joins what was put together by key; records without it keep nulls. */
    static Dataset<Row> with(Dataset<Row> records, Column key, Dataset<Row> parts) {
        return records.join(parts, key.equalTo(parts.col("_key")), "left").drop(parts.col("_key"));
    }

    /**
     * The records with the bookkeeping columns of the base table and one text column for each field, null where it has none.
     *
     * @param role role of the base table
     */
    static Dataset<Row> fields(Dataset<Row> records, String role) {
        List<String> present = List.of(records.columns());
        List<Column> columns = new ArrayList<>(List.of(lit(role).as(TABLE)));
        present.stream().filter(c -> c.startsWith("_") && !c.equals(TABLE)).forEach(c -> columns.add(col(c)));
        for (Field field : Field.values()) {
            boolean isThere = present.contains(field.key());
            columns.add((isThere ? filled(col(field.key())) : nothing()).as(field.key()));
        }
        return records.select(columns.toArray(Column[]::new));
    }
}
