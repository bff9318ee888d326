package org.smssev.common.table;

import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.internal.util.Utils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.execution.datasources.parquet.SparkToParquetSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;

/** Writes rows of a table as a Parquet file of its own, outside of any Delta table. */
public final class PlainParquet {
    private PlainParquet() {}

    /** Writes rows, in the order of their key, as one file, which must not exist; without rows, with the columns alone. */
    public static <T extends Record> void write(Class<T> type, List<T> rows, String file, Configuration hadoop) {
        List<T> sorted = new ArrayList<>(rows);
        sorted.sort(TableDef.of(type).keyOrder());
        try {
            if (rows.isEmpty()) {
                writeColumns(type, file, hadoop);
                return;
            }
            DefaultEngine.create(hadoop)
                    .getParquetHandler()
                    .writeParquetFileAtomically(
                            file,
                            Utils.singletonCloseableIterator(
                                    new FilteredColumnarBatch(RecordVector.batch(type, sorted), Optional.empty())));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** Delta Kernel writes no file without rows. */
    private static void writeColumns(Class<? extends Record> type, String file, Configuration hadoop)
            throws IOException {
        SQLConf settings = new SQLConf();
        settings.setConfString("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
        MessageType schema = new SparkToParquetSchemaConverter(settings).convert(TableSchema.spark(type));
        ExampleParquetWriter.builder(HadoopOutputFile.fromPath(new Path(file), hadoop))
                .withType(schema)
                .build()
                .close();
    }
}
