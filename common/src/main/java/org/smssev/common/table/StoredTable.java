package org.smssev.common.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.BlockLocation;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.FileSourceOptions;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.PartitionedFileUtil$;
import org.apache.spark.sql.execution.datasources.FileFormat;
import org.apache.spark.sql.execution.datasources.FilePartition;
import org.apache.spark.sql.execution.datasources.FileScanRDD;
import org.apache.spark.sql.execution.datasources.FileStatusWithMetadata;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Nil$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The data files of a table's version, which are read by a plan or without one. A column that they lack is null. */
public final class StoredTable {
    private final SparkSession spark;
    private final StructType schema;
    private final List<String> files;
    /** Null until it is asked for. */
    private Dataset<Row> dataset;

    /**
     * A table.
     *
     * @param files their paths, not as addresses: a blank is a blank
     */
    public StoredTable(SparkSession spark, Class<? extends Record> type, List<String> files) {
        this.spark = spark;
        this.schema = TableSchema.spark(type);
        this.files = List.copyOf(files);
    }

    /** The paths of its files. */
    public List<String> files() {
        return files;
    }

    /** All of it. */
    public synchronized Dataset<Row> dataset() {
        if (dataset == null) {
            dataset = files.isEmpty()
                    ? spark.createDataFrame(List.<Row>of(), schema)
                    : spark.read().schema(schema).parquet(files.toArray(String[]::new));
        }
        return dataset;
    }

    /**
     * Some of its columns, read by Spark's scan of Parquet files but without a plan, which for a first one takes longer than
     * to read the keys of a million rows.
     *
     * @param columns names of columns of the table that are no lists
     */
    public InternalRows columns(List<String> columns) {
        var session = (org.apache.spark.sql.classic.SparkSession) spark;
        StructType some = new StructType(columns.stream().map(schema::apply).toArray(StructField[]::new));
        // Rows, not batches of columns.
        scala.collection.immutable.Map<String, String> options =
                scala.collection.immutable.Map.from(CollectionConverters.asScala(
                        java.util.Map.of(FileFormat.OPTION_RETURNING_BATCH(), String.valueOf(false))));
        Seq<FilePartition> partitions;
        try {
            partitions = partitions(session);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot find the data files of a table, " + files, e);
        }
        var read = new ParquetFileFormat()
                .buildReaderWithPartitionValues(
                        spark,
                        schema,
                        new StructType(),
                        some,
                        none(),
                        options,
                        session.sessionState().newHadoopConfWithOptions(options));
        return InternalRows.made(
                spark,
                new FileScanRDD(
                                spark,
                                read,
                                partitions,
                                some,
                                none(),
                                Map$.MODULE$.empty(),
                                new FileSourceOptions(options))
                        .toJavaRDD(),
                some);
    }

    /** A partition for each file, or for each part of a large one; the largest first, so that none of them is waited for. */
    private Seq<FilePartition> partitions(org.apache.spark.sql.classic.SparkSession session) throws IOException {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        long most = session.sessionState().conf().filesMaxPartitionBytes();
        List<PartitionedFile> parts = new ArrayList<>();
        for (String file : files) {
            Path path = new Path(file);
            FileSystem fs = path.getFileSystem(hadoop);
            FileStatus status = fs.getFileStatus(path);
            BlockLocation[] blocks = fs.getFileBlockLocations(status, 0, status.getLen());
            parts.addAll(CollectionConverters.asJava(PartitionedFileUtil$.MODULE$.splitFiles(
                    new FileStatusWithMetadata(new LocatedFileStatus(status, blocks), Map$.MODULE$.empty()),
                    path,
                    true,
                    most,
                    InternalRow.empty())));
        }
        parts.sort(Comparator.comparingLong(PartitionedFile::length).reversed());
        List<FilePartition> partitions = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            partitions.add(new FilePartition(i, new PartitionedFile[] {parts.get(i)}));
        }
        return CollectionConverters.asScala(partitions).toSeq();
    }

    @SuppressWarnings("unchecked") // An empty list is one of anything.
    private static <T> Seq<T> none() {
        return (Seq<T>) (Seq<?>) Nil$.MODULE$;
    }
}
