package org.smssev.jobs.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.UserException;
import org.smssev.jobs.ingest.SourceReader.Opened;

/** Writes the columnar copy of what arrived: every record of a file, all columns as text. */
final class Landing {
    /** Columns before those of the file. */
    static final StructType META = new StructType()
            .add("_source", DataTypes.StringType)
            .add("_file_sha256", DataTypes.StringType)
            .add("_record_no", DataTypes.LongType)
            .add("_reason", DataTypes.StringType)
            .add("_detail", DataTypes.StringType)
            .add("_raw", DataTypes.StringType)
            .add("_replaced", DataTypes.LongType);

    static final int RECORD_NO = 2;
    static final int REASON = 3;
    static final int DETAIL = 4;
    static final int RAW = 5;
    static final int REPLACED = 6;
    static final int FIRST_CELL = META.length();
    private static final long CHUNK = 16L << 20;

    private final SparkSession spark;
    private final String folder;

    /** Landing of a release below a warehouse. */
    Landing(SparkSession spark, String warehouse, String release) {
        this.spark = spark;
        this.folder = warehouse + "/landing/" + release;
    }

    /** The landed records of a file; landed first, unless they are there complete. */
    Dataset<Row> land(FileId id, SourceFile file) {
        String target = folder + "/" + id.sha256() + "-" + file.readingKey();
        StructType schema = META;
        for (String name : file.columnNames()) {
            schema = schema.add(name, DataTypes.StringType);
        }
        StructType all = schema;
        return landed(target, all, () -> {
            List<Part> parts = parts(id, file);
            JavaRDD<Row> rows = JavaSparkContext.fromSparkContext(spark.sparkContext())
                    .parallelize(parts, parts.size())
                    .flatMap(Part::rows);
            return spark.createDataFrame(rows, all);
        });
    }

    /**
     * Lands files side by side, so that those which one task reads do not wait for one another.
     *
     * @throws UserException of the first of the files, in their order, that cannot be read
     */
    void landAll(List<Opened> files) {
        int threads = Math.max(1, Math.min(files.size(), spark.sparkContext().defaultParallelism()));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Dataset<Row>>> landed = new ArrayList<>();
            files.forEach(f -> landed.add(pool.submit(() -> land(f.id(), f.file()))));
            for (Future<Dataset<Row>> file : landed) {
                file.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while files were landed", e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Rows that are landed under a name of their own; made first, unless they are there complete. */
    Dataset<Row> land(String name, Dataset<Row> rows) {
        String target = folder + "/" + name;
        return landed(target, rows.schema(), () -> rows);
    }

    private Dataset<Row> landed(String target, StructType schema, Supplier<Dataset<Row>> rows) {
        if (!isComplete(target)) {
            rows.get()
                    .write()
                    .mode(SaveMode.Overwrite)
                    // Texts hardly repeat: a dictionary of them costs more than it saves.
                    .option("parquet.enable.dictionary", "false")
                    .parquet(target);
        }
        return spark.read().schema(schema).parquet(target);
    }

    private boolean isComplete(String target) {
        try {
            Path success = new Path(target, "_SUCCESS");
            return success.getFileSystem(spark.sparkContext().hadoopConfiguration())
                    .exists(success);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + target, e);
        }
    }

    private static List<Part> parts(FileId id, SourceFile file) {
        List<Part> parts = new ArrayList<>();
        if (file.isSplittable()) {
            try {
                file.chunks(CHUNK).forEach(chunk -> parts.add(new Part(id, file, chunk)));
            } catch (IOException e) {
                throw RawRows.unreadable(file, e);
            }
        } else {
            parts.add(new Part(id, file, null));
        }
        return parts;
    }

    /** A part of a file that one task reads; the whole file if it has no chunk. */
    private record Part(FileId id, SourceFile file, RecordScan.Chunk chunk) implements Serializable {
        private static final long serialVersionUID = 1L;

        Iterator<Row> rows() {
            Iterator<RawRow> raw;
            try {
                raw = chunk == null ? RawRows.of(file) : RawRows.of(file, chunk);
            } catch (IOException e) {
                throw RawRows.unreadable(file, e);
            }
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    try {
                        return raw.hasNext();
                    } catch (UncheckedIOException e) {
                        throw RawRows.unreadable(file, e.getCause());
                    }
                }

                @Override
                public Row next() {
                    return row(raw.next());
                }
            };
        }

        private Row row(RawRow raw) {
            Object[] values = new Object[FIRST_CELL + file.header().size()];
            values[0] = id.source();
            values[1] = id.sha256();
            values[RECORD_NO] = raw.number();
            values[REASON] = raw.reason();
            values[DETAIL] = raw.detail();
            values[RAW] = raw.raw();
            values[REPLACED] = raw.replaced();
            for (int i = 0; raw.cells() != null && i < raw.cells().size(); i++) {
                values[FIRST_CELL + i] = raw.cells().get(i);
            }
            return RowFactory.create(values);
        }
    }
}
