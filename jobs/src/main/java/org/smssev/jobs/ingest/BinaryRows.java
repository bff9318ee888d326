package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.ProjectingInternalRow;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.IndexedSeq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows as Spark holds them itself. Who reads them so is spared that each row and text is turned into objects, and back where
 * rows are made of them.
 */
final class BinaryRows {
    private BinaryRows() {}

    /**
     * The rows with some of their columns, in that order. Rows made by {@link #dataset} are read as they are, without a plan
     * and a copy of each.
     *
     * @return rows each of which may come in the bytes of the one before it
     */
    static JavaRDD<InternalRow> of(Dataset<Row> rows, String... columns) {
        QueryExecution plan = ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution();
        if (plan.logical() instanceof LogicalRDD given) {
            return picked(given.rdd().toJavaRDD(), rows.schema(), columns);
        }
        Column[] some = Arrays.stream(columns).map(functions::col).toArray(Column[]::new);
        return ((org.apache.spark.sql.classic.Dataset<Row>) rows.select(some))
                .queryExecution()
                .toRdd()
                .toJavaRDD();
    }

    private static JavaRDD<InternalRow> picked(JavaRDD<InternalRow> rows, StructType schema, String... columns) {
        StructType some = new StructType();
        List<Object> places = new ArrayList<>();
        for (String column : columns) {
            int place = schema.fieldIndex(column);
            places.add(place);
            some = some.add(schema.apply(place));
        }
        StructType picked = some;
        IndexedSeq<Object> from = CollectionConverters.asScala(places).toIndexedSeq();
        return rows.map(row -> {
            ProjectingInternalRow view = ProjectingInternalRow.apply(picked, from);
            view.project(row);
            return view;
        });
    }

    /** Rows of a schema, in which anything may be null. */
    static Dataset<Row> dataset(SparkSession spark, RDD<InternalRow> rows, StructType schema) {
        return ((org.apache.spark.sql.classic.SparkSession) spark).internalCreateDataFrame(rows, schema, false);
    }
}
