package org.smssev.jobs.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.smssev.common.table.DataFile;
import org.smssev.common.table.StoredTable;

/** Tables that are a folder of Parquet files, without a log. */
public final class ParquetTables {
    private ParquetTables() {}

    /** Writes rows to a folder that is not there yet. */
    public static StoredTable written(Class<? extends Record> type, Dataset<Row> rows, Path folder) {
        rows.write().parquet(folder.toString());
        try (Stream<Path> files = Files.list(folder)) {
            List<String> paths = files.map(Path::toString)
                    .filter(file -> file.endsWith(".parquet"))
                    .sorted()
                    .toList();
            return new StoredTable(
                    rows.sparkSession(),
                    type,
                    paths.stream().map(DataFile::whole).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
