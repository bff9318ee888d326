package org.smssev.common.table;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smssev.common.table.TableDef.ColumnDef;
import org.smssev.common.table.TableDef.Kind;

/** Makes records of what Delta Kernel read. */
final class RecordReader {
    private RecordReader() {}

    /** The selected rows of a batch whose columns are those of the record, in order. */
    static <T extends Record> void read(
            Class<T> type, ColumnarBatch batch, Optional<ColumnVector> selection, List<T> into) {
        List<ColumnDef> columns = TableDef.columnsOf(type);
        ColumnVector[] vectors = new ColumnVector[columns.size()];
        for (int c = 0; c < vectors.length; c++) {
            vectors[c] = batch.getColumnVector(c);
        }
        for (int row = 0; row < batch.getSize(); row++) {
            if (selection.isEmpty()
                    || (!selection.get().isNullAt(row) && selection.get().getBoolean(row))) {
                into.add(row(type, columns, vectors, row));
            }
        }
    }

    private static <T> T row(Class<T> type, List<ColumnDef> columns, ColumnVector[] vectors, int row) {
        Object[] values = new Object[vectors.length];
        for (int c = 0; c < values.length; c++) {
            values[c] = value(columns.get(c), vectors[c], row);
        }
        return TableDef.newRow(type, values);
    }

    private static Object value(ColumnDef c, ColumnVector v, int row) {
        if (v.isNullAt(row)) {
            return null;
        }
        return switch (c.kind()) {
            case STRING -> v.getString(row);
            case LONG -> v.getLong(row);
            case INT -> v.getInt(row);
            case DOUBLE -> v.getDouble(row);
            case BOOLEAN -> v.getBoolean(row);
            case DATE -> LocalDate.ofEpochDay(v.getInt(row));
            case TIMESTAMP -> Instant.EPOCH.plus(v.getLong(row), ChronoUnit.MICROS);
            case STRINGS, STRUCTS -> list(c, v.getArray(row));
        };
    }

    private static List<Object> list(ColumnDef c, ArrayValue array) {
        List<Object> list = new ArrayList<>(array.getSize());
        ColumnVector elements = array.getElements();
        if (c.kind() == Kind.STRINGS) {
            for (int i = 0; i < array.getSize(); i++) {
                list.add(elements.getString(i));
            }
            return list;
        }
        List<ColumnDef> columns = TableDef.columnsOf(c.element());
        ColumnVector[] children = new ColumnVector[columns.size()];
        for (int k = 0; k < children.length; k++) {
            children[k] = elements.getChild(k);
        }
        for (int i = 0; i < array.getSize(); i++) {
            list.add(row(c.element(), columns, children, i));
        }
        return list;
    }
}
