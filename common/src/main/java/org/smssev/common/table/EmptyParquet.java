package org.smssev.common.table;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.execution.datasources.parquet.SparkToParquetSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;

/** Parquet files with columns and no rows, which Delta Kernel does not write. */
final class EmptyParquet {
    private EmptyParquet() {}

    static void write(Class<? extends Record> type, String file, Configuration hadoop) throws IOException {
        SQLConf settings = new SQLConf();
        settings.setConfString("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
        MessageType schema = new SparkToParquetSchemaConverter(settings).convert(TableSchema.spark(type));
        ExampleParquetWriter.builder(HadoopOutputFile.fromPath(new Path(file), hadoop))
                .withType(schema)
                .build()
                .close();
    }
}
