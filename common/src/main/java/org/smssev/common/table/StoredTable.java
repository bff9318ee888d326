package org.smssev.common.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.catalyst.FileSourceOptions;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.ProjectingInternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.execution.PartitionedFileUtil$;
import org.apache.spark.sql.execution.datasources.FileFormat;
import org.apache.spark.sql.execution.datasources.FilePartition;
import org.apache.spark.sql.execution.datasources.FileScanRDD;
import org.apache.spark.sql.execution.datasources.FileStatusWithMetadata;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.roaringbitmap.RoaringBitmap;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Nil$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The data files of a table's version, which are read by a plan or without one. A column that they lack is null; rows that
 * are deleted from the version are not among those that are read.
 */
public final class StoredTable {
    /** The column by which Spark's reader of Parquet files tells where in its file a row is. */
    private static final StructField PLACE = new StructField(
            ParquetFileFormat.ROW_INDEX_TEMPORARY_COLUMN_NAME(), DataTypes.LongType, true, Metadata.empty());

    private final SparkSession spark;
    private final StructType schema;
    private final List<DataFile> files;
    /** What was told of files that were looked at; they are never changed. */
    private final Map<String, LocatedFileStatus> known;
    /** Null until it is asked for. */
    private Dataset<Row> dataset;

    /** A table. */
    public StoredTable(SparkSession spark, Class<? extends Record> type, List<DataFile> files) {
        this(spark, TableSchema.spark(type), files, new ConcurrentHashMap<>());
    }

