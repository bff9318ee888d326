package org.smssev.jobs.ingest;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.table.InternalRows;
import org.smssev.common.table.PlacesInFile;
import org.smssev.common.table.StoredTable;
import scala.jdk.javaapi.CollectionConverters;

/** Some publications of an earlier release, which are read once and kept. */
final class MetPatents implements AutoCloseable {
    private final StoredTable table;
    /** Null if there are none. */
    private final KeptRows kept;

    /**
     * Publications that are to be read, by {@link #read}.
     *
     * @param columns those that are read; others are null
     * @param places where they are, by the paths of the files; those of rows that are deleted do not count
     */
    MetPatents(StoredTable table, List<String> columns, Map<String, PlacesInFile> places) {
        this.table = table;
        StructType schema = table.schema();
        JavaRDD<InternalRow> read = table.at(columns, places).rows();
        this.kept = read.getNumPartitions() == 0
                ? null
                : new KeptRows(
                        table.spark(), read.mapPartitions(rows -> binary(rows, columns, schema, Map.of())), schema);
    }

    /** Reads publications, all of them in one job. */
    static void read(MetPatents... some) {
        KeptRows.make(Arrays.stream(some).map(met -> met.kept).filter(Objects::nonNull));
    }

    /**
     * Rows of all columns in Spark's binary form, each in the bytes of the one before it.
     *
     * @param columns those that the rows have; others are null
     * @param set columns that get a value in all rows
     */
    static Iterator<InternalRow> binary(
            Iterator<InternalRow> rows, List<String> columns, StructType schema, Map<String, Object> set) {
        UnsafeProjection binary = UnsafeProjection.create(CollectionConverters.asScala(Arrays.stream(schema.fields())
                        .map(field -> expression(field, columns.indexOf(field.name()), set))
                        .toList())
                .toSeq());
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
