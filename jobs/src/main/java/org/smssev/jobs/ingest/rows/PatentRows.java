package org.smssev.jobs.ingest.rows;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.table.TableSchema;
import org.smssev.common.tables.IngestTables.Patent;

/** Patents as rows between the steps of the stage: the columns of the table, but dates as days since 1970. */
public final class PatentRows {
    /** Schema of the rows. */
    public static final StructType SCHEMA = schema();

    private PatentRows() {}

    private static StructType schema() {
        StructType schema = new StructType();
        for (StructField f : TableSchema.spark(Patent.class).fields()) {
            DataType type = f.dataType().equals(DataTypes.DateType) ? DataTypes.IntegerType : f.dataType();
            schema = schema.add(f.name(), type, true, f.metadata());
        }
        return schema;
    }

    /** The columns of such rows. */
    public static Column[] columns() {
        return Arrays.stream(SCHEMA.fieldNames()).map(functions::col).toArray(Column[]::new);
    }

    /** The columns of the table from those of such rows. */
    public static Column[] toTable() {
        return Arrays.stream(SCHEMA.fields())
                .map(f -> f.dataType().equals(DataTypes.IntegerType)
                        ? functions.date_from_unix_date(functions.col(f.name())).as(f.name())
                        : functions.col(f.name()))
                .toArray(Column[]::new);
    }
}
