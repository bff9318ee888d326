package org.smssev.common.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.smssev.common.io.FileCopy;

/**
 * Copies Parquet files in which columns of text get one value in all rows. A copy begins with the bytes of the file, all but
 * its footer; behind them stand the pages of these columns, and a footer that names them in place of the old ones. So nothing
 * of the other columns is decoded, and nearly all is copied as fast as the file system can. The old pages of the columns, some
 * hundred bytes, stay as bytes that nothing refers to. The first column cannot be set.
 */
final class ColumnSetter {
    private static final byte[] MAGIC = ParquetFileWriter.MAGIC;
    /** What stands behind a footer: its length, and the magic bytes. */
    private static final int END = Integer.BYTES + MAGIC.length;

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

    /**
     * Copies a file to one that is not there yet; the rows keep their places.
     *
     * @throws IOException if it is no Parquet file, or encrypted
     */
    void copy(Path from, Path to) throws IOException {
        Footer old = Footer.of(from, hadoop);
        Behind behind = new Behind(old.at());
        write(new ParquetMetadataConverter().fromParquetMetadata(old.data()), from, behind);
        byte[] written = behind.toByteArray();
        Footer added = Footer.of(written);
        refer(old.data(), added.data());
        ByteArrayOutputStream footer = new ByteArrayOutputStream();
        Util.writeFileMetaData(old.data(), footer);
        ByteBuffer length = ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, footer.size());
        FileCopy.copy(from, old.at(), to, hadoop, out -> {
            out.write(written, MAGIC.length, (int) added.at() - MAGIC.length);
            footer.writeTo(out);
            out.write(length.array());
            out.write(MAGIC);
        });
    }

    /**
     * What a file tells of its columns.
     *
     * @param at where in the file
     */
    private record Footer(long at, FileMetaData data) {
        static Footer of(Path file, Configuration hadoop) throws IOException {
            FileSystem files = file.getFileSystem(hadoop);
            long length = files.getFileStatus(file).getLen();
            try (FSDataInputStream in = files.open(file)) {
                byte[] end = new byte[END];
                if (length < MAGIC.length + END) {
                    throw new IOException("File " + file + " is too short for Parquet");
                }
                in.readFully(length - END, end);
                long at = length - END - length(end, file.toString());
                if (at < MAGIC.length) {
                    throw new IOException("File " + file + " lacks a part of its footer");
                }
                byte[] footer = new byte[(int) (length - END - at)];
                in.readFully(at, footer);
                return new Footer(at, Util.readFileMetaData(new ByteArrayInputStream(footer)));
            }
        }

        static Footer of(byte[] file) throws IOException {
            int footer = length(Arrays.copyOfRange(file, file.length - END, file.length), "in memory");
            int at = file.length - END - footer;
            InputStream in = new ByteArrayInputStream(file, at, footer);
            return new Footer(at, Util.readFileMetaData(in));
        }

        private static int length(byte[] end, String file) throws IOException {
            if (!Arrays.equals(end, Integer.BYTES, END, MAGIC, 0, MAGIC.length)) {
                throw new IOException("File " + file + " is no Parquet file that can be read without a key");
            }
            return ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt();
        }
    }

    /** A Parquet file in memory, whose places are those that its columns will have behind others. */
    private static final class Behind extends ByteArrayOutputStream implements OutputFile {
        private final long origin;

        /** Columns that are to stand behind so many bytes. The magic bytes before them will not be there. */
        Behind(long bytes) {
            this.origin = bytes - MAGIC.length;
        }

        @Override
        public PositionOutputStream create(long blockSize) {
            return new PositionOutputStream() {
                @Override
                public long getPos() {
                    return origin + size();
                }

                @Override
                public void write(int b) {
                    Behind.this.write(b);
                }

                @Override
                public void write(byte[] bytes, int from, int n) {
                    Behind.this.write(bytes, from, n);
                }
            };
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSize) {
            return create(blockSize);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }

    /** Writes the columns, in row groups like those of a file. */
    private void write(ParquetMetadata file, Path name, OutputFile into) throws IOException {
        MessageType schema = file.getFileMetaData().getSchema();
        if (set.containsKey(schema.getType(0).getName())) {
            throw new IllegalStateException(
                    "Column " + schema.getType(0).getName() + " of file " + name
                            + " cannot be set: where the first column is tells readers of parts of a file where a row group is");
        }
        List<Type> columns = set.keySet().stream()
                .sorted()
                .map(column -> {
                    if (!schema.containsField(column)) {
                        throw new IllegalStateException("File " + name + " has no column " + column);
                    }
                    return schema.getType(column);
                })
                .toList();
        try (ParquetFileWriter writer = new ParquetFileWriter(
                into,
                new MessageType(schema.getName(), columns),
                ParquetFileWriter.Mode.CREATE,
                ParquetWriter.DEFAULT_BLOCK_SIZE,
                ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
                null,
                properties)) {
            writer.start();
            for (BlockMetaData block : file.getBlocks()) {
                writer.startBlock(block.getRowCount());
                for (Type column : columns) {
                    write(chunk(block, column.getName()), new MessageType(schema.getName(), column), writer);
                }
                writer.endBlock();
            }
            writer.end(Map.of());
        }
    }

    private static ColumnChunkMetaData chunk(BlockMetaData block, String column) {
        return block.getColumns().stream()
                .filter(chunk -> chunk.getPath().toDotString().equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Column " + column + " is no column of plain values"));
    }

    private void write(ColumnChunkMetaData chunk, MessageType column, ParquetFileWriter writer) throws IOException {
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
            long rows = chunk.getValueCount();
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

    /** Has a footer tell of added columns instead of those of the same name. */
    private static void refer(FileMetaData footer, FileMetaData added) {
        for (int i = 0; i < footer.getRow_groupsSize(); i++) {
            RowGroup group = footer.getRow_groups().get(i);
            for (ColumnChunk chunk : added.getRow_groups().get(i).getColumns()) {
                List<ColumnChunk> columns = group.getColumns();
                for (int c = 0; c < columns.size(); c++) {
                    if (path(columns.get(c)).equals(path(chunk))) {
                        resize(group, columns.set(c, chunk), chunk);
                    }
                }
            }
        }
    }

    private static List<String> path(ColumnChunk chunk) {
        return chunk.getMeta_data().getPath_in_schema();
    }

    private static void resize(RowGroup group, ColumnChunk before, ColumnChunk after) {
        group.setTotal_byte_size(group.getTotal_byte_size()
                + after.getMeta_data().getTotal_uncompressed_size()
                - before.getMeta_data().getTotal_uncompressed_size());
        if (group.isSetTotal_compressed_size()) {
            group.setTotal_compressed_size(group.getTotal_compressed_size()
                    + after.getMeta_data().getTotal_compressed_size()
                    - before.getMeta_data().getTotal_compressed_size());
        }
    }
}
