package org.smssev.jobs.ingest.rows;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.table.InternalRows;

/**
 * Rows as Spark holds them itself, and where in them the columns are that were asked for. Who reads them so is spared that
 * each row and text is turned into objects, and back where rows are made of them.
 *
 * @param rows each may come in the bytes of the one before it
 * @param places of the columns, in the order in which they were asked for
 */
public record BinaryRows(JavaRDD<InternalRow> rows, List<Place> places) {
    /**
     * Where a column is.
     *
     * @param column its place in a row
     * @param field place of a field in the records of a list; -1 for the column itself
     * @param fields how many these have
     */
    public record Place(int column, int field, int fields) implements Serializable {
        private static final long serialVersionUID = 1L;

        private static Place of(StructType schema, String name) {
            int dot = name.indexOf('.');
            if (dot < 0) {
                return new Place(schema.fieldIndex(name), -1, 0);
            }
            int column = schema.fieldIndex(name.substring(0, dot));
            StructType records = (StructType) ((ArrayType) schema.apply(column).dataType()).elementType();
            return new Place(column, records.fieldIndex(name.substring(dot + 1)), records.length());
        }

        /** Places of so many columns, from the first one. */
        static List<Place> inOrder(int columns) {
            return IntStream.range(0, columns)
                    .mapToObj(i -> new Place(i, -1, 0))
                    .toList();
        }

        /** A text, of a column that is none of lists; may be null. It is in the bytes of the row. */
        public UTF8String text(InternalRow row) {
            return row.getUTF8String(column);
        }

        /** A list; null if there is none. */
        public ArrayData list(InternalRow row) {
            return row.isNullAt(column) ? null : row.getArray(column);
        }

        /** A text of a list, or of the field of one of its records; may be null. */
        public UTF8String text(ArrayData list, int i) {
            return field < 0 ? list.getUTF8String(i) : list.getStruct(i, fields).getUTF8String(field);
        }
    }

    /**
     * Some columns of rows. Rows that were made without a plan are read as they are, without one and without a copy of each.
     *
     * @param columns names; {@code list.field} is the list of a field of the records of a list
     */
    public static BinaryRows of(InternalRows rows, String... columns) {
        if (rows.isMade()) {
            List<Place> places = Arrays.stream(columns)
                    .map(column -> Place.of(rows.schema(), column))
                    .toList();
            return new BinaryRows(rows.rows(), places);
        }
        Column[] some = Arrays.stream(columns).map(functions::col).toArray(Column[]::new);
        InternalRows selected = InternalRows.planned(rows.dataset().select(some));
        return new BinaryRows(selected.rows(), Place.inOrder(columns.length));
    }
}