    private StoredTable(
            SparkSession spark, StructType schema, List<DataFile> files, Map<String, LocatedFileStatus> known) {
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

    /** Its files. */
    public List<DataFile> files() {
        return files;
    }

    /** The bytes of its files. */
    public long bytes() {
        return files.stream().mapToLong(DataFile::size).sum();
    }

    /** How many rows the version tells that it has; not counted where it does not tell of a file. */
    public long told() {
        return files.stream()
                .filter(file -> file.rows() != null)
                .mapToLong(file -> file.rows() - file.deleted().getLongCardinality())
                .sum();
    }

    /** All of it. */
    public synchronized Dataset<Row> dataset() {
        if (dataset == null) {
            dataset = files.isEmpty() ? spark.createDataFrame(List.<Row>of(), schema) : planned();
        }
        return dataset;
    }

    /** The address of one of its files, as Spark's {@code _metadata.file_path} tells it. */
    public String address(DataFile file) {
        return new Path(status(file).getPath().toString()).toUri().toString();
    }

    private LocatedFileStatus status(DataFile file) {
        return known.computeIfAbsent(file.path(), path -> {
            try {
                return status(new Path(path));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot find the data file " + path + " of a table", e);
            }
        });
    }

    private Dataset<Row> planned() {
        Dataset<Row> rows = spark.read()
                .schema(schema)
                .parquet(files.stream().map(DataFile::path).toArray(String[]::new));
        Map<String, RoaringBitmap> deleted = new HashMap<>();
        files.stream().filter(file -> !file.isWhole()).forEach(file -> deleted.put(address(file), file.deleted()));
        if (!deleted.isEmpty()) {
            UDF2<String, Long, Boolean> isThere = (file, row) ->
                    !deleted.containsKey(file) || !deleted.get(file).contains(row.intValue());
            rows = rows.filter(functions
                    .udf(isThere, DataTypes.BooleanType)
                    .apply(functions.col("_metadata.file_path"), functions.col("_metadata.row_index")));
        }
        for (String column : perFile()) {
            rows = rows.withColumn(column, perFile(column));
        }
        return rows;
    }

    /** The columns that have one value in each file, and are not read in it. */
    private List<String> perFile() {
        return files.isEmpty()
                ? List.of()
                : files.get(0).set().keySet().stream().sorted().toList();
    }

    private Column perFile(String column) {
        Map<String, String> values = new HashMap<>();
        files.forEach(file -> values.put(address(file), file.set().get(column)));
        Set<String> different = Set.copyOf(values.values());
        if (different.size() == 1) {
            return functions.lit(different.iterator().next());
        }
        UDF1<String, String> value = values::get;
        return functions.udf(value, DataTypes.StringType).apply(functions.col("_metadata.file_path"));
    }

    /** The table with some of its files. */
    public StoredTable withFiles(List<DataFile> some) {
        return new StoredTable(spark, schema, some, known);
    }

    /**
     * Rows that are read without a plan.
     *
     * @param files of which file the rows of each partition are
     * @param rows not in Spark's binary form; each may be the object of the one before it
     */
    public record Scan(List<DataFile> files, InternalRows rows) {}

    /** All of its columns, as {@link #scan(List)}. */
    public Scan scan() {
        return scan(List.of(schema.fieldNames()));
    }

    /**
     * Some of its columns, read by Spark's scan of Parquet files but without a plan, which for a first one takes longer than
     * to read the keys of a million rows.
     *
     * @param columns names; {@code list.field} is a list of records that have the fields alone that are so named
     */
    public Scan scan(List<String> columns) {
        if (files.stream().allMatch(DataFile::isWhole)) {
            return scanAll(schema, columns);
        }
        Scan placed = scanPlaced(columns);
        StructType some = structOf(schema, columns);
        return new Scan(placed.files(), InternalRows.made(spark, ordered(placed.rows(), some), some));
    }

    /** Rows with some of their columns, in their order. */
    private static JavaRDD<InternalRow> ordered(InternalRows rows, StructType columns) {
        StructType all = rows.schema();
        return rows.rows().mapPartitions(part -> {
            ProjectingInternalRow row = TableSchema.projection(all, columns);
            return CollectionConverters.asJava(
                    CollectionConverters.asScala(part).map(whole -> {
                        row.project(whole);
                        return (InternalRow) row;
                    }));
        });
    }

    /** Some of its columns, as {@link #scan(List)}, and behind them the place of each row in its file, a long. */
    public Scan scanPlaced(List<String> columns) {
        List<String> placed = new ArrayList<>(columns);
        placed.add(PLACE.name());
        Scan all = scanAll(schema.add(PLACE), placed);
        List<RoaringBitmap> deleted =
                all.files().stream().map(DataFile::deleted).toList();
        int place = columns.size();
        JavaRDD<InternalRow> rows = all.rows()
                .rows()
                .mapPartitionsWithIndex(
                        (i, part) -> {
                            RoaringBitmap gone = deleted.get(i);
                            return gone.isEmpty()
                                    ? part
                                    : CollectionConverters.asJava(CollectionConverters.asScala(part)
                                            .filter(row -> !gone.contains((int) row.getLong(place))));
                        },
                        true);
        return new Scan(all.files(), InternalRows.made(spark, rows, all.rows().schema()));
    }

    /** All columns of rows at some places, as {@link #at(List, Map)}. */
    public InternalRows at(Map<String, PlacesInFile> places) {
        return at(List.of(schema.fieldNames()), places);
    }

    /**
     * Rows at some places of its files; none that are deleted. Costs less than {@link #scan(List)} where they are few, as most
     * of what is stored of large columns is not read then.
     *
     * @param columns names; of {@code list.field}, a list of records, the fields that are not named may be null
     * @param places by the paths of files
     * @return rows of these columns, not in Spark's binary form, each of which may be the object of the one before it
     */
    public InternalRows at(List<String> columns, Map<String, PlacesInFile> places) {
        WantedRows wanted = WantedRows.of(files, places);
        StructType read = structOf(schema, columns);
        List<String> whole = List.of(read.fieldNames());
        StructType found = structOf(schema, whole);
        InternalRows few = InternalRows.made(spark, RowsByPlace.of(spark, found, read, wanted.few()), found);
        return wanted.many().isEmpty()
                ? few
                : few.and(withFiles(wanted.many()).scan(whole).rows());
    }

    /** The columns, each once, of lists of records with the fields that are named. */
    private static StructType structOf(StructType all, List<String> columns) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String column : columns) {
            int dot = column.indexOf('.');
            List<String> named =
                    fields.computeIfAbsent(dot < 0 ? column : column.substring(0, dot), name -> new ArrayList<>());
            if (dot > 0) {
                named.add(column.substring(dot + 1));
            }
        }
        return new StructType(fields.entrySet().stream()
                .map(column -> field(all.apply(column.getKey()), column.getValue()))
                .toArray(StructField[]::new));
    }

    private static StructField field(StructField column, List<String> fields) {
        if (fields.isEmpty()) {
            return column;
        }
        ArrayType records = (ArrayType) column.dataType();
        StructType some = TableSchema.only((StructType) records.elementType(), fields::contains);
        return new StructField(
                column.name(), new ArrayType(some, records.containsNull()), column.nullable(), column.metadata());
    }

    /** All rows of its files. */
    private Scan scanAll(StructType all, List<String> columns) {
        var session = (org.apache.spark.sql.classic.SparkSession) spark;
        StructType some = structOf(all, columns);
        List<String> perFile = perFile();
        StructType told = TableSchema.only(some, perFile::contains);
        StructType read = TableSchema.only(some, column -> !perFile.contains(column));
        // Rows, not batches of columns.
        scala.collection.immutable.Map<String, String> options = scala.collection.immutable.Map.from(
                CollectionConverters.asScala(Map.of(FileFormat.OPTION_RETURNING_BATCH(), String.valueOf(false))));
        List<Part> parts = parts(session, told.fieldNames());
        var reader = new ParquetFileFormat()
                .buildReaderWithPartitionValues(
                        spark,
                        TableSchema.only(all, column -> !perFile.contains(column)),
                        told,
                        read,
                        none(),
                        options,
                        session.sessionState().newHadoopConfWithOptions(options));
        List<FilePartition> partitions = IntStream.range(0, parts.size())
                .mapToObj(i ->
                        new FilePartition(i, new PartitionedFile[] {parts.get(i).part()}))
                .toList();
        StructType found = new StructType(
                Stream.of(read.fields(), told.fields()).flatMap(Arrays::stream).toArray(StructField[]::new));
        InternalRows rows = InternalRows.made(
                spark,
                new FileScanRDD(
                                spark,
                                reader,
                                CollectionConverters.asScala(partitions).toSeq(),
                                found,
                                none(),
                                Map$.MODULE$.empty(),
                                new FileSourceOptions(options))
                        .toJavaRDD(),
                found);
        return new Scan(
                parts.stream().map(Part::file).toList(),
                found.equals(some) ? rows : InternalRows.made(spark, ordered(rows, some), some));
    }

    /** A file, or a part of a large one. */
    private record Part(DataFile file, PartitionedFile part) {}

    /** Files and parts of files, with what is told of each; of those of the same values the largest first, so that none is waited for. */
    private List<Part> parts(org.apache.spark.sql.classic.SparkSession session, String[] told) {
        long most = session.sessionState().conf().filesMaxPartitionBytes();
        List<Part> parts = new ArrayList<>();
        for (DataFile file : files) {
            FileStatusWithMetadata located = new FileStatusWithMetadata(status(file), Map$.MODULE$.empty());
            CollectionConverters.asJava(PartitionedFileUtil$.MODULE$.splitFiles(
                            located, new Path(file.path()), true, most, values(file, told)))
                    .forEach(part -> parts.add(new Part(file, part)));
        }
        // Rows of the same values come together where they are written anew.
        parts.sort(Comparator.comparing((Part part) -> new TreeMap<>(part.file().set()).toString())
                .thenComparing(
                        Comparator.comparingLong((Part part) -> part.part().length())
                                .reversed()));
        return parts;
    }

    private static InternalRow values(DataFile file, String[] columns) {
        return new GenericInternalRow(Arrays.stream(columns)
                .<Object>map(column -> UTF8String.fromString(file.set().get(column)))
                .toArray());
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
