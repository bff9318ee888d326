package org.smssev.common.table;

import io.delta.kernel.types.FieldMetadata;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.catalyst.ProjectingInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.table.TableDef.ColumnDef;
import scala.jdk.javaapi.CollectionConverters;

/** Schemas of a table for Spark and for Delta Kernel, both from its one declaration. */
public final class TableSchema {
    // Nullability is declared and checked by us before each commit; the stored schema leaves every column nullable, as
    // a NOT NULL column would ask for a writer feature that other readers and writers may lack.
    private static final boolean NULLABLE = true;

    private TableSchema() {}

    /** The schema for Spark, with comments; also of a record nested in a table. */
    public static StructType spark(Class<? extends Record> type) {
        StructType schema = new StructType();
        for (ColumnDef c : TableDef.columnsOf(type)) {
            schema = schema.add(new StructField(
                    c.name(),
                    sparkType(c),
                    NULLABLE,
                    new MetadataBuilder().putString("comment", c.comment()).build()));
        }
        return schema;
    }

    /** The schema for Delta Kernel, with comments. */
    public static io.delta.kernel.types.StructType kernel(Class<?> type) {
        return kernel(TableDef.columnsOf(type));
    }

    private static io.delta.kernel.types.StructType kernel(List<ColumnDef> columns) {
        io.delta.kernel.types.StructType schema = new io.delta.kernel.types.StructType();
        for (ColumnDef c : columns) {
            schema = schema.add(new io.delta.kernel.types.StructField(
                    c.name(),
                    kernelType(c),
                    NULLABLE,
                    FieldMetadata.builder().putString("comment", c.comment()).build()));
        }
        return schema;
    }

    /** Some of the columns. */
    static StructType only(StructType columns, Predicate<String> some) {
        return new StructType(Arrays.stream(columns.fields())
                .filter(field -> some.test(field.name()))
                .toArray(StructField[]::new));
    }

    /** Shows rows with some of their columns, in another order. */
    static ProjectingInternalRow projection(StructType rows, StructType columns) {
        return new ProjectingInternalRow(
                columns,
                CollectionConverters.asScala(Arrays.stream(columns.fieldNames())
                                .<Object>map(rows::fieldIndex)
                                .toList())
                        .toIndexedSeq());
    }

    private static DataType sparkType(ColumnDef c) {
        return switch (c.kind()) {
            case STRING -> DataTypes.StringType;
            case LONG -> DataTypes.LongType;
            case INT -> DataTypes.IntegerType;
            case DOUBLE -> DataTypes.DoubleType;
            case BOOLEAN -> DataTypes.BooleanType;
            case DATE -> DataTypes.DateType;
            case TIMESTAMP -> DataTypes.TimestampType;
            case STRINGS -> DataTypes.createArrayType(DataTypes.StringType, true);
            case STRUCTS -> DataTypes.createArrayType(spark(c.element().asSubclass(Record.class)), true);
        };
    }

    static io.delta.kernel.types.DataType kernelType(ColumnDef c) {
        return switch (c.kind()) {
            case STRING -> io.delta.kernel.types.StringType.STRING;
            case LONG -> io.delta.kernel.types.LongType.LONG;
            case INT -> io.delta.kernel.types.IntegerType.INTEGER;
            case DOUBLE -> io.delta.kernel.types.DoubleType.DOUBLE;
            case BOOLEAN -> io.delta.kernel.types.BooleanType.BOOLEAN;
            case DATE -> io.delta.kernel.types.DateType.DATE;
            case TIMESTAMP -> io.delta.kernel.types.TimestampType.TIMESTAMP;
            case STRINGS -> new io.delta.kernel.types.ArrayType(io.delta.kernel.types.StringType.STRING, true);
            case STRUCTS -> new io.delta.kernel.types.ArrayType(kernel(c.element()), true);
        };
    }
}
