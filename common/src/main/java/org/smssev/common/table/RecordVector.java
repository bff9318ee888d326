package org.smssev.common.table;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.StructType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.smssev.common.table.TableDef.ColumnDef;

/** Rows of records, seen column by column, as Delta Kernel wants them. */
final class RecordVector implements ColumnVector {
    private final DataType type;
    private final List<?> values;

    private RecordVector(DataType type, List<?> values) {
        this.type = type;
        this.values = values;
    }

    /** A batch of rows of one record type. */
    static ColumnarBatch batch(Class<?> type, List<? extends Record> rows) {
        StructType schema = TableSchema.kernel(type);
        List<ColumnDef> columns = TableDef.columnsOf(type);
        return new ColumnarBatch() {
            @Override
            public StructType getSchema() {
                return schema;
            }

            @Override
            public ColumnVector getColumnVector(int ordinal) {
                return of(columns.get(ordinal), rows);
            }

            @Override
            public int getSize() {
                return rows.size();
            }
        };
    }

    private static ColumnVector of(ColumnDef column, List<?> rows) {
        Object[] values = new Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            Object row = rows.get(i);
            values[i] = row == null ? null : column.value((Record) row);
        }
        return new RecordVector(TableSchema.kernelType(column), Arrays.asList(values));
    }

    @Override
    public DataType getDataType() {
        return type;
    }

    @Override
    public int getSize() {
        return values.size();
    }

    @Override
    public void close() {}

    @Override
    public boolean isNullAt(int rowId) {
        return values.get(rowId) == null;
    }

    @Override
    public boolean getBoolean(int rowId) {
        return (Boolean) values.get(rowId);
    }

    @Override
    public int getInt(int rowId) {
        return values.get(rowId) instanceof LocalDate d ? (int) d.toEpochDay() : (Integer) values.get(rowId);
    }

    @Override
    public long getLong(int rowId) {
        return values.get(rowId) instanceof Instant t
                ? ChronoUnit.MICROS.between(Instant.EPOCH, t)
                : (Long) values.get(rowId);
    }

    @Override
    public double getDouble(int rowId) {
        return (Double) values.get(rowId);
    }

    @Override
    public String getString(int rowId) {
        return (String) values.get(rowId);
    }

    @Override
    public ArrayValue getArray(int rowId) {
        List<?> list = (List<?>) values.get(rowId);
        DataType element = ((io.delta.kernel.types.ArrayType) type).getElementType();
        return new ArrayValue() {
            @Override
            public int getSize() {
                return list.size();
            }

            @Override
            public ColumnVector getElements() {
                return new RecordVector(element, list);
            }
        };
    }

    @Override
    public ColumnVector getChild(int ordinal) {
        // A vector of structs: its values are the nested records.
        Class<?> recordType = values.stream()
                .filter(v -> v != null)
                .findFirst()
                .<Class<?>>map(Object::getClass)
                .orElse(null);
        if (recordType == null) {
            return new RecordVector(((StructType) type).at(ordinal).getDataType(), new ArrayList<>(values));
        }
        return of(TableDef.columnsOf(recordType).get(ordinal), values);
    }
}
