package org.smssev.common.table;

import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.smssev.common.io.LocalPaths;
import org.smssev.common.table.TableDef.ColumnDef;

/**
 * Writes a table as one plain Parquet file that any reader takes, with the columns of the declaration. The same rows in
 * the same order give the same bytes.
 */
public final class PlainParquet {
    private PlainParquet() {}

    /**
     * Writes rows to a local file that does not exist yet.
     *
     * @param rows the rows, some at a time; none gives a file without rows
     */
    public static <T extends Record> void write(Path file, Class<T> type, Iterator<List<T>> rows) throws IOException {
        write(LocalPaths.plain(file), new Configuration(), type, rows);
        // Hadoop's checksum beside it, which other programs do not know.
        Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
    }

    /**
     * Writes rows to a file that does not exist yet, on any Hadoop file system.
     *
     * @param rows the rows, some at a time; none gives a file without rows
     */
    public static <T extends Record> void write(
            String file, Configuration hadoop, Class<T> type, Iterator<List<T>> rows) throws IOException {
        Iterator<List<T>> parts = withoutEmpty(rows);
        if (!parts.hasNext()) {
            writeEmpty(file, hadoop, type);
            return;
        }
        try (CloseableIterator<FilteredColumnarBatch> batches = batches(type, parts)) {
            DefaultEngine.create(hadoop).getParquetHandler().writeParquetFileAtomically(file, batches);
        }
    }

    /** Delta Kernel writes no file without rows; this one has the columns of the files that it writes. */
    private static void writeEmpty(String file, Configuration hadoop, Class<?> type) throws IOException {
        ExampleParquetWriter.builder(HadoopOutputFile.fromPath(new org.apache.hadoop.fs.Path(file), hadoop))
                // Without one it would parse all of Hadoop's defaults.
                .withConf(hadoop)
                .withType(new MessageType("DefaultKernelSchema", types(type)))
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .build()
                .close();
    }

    private static List<Type> types(Class<?> type) {
        return TableDef.columnsOf(type).stream().map(PlainParquet::type).toList();
    }

    private static Type type(ColumnDef column) {
        return switch (column.kind()) {
            case STRING -> text().named(column.name());
            case LONG -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
            case INT -> Types.optional(PrimitiveTypeName.INT32).named(column.name());
            case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
            case DATE ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(column.name());
            case TIMESTAMP ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MICROS))
                        .named(column.name());
            case STRINGS ->
                Types.optionalList().element(text().named("element")).named(column.name());
            case STRUCTS ->
                Types.optionalList()
                        .element(new GroupType(Type.Repetition.OPTIONAL, "element", types(column.element())))
                        .named(column.name());
        };
    }

    private static Types.PrimitiveBuilder<PrimitiveType> text() {
        return Types.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType());
    }

    private static <T> Iterator<List<T>> withoutEmpty(Iterator<List<T>> rows) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
                .filter(part -> !part.isEmpty())
                .iterator();
    }

    private static <T extends Record> CloseableIterator<FilteredColumnarBatch> batches(
            Class<T> type, Iterator<List<T>> parts) {
        return new CloseableIterator<>() {
            @Override
            public boolean hasNext() {
                return parts.hasNext();
            }

            @Override
            public FilteredColumnarBatch next() {
                return new FilteredColumnarBatch(RecordVector.batch(type, parts.next()), Optional.empty());
            }

            @Override
            public void close() {}
        };
    }
}
