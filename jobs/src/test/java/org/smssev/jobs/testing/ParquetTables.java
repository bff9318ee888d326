package org.smssev.jobs.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.roaringbitmap.RoaringBitmap;
import org.smssev.common.table.DataFile;
import org.smssev.common.table.StoredTable;

/** Tables that are a folder of Parquet files, without a log. */
public final class ParquetTables {
    private ParquetTables() {}

    /** Writes rows to a folder that is not there yet. */
    public static StoredTable written(Class<? extends Record> type, Dataset<Row> rows, Path folder) {
        rows.write().parquet(folder.toString());
        return of(rows.sparkSession(), type, folder);
    }

    /** The files of a folder. */
    public static StoredTable of(SparkSession spark, Class<? extends Record> type, Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<DataFile> found = files.map(Path::toString)
                    .filter(file -> file.endsWith(".parquet"))
                    .sorted()
                    .map(file -> new DataFile(file, new File(file).length(), 0, null, Map.of(), new RoaringBitmap()))
                    .toList();
            return new StoredTable(spark, type, found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
