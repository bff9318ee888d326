package org.smssev.common.table;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.ProjectingInternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.execution.datasources.parquet.VectorizedParquetRecordReader;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.roaringbitmap.RoaringBitmap;

/**
 * Reads rows of Parquet files by their places. Of the pages of a column those alone are read and unpacked that hold one of
 * these rows. Spark's reader leaves out pages by what is in them, not by where they are; so Parquet's own is used, with
 * Spark's form of rows.
 */
final class RowsByPlace {
    /** So many rows are unpacked at once. */
    private static final int BATCH = 256;

    private RowsByPlace() {}

    /**
     * Some rows of a file.
     *
     * @param rows their places
     * @param set as {@link DataFile#set}
     */
    record Placed(String path, RoaringBitmap rows, Map<String, String> set) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Reads rows, in the order of their places, a partition for each file; those with most of them first, so that none is waited
     * for.
     *
     * @param columns those of the rows
     * @param read the same columns, but in lists of records only the fields that are read; the others are null
     * @return rows each of which may be the object of the one before it
     */
    static JavaRDD<InternalRow> of(SparkSession spark, StructType columns, StructType read, List<Placed> files) {
        if (files.isEmpty()) {
            return JavaSparkContext.fromSparkContext(spark.sparkContext()).emptyRDD();
        }
        // Spark cleans it up when the rows are forgotten.
        Broadcast<SerializableConfiguration> hadoop = SerializableConfiguration.broadcast(
                spark.sparkContext(),
                ((org.apache.spark.sql.classic.SparkSession) spark)
                        .sessionState()
                        .newHadoopConf());
        List<Placed> longestFirst = files.stream()
                .sorted(Comparator.comparingInt((Placed file) -> file.rows().getCardinality())
                        .reversed())
                .toList();
        return JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(longestFirst, files.size())
                .mapPartitions(new Read(hadoop, columns, read));
    }

    /** Opens the files of a partition. */
    private record Read(Broadcast<SerializableConfiguration> hadoop, StructType columns, StructType read)
            implements FlatMapFunction<Iterator<Placed>, InternalRow> {
        private static final long serialVersionUID = 1L;

        @Override
        public Iterator<InternalRow> call(Iterator<Placed> files) throws IOException {
            Placed file = files.next();
            // Its own, as Hadoop's settings are slow where several threads read them.
            Configuration settings = new Configuration(hadoop.value().value());
            Path path = new Path(file.path());
            // Where many ranges are asked for at once, Hadoop starts a thread for each of a local file.
            boolean isFar = !(path.getFileSystem(settings) instanceof LocalFileSystem);
            ParquetFileReader reader = ParquetFileReader.open(
                    HadoopInputFile.fromPath(path, settings),
                    HadoopReadOptions.builder(settings, path)
                            .withUseHadoopVectoredIo(isFar)
                            .build());
            TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> close(reader, path));
            return new Rows(reader, columns, read, file);
        }
    }

    private static void close(ParquetFileReader reader, Path path) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close " + path, e);
        }
    }

    /** Rows of a file, each in the vectors of the one before it. */
    private static final class Rows implements Iterator<InternalRow> {
        private final VectorizedParquetRecordReader rows;
        /** Puts columns that are not read where they belong; null where all are read. */
        private final ProjectingInternalRow ordered;

        private final String path;
        private int left;

        /** Rows of a file that is open. */
        Rows(ParquetFileReader reader, StructType columns, StructType read, Placed file) throws IOException {
            Predicate<String> isTold = file.set()::containsKey;
            StructType stored = TableSchema.only(columns, isTold.negate());
            StructType told = TableSchema.only(columns, isTold);
            int[] places = file.rows().toArray();
            this.rows = PlacedRowGroups.open(
                    reader, stored, TableSchema.only(read, isTold.negate()), places, Math.min(BATCH, places.length));
            rows.initBatch(
                    told,
                    new GenericInternalRow(Arrays.stream(told.fieldNames())
                            .map(column -> UTF8String.fromString(file.set().get(column)))
                            .toArray()));
            StructType found = new StructType(Stream.of(stored, told)
                    .flatMap(some -> Arrays.stream(some.fields()))
                    .toArray(StructField[]::new));
            this.ordered = told.isEmpty() ? null : TableSchema.projection(found, columns);
            this.path = file.path();
            this.left = places.length;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public InternalRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            left--;
            try {
                rows.nextKeyValue();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + path, e);
            }
            InternalRow row = (InternalRow) rows.getCurrentValue();
            if (ordered == null) {
                return row;
            }
            ordered.project(row);
            return ordered;
        }
    }
}
