package org.smssev.common.table;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.apache.parquet.internal.filter2.columnindex.RowRanges;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.catalyst.util.RebaseDateTime;
import org.apache.spark.sql.execution.datasources.parquet.ParquetReadSupport;
import org.apache.spark.sql.execution.datasources.parquet.ParquetRecordMaterializer;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.internal.LegacyBehaviorPolicy;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Reads rows of Parquet files by their places. Of the pages of a column those alone are read and unpacked that hold one of
 * these rows. Spark's reader leaves out pages by what is in them, not by where they are; so Parquet's own is used, with
 * Spark's form of rows.
 */
final class RowsByPlace {
    private RowsByPlace() {}

    /**
     * Some rows of a file.
     *
     * @param rows their places
     * @param whole those of them of which further columns are read
     * @param set as {@link DataFile#set}
     */
    record Placed(String path, RoaringBitmap rows, RoaringBitmap whole, Map<String, String> set)
            implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Reads rows, in the order of their places, a partition for each file; those with most of them first, so that none is waited
     * for.
     *
     * @param columns those that are read of all; of a record in them all fields
     * @param others those that are read of whole ones, and null in others; they stand behind the columns
     * @return rows each of which may be the object of the one before it
     */
    static JavaRDD<InternalRow> of(SparkSession spark, StructType columns, StructType others, List<Placed> files) {
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
                .mapPartitions(new Read(hadoop, columns, others));
    }

    /** Rows with further columns behind theirs, which are null. */
    static JavaRDD<InternalRow> padded(JavaRDD<InternalRow> rows, StructType others) {
        int n = others.size();
        return rows.mapPartitions(part -> {
            JoinedRow joined = new JoinedRow();
            InternalRow none = new GenericInternalRow(n);
            return CollectionConverters.asJava(
                    CollectionConverters.asScala(part).map(row -> (InternalRow) joined.apply(row, none)));
        });
    }

