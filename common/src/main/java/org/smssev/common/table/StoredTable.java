package org.smssev.common.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
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
    /** What was told of files that were looked at; they are never changed. */
    private final Map<String, LocatedFileStatus> known;
    /** Null until it is asked for. */
    private Dataset<Row> dataset;

    /**
     * A table.
     *
     * @param files their paths, not as addresses: a blank is a blank
     */
    public StoredTable(SparkSession spark, Class<? extends Record> type, List<String> files) {
        this(spark, TableSchema.spark(type), files, new ConcurrentHashMap<>());
    }

    private StoredTable(
            SparkSession spark, StructType schema, List<String> files, Map<String, LocatedFileStatus> known) {
        this.spark = spark;
        this.schema = schema;
        this.files = List.copyOf(files);
        this.known = known;
    }

    /** The session. */
    public SparkSession spark() {
        return spark;
    }

    /** Its columns. */
    public StructType schema() {
        return schema;
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

    /** The table with some of its files. */
    public StoredTable withFiles(List<String> some) {
        return new StoredTable(spark, schema, some, known);
    }

    /**
     * Rows that are read without a plan.
     *
     * @param files of which file the rows of each partition are
     * @param rows not in Spark's binary form; each may be the object of the one before it
     */
    public record Scan(List<String> files, InternalRows rows) {}

    /** All of its columns, as {@link #scan(List)}. */
    public Scan scan() {
        return scan(List.of(schema.fieldNames()));
    }

    /**
     * Some of its columns, read by Spark's scan of Parquet files but without a plan, which for a first one takes longer than
     * to read the keys of a million rows.
     */
    public Scan scan(List<String> columns) {
        var session = (org.apache.spark.sql.classic.SparkSession) spark;
        StructType some = new StructType(columns.stream().map(schema::apply).toArray(StructField[]::new));
        // Rows, not batches of columns.
        scala.collection.immutable.Map<String, String> options = scala.collection.immutable.Map.from(
                CollectionConverters.asScala(Map.of(FileFormat.OPTION_RETURNING_BATCH(), String.valueOf(false))));
        List<Part> parts;
        try {
            parts = parts(session);
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
        List<FilePartition> partitions = IntStream.range(0, parts.size())
                .mapToObj(i ->
                        new FilePartition(i, new PartitionedFile[] {parts.get(i).part()}))
                .toList();
        JavaRDD<InternalRow> rows = new FileScanRDD(
                        spark,
                        read,
                        CollectionConverters.asScala(partitions).toSeq(),
                        some,
                        none(),
                        Map$.MODULE$.empty(),
                        new FileSourceOptions(options))
                .toJavaRDD();
        return new Scan(parts.stream().map(Part::file).toList(), InternalRows.made(spark, rows, some));
    }

    /** A file, or a part of a large one. */
    private record Part(String file, PartitionedFile part) {}

    /** Files and parts of files; the largest first, so that none of them is waited for. */
    private List<Part> parts(org.apache.spark.sql.classic.SparkSession session) throws IOException {
        long most = session.sessionState().conf().filesMaxPartitionBytes();
        List<Part> parts = new ArrayList<>();
        for (String file : files) {
            if (!known.containsKey(file)) {
                known.put(file, status(new Path(file)));
            }
            FileStatusWithMetadata located = new FileStatusWithMetadata(known.get(file), Map$.MODULE$.empty());
            CollectionConverters.asJava(PartitionedFileUtil$.MODULE$.splitFiles(
                            located, new Path(file), true, most, InternalRow.empty()))
                    .forEach(part -> parts.add(new Part(file, part)));
        }
        parts.sort(Comparator.comparingLong((Part part) -> part.part().length()).reversed());
        return parts;
    }

    private LocatedFileStatus status(Path file) throws IOException {
        FileSystem fs = file.getFileSystem(spark.sparkContext().hadoopConfiguration());
        FileStatus status = fs.getFileStatus(file);
        return new LocatedFileStatus(status, fs.getFileBlockLocations(status, 0, status.getLen()));
    }

    @SuppressWarnings("unchecked") // An empty list is one of anything.
    private static <T> Seq<T> none() {
        return (Seq<T>) (Seq<?>) Nil$.MODULE$;
    }
}
