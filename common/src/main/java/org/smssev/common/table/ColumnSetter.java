package org.smssev.common.table;

import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;

/**
 * Copies Parquet files in which columns of text get one value in all rows. The other columns go over as they are stored; they
 * are not decoded, let alone rows made of them.
 */
final class ColumnSetter {
    private final Configuration hadoop;
    private final Map<String, String> set;
    private final ParquetProperties properties = ParquetProperties.builder().build();

    /**
     * Sets columns.
     *
     * @param set the value of each, by the name of the column
     */
    ColumnSetter(Configuration hadoop, Map<String, String> set) {
        this.hadoop = hadoop;
        this.set = Map.copyOf(set);
    }

    /** Copies a file to one that is not there yet; the rows keep their places. */
    void copy(Path from, Path to) throws IOException {
        HadoopInputFile file = HadoopInputFile.fromPath(from, hadoop);
        try (ParquetFileReader reader = ParquetFileReader.open(file);
                SeekableInputStream bytes = file.newStream()) {
            MessageType schema = reader.getFooter().getFileMetaData().getSchema();
            set.keySet().stream()
                    .filter(column -> !schema.containsField(column))
                    .forEach(column -> {
                        throw new IllegalStateException("File " + from + " has no column " + column);
                    });
            try (ParquetFileWriter writer = new ParquetFileWriter(
                    HadoopOutputFile.fromPath(to, hadoop),
                    schema,
                    ParquetFileWriter.Mode.CREATE,
                    ParquetWriter.DEFAULT_BLOCK_SIZE,
                    ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
                    null,
                    properties)) {
                writer.start();
                for (BlockMetaData block : reader.getFooter().getBlocks()) {
                    writer.startBlock(block.getRowCount());
                    for (ColumnChunkMetaData chunk : block.getColumns()) {
                        copy(chunk, schema, reader, bytes, writer, block.getRowCount());
                    }
                    writer.endBlock();
                }
                writer.end(reader.getFooter().getFileMetaData().getKeyValueMetaData());
            }
        }
    }

    private void copy(
            ColumnChunkMetaData chunk,
            MessageType schema,
            ParquetFileReader reader,
            SeekableInputStream bytes,
            ParquetFileWriter writer,
            long rows)
            throws IOException {
        String[] path = chunk.getPath().toArray();
        if (path.length == 1 && set.containsKey(path[0])) {
            write(chunk, new MessageType(schema.getName(), schema.getType(path[0])), writer, rows);
        } else {
            writer.appendColumnChunk(
                    schema.getColumnDescription(path),
                    bytes,
                    chunk,
                    reader.readBloomFilter(chunk),
                    reader.readColumnIndex(chunk),
                    reader.readOffsetIndex(chunk));
        }
    }

    private void write(ColumnChunkMetaData chunk, MessageType column, ParquetFileWriter writer, long rows)
            throws IOException {
        ColumnDescriptor descriptor = column.getColumns().get(0);
        Binary value = Binary.fromString(set.get(descriptor.getPath()[0]));
        CompressionCodecFactory codecs = new CodecFactory(hadoop, properties.getPageSizeThreshold());
        try (ColumnChunkPageWriteStore pages = new ColumnChunkPageWriteStore(
                        codecs.getCompressor(chunk.getCodec()),
                        column,
                        properties.getAllocator(),
                        properties.getColumnIndexTruncateLength(),
                        properties.getPageWriteChecksumEnabled());
                ColumnWriteStore columns = properties.newColumnWriteStore(column, pages, pages)) {
            ColumnWriter values = columns.getColumnWriter(descriptor);
            for (long row = 0; row < rows; row++) {
                values.write(value, 0, descriptor.getMaxDefinitionLevel());
                columns.endRecord();
            }
            columns.flush();
            pages.flushToFileWriter(writer);
        } finally {
            codecs.release();
        }
    }
}