    /** Opens the files of a partition. */
    private record Read(Broadcast<SerializableConfiguration> hadoop, StructType columns, StructType others)
            implements FlatMapFunction<Iterator<Placed>, InternalRow> {
        private static final long serialVersionUID = 1L;

        @Override
        public Iterator<InternalRow> call(Iterator<Placed> files) throws IOException {
            Placed file = files.next();
            // Its own, as Hadoop's settings are slow where several threads read them.
            Configuration settings = new Configuration(hadoop.value().value());
            Iterator<InternalRow> rows = rows(settings, file, file.rows(), columns);
            if (others.isEmpty()) {
                return rows;
            }
            Iterator<InternalRow> whole =
                    file.whole().isEmpty() ? Collections.emptyIterator() : rows(settings, file, file.whole(), others);
            return new Wholes(file, rows, whole, others.size());
        }

        private static Iterator<InternalRow> rows(
                Configuration settings, Placed file, RoaringBitmap places, StructType columns) throws IOException {
            Path path = new Path(file.path());
            // Where many ranges are asked for at once, Hadoop starts a thread for each of a local file.
            boolean isFar = !(path.getFileSystem(settings) instanceof LocalFileSystem);
            ParquetFileReader reader = ParquetFileReader.open(
                    HadoopInputFile.fromPath(path, settings),
                    HadoopReadOptions.builder(settings, path)
                            .withUseHadoopVectoredIo(isFar)
                            .build());
            TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> close(reader, path));
            return new Rows(reader, columns, places.toArray(), file.set());
        }
    }

    private static void close(ParquetFileReader reader, Path path) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close " + path, e);
        }
    }

    /** Rows of a file. */
    private static final class Rows implements Iterator<InternalRow> {
        private final ParquetFileReader reader;
        private final ParquetRecordMaterializer materializer;
        private final MessageColumnIO io;
        private final int[] places;
        /** Columns that are not read, and their values. */
        private final int[] told;

        private final UTF8String[] values;
        /** The next row group. */
        private int group;
        /** Rows of the last one that are left. */
        private int left;
        /** Whether a row that nobody wants stands before the last one of it. */
        private boolean drops;

        private RecordReader<InternalRow> rows;

        /** Rows of a file that is open. */
        Rows(ParquetFileReader reader, StructType columns, int[] places, Map<String, String> set) {
            MessageType stored = reader.getFileMetaData().getSchema();
            StructType read = TableSchema.only(columns, column -> !set.containsKey(column));
            MessageType some = ParquetReadSupport.clipParquetSchema(stored, read, true, false, false);
            reader.setRequestedSchema(some);
            RebaseDateTime.RebaseSpec asStored =
                    new RebaseDateTime.RebaseSpec(LegacyBehaviorPolicy.CORRECTED(), Option.empty());
            this.reader = reader;
            this.materializer = new ParquetRecordMaterializer(
                    some,
                    columns,
                    new ParquetToSparkSchemaConverter(new SQLConf()),
                    Option.empty(),
                    asStored,
                    asStored);
            this.io = new ColumnIOFactory(reader.getFileMetaData().getCreatedBy()).getColumnIO(some, stored);
            this.places = places;
            String[] names = columns.fieldNames();
            this.told = IntStream.range(0, names.length)
                    .filter(i -> set.containsKey(names[i]))
                    .toArray();
            this.values = Arrays.stream(told)
                    .mapToObj(i -> UTF8String.fromString(set.get(names[i])))
                    .toArray(UTF8String[]::new);
        }

        @Override
        public boolean hasNext() {
            while (left == 0 && group < reader.getRowGroups().size()) {
                int next = group++;
                int[] wanted = placesIn(reader.getRowGroups().get(next));
                if (wanted.length > 0) {
                    open(next, wanted);
                }
            }
            return left > 0;
        }

        private int[] placesIn(BlockMetaData rowGroup) {
            long first = rowGroup.getRowIndexOffset();
            long end = first + rowGroup.getRowCount();
            return Arrays.stream(places)
                    .filter(place -> place >= first && place < end)
                    .map(place -> Math.toIntExact(place - first))
                    .toArray();
        }

        private void open(int next, int[] wanted) {
            int all = Math.toIntExact(reader.getRowGroups().get(next).getRowCount());
            int[] read = withNeighbour(wanted, all);
            RowRanges ranges =
                    RowRanges.create(all, IntStream.range(0, read.length).iterator(), new EachAPage(read));
            try {
                if (reader.getRowGroups().get(next).getColumns().stream()
                        .anyMatch(column -> column.getOffsetIndexReference() == null)) {
                    throw new IllegalStateException("Data file " + reader.getFile()
                            + " does not tell where its pages are, so this program did not write it");
                }
                PageReadStore pages = reader.readFilteredRowGroup(next, ranges);
                rows = io.getRecordReader(pages, materializer, FilterCompat.NOOP);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + reader.getFile(), e);
            }
            left = wanted.length;
            drops = read.length > wanted.length && read[read.length - 1] == wanted[wanted.length - 1];
        }

        /**
         * The same places with one beside the last of them. Parquet takes a column to be at its end once it seeks the last of
         * several places, even if that is on a page which is still to be read; of two that stand together it finds both.
         */
        private static int[] withNeighbour(int[] wanted, int all) {
            int last = wanted[wanted.length - 1];
            IntStream beside = IntStream.of(last + 1 < all ? last + 1 : Math.max(0, last - 1));
            return IntStream.concat(Arrays.stream(wanted), beside)
                    .sorted()
                    .distinct()
                    .toArray();
        }

        @Override
        public InternalRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            left--;
            if (left == 0 && drops) {
                rows.read();
            }
            InternalRow row = rows.read();
            for (int i = 0; i < told.length; i++) {
                row.update(told[i], values[i]);
            }
            return row;
        }
    }

    /** Rows of a file, with the further columns of those that are whole behind them. */
    private static final class Wholes implements Iterator<InternalRow> {
        private final IntIterator places;
        private final RoaringBitmap whole;
        private final Iterator<InternalRow> rows;
        private final Iterator<InternalRow> more;
        private final JoinedRow joined = new JoinedRow();
        private final InternalRow none;

        Wholes(Placed file, Iterator<InternalRow> rows, Iterator<InternalRow> more, int others) {
            this.places = file.rows().getIntIterator();
            this.whole = file.whole();
            this.rows = rows;
            this.more = more;
            this.none = new GenericInternalRow(others);
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public InternalRow next() {
            InternalRow row = rows.next();
            return joined.apply(row, whole.contains(places.next()) ? more.next() : none);
        }
    }

    /** Rows as if each was a page, which is how Parquet makes ranges of rows. */
    private record EachAPage(int[] rows) implements OffsetIndex {
        @Override
        public int getPageCount() {
            return rows.length;
        }

        @Override
        public long getOffset(int page) {
            throw new UnsupportedOperationException("These are no pages of a file");
        }

        @Override
        public int getCompressedPageSize(int page) {
            throw new UnsupportedOperationException("These are no pages of a file");
        }

        @Override
        public long getFirstRowIndex(int page) {
            return rows[page];
        }

        @Override
        public long getLastRowIndex(int page, long all) {
            return rows[page];
        }
    }
}
