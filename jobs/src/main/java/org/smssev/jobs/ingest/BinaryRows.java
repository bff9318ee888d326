package org.smssev.jobs.ingest;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Function2;

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
     * @param columns names; {@code list.field} is the list of a field of the records of a list
     * @return rows each of which may come in the bytes of the one before it
     */
    static JavaRDD<InternalRow> of(Dataset<Row> rows, String... columns) {
        if (plan(rows).logical() instanceof LogicalRDD given) {
            Picked[] picked = Arrays.stream(columns)
                    .map(column -> Picked.of(rows.schema(), column))
                    .toArray(Picked[]::new);
            return given.rdd().toJavaRDD().map(row -> picked(row, picked));
        }
        Column[] some = Arrays.stream(columns).map(functions::col).toArray(Column[]::new);
        return of(rows.select(some));
    }

    /** The rows; each may come in the bytes of the one before it. */
    static JavaRDD<InternalRow> of(Dataset<Row> rows) {
        return plan(rows).toRdd().toJavaRDD();
    }

    private static QueryExecution plan(Dataset<Row> rows) {
        return ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution();
    }

    private static InternalRow picked(InternalRow row, Picked... columns) {
        Object[] values = new Object[columns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns[i].from(row);
        }
        return new GenericInternalRow(values);
    }

    /**
     * Where a column is.
     *
     * @param reader reads a value of the column, or of the field; null for a text, which is most of what there is
     * @param field place of a field in the records of a list; -1 for the column itself
     * @param fields how many these have
     */
    private record Picked(int place, Function2<SpecializedGetters, Object, Object> reader, int field, int fields)
            implements Serializable {
        private static final long serialVersionUID = 1L;

        static Picked of(StructType schema, String column) {
            int dot = column.indexOf('.');
            int place = schema.fieldIndex(dot < 0 ? column : column.substring(0, dot));
            DataType type = schema.apply(place).dataType();
            if (dot < 0) {
                return new Picked(place, reader(type), -1, 0);
            }
            StructType records = (StructType) ((ArrayType) type).elementType();
            int field = records.fieldIndex(column.substring(dot + 1));
            return new Picked(place, reader(records.apply(field).dataType()), field, records.length());
        }

        /** With rows asked by type at each value an ingest takes a fifth longer. */
        private static Function2<SpecializedGetters, Object, Object> reader(DataType type) {
            return type.equals(DataTypes.StringType) ? null : InternalRow.getAccessor(type, true);
        }

        Object from(InternalRow row) {
            if (field < 0) {
                return value(row, place);
            }
            if (row.isNullAt(place)) {
                return null;
            }
            ArrayData records = row.getArray(place);
            Object[] values = new Object[records.numElements()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(records.getStruct(i, fields), field);
            }
            return new GenericArrayData(values);
        }

        private Object value(InternalRow row, int at) {
            return reader == null ? row.getUTF8String(at) : reader.apply(row, at);
        }
    }

    /** Rows of a schema, in which anything may be null. */
    static Dataset<Row> dataset(SparkSession spark, RDD<InternalRow> rows, StructType schema) {
        return ((org.apache.spark.sql.classic.SparkSession) spark).internalCreateDataFrame(rows, schema, false);
    }
}
