package org.smssev.jobs.ingest;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.InterpretedUnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.StoredTable;
import org.smssev.jobs.ingest.rows.KeptRows;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Publications of an earlier release that a later one meets, which are read once and kept. */
final class MetPatents implements AutoCloseable {
    private final StoredTable table;
    /** Null if there are none. */
    private final KeptRows kept;

    /**
     * Keeps publications.
     *
     * @param table their table
     * @param read some of them each, with some of its columns; the others are null
     */
    MetPatents(StoredTable table, List<InternalRows> read) {
        this.table = table;
        this.kept = read.stream()
                .filter(some -> some.rows().getNumPartitions() > 0)
                .map(some -> binary(some, table.schema()))
                .reduce(JavaRDD::union)
                .map(rows -> new KeptRows(table.spark(), rows, table.schema()))
                .orElse(null);
        if (kept != null) {
            kept.make();
        }
    }

    private static JavaRDD<InternalRow> binary(InternalRows some, StructType schema) {
        List<String> columns = List.of(some.schema().fieldNames());
        return some.rows().mapPartitions(rows -> binary(rows, columns, schema, Map.of(), true));
    }

    /**
     * Rows of all columns in Spark's binary form, each in the bytes of the one before it.
     *
     * @param columns those that the rows have; others are null
     * @param set columns that get a value in all rows
     * @param areFew whether they are that few that no code is generated for them, as the compiler that Spark brings along takes
     *     longer to start
     */
    static Iterator<InternalRow> binary(
            Iterator<InternalRow> rows,
            List<String> columns,
            StructType schema,
            Map<String, Object> set,
            boolean areFew) {
        Seq<Expression> expressions = CollectionConverters.asScala(Arrays.stream(schema.fields())
                        .map(field -> expression(field, columns.indexOf(field.name()), set))
                        .toList())
                .toSeq();
        UnsafeProjection binary = areFew
                ? InterpretedUnsafeProjection.createProjection(expressions)
                : UnsafeProjection.create(expressions);
        return CollectionConverters.asJava(
                CollectionConverters.asScala(rows).map(row -> (InternalRow) binary.apply(row)));
    }

    private static Expression expression(StructField field, int column, Map<String, Object> set) {
        if (set.containsKey(field.name())) {
            return Literal.create(set.get(field.name()), field.dataType());
        }
        return column < 0 ? Literal.create(null, field.dataType()) : new BoundReference(column, field.dataType(), true);
    }

    /** The publications, in Spark's binary form. */
    InternalRows rows() {
        return kept == null ? table.withFiles(List.of()).scan().rows() : kept.rows();
    }

    @Override
    public void close() {
        if (kept != null) {
            kept.close();
        }
    }
}
