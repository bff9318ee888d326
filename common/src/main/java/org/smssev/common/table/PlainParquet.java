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
import org.apache.hadoop.conf.Configuration;

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
        try (CloseableIterator<FilteredColumnarBatch> batches = batches(type, rows)) {
            DefaultEngine.create(new Configuration())
                    .getParquetHandler()
                    .writeParquetFileAtomically(file.toAbsolutePath().toUri().toString(), batches);
        }
        // Hadoop's checksum beside it, which other programs do not know.
        Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
    }

    private static <T extends Record> CloseableIterator<FilteredColumnarBatch> batches(
            Class<T> type, Iterator<List<T>> rows) {
        return new CloseableIterator<>() {
            private boolean begun;

            @Override
            public boolean hasNext() {
                // The first part, which may be empty, tells the writer the columns.
                return !begun || rows.hasNext();
            }

            @Override
            public FilteredColumnarBatch next() {
                List<T> part = begun || rows.hasNext() ? rows.next() : List.of();
                begun = true;
                return new FilteredColumnarBatch(RecordVector.batch(type, part), Optional.empty());
            }

            @Override
            public void close() {}
        };
    }
}
