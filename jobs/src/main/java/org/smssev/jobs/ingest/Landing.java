package org.smssev.jobs.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.smssev.jobs.ingest.format.DelimitedReader;

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
    Dataset<Row> land(SourceFile file) {
        String target = folder + "/" + file.sha256() + "-" + file.readingKey();
        StructType schema = META;
        for (String name : file.columnNames()) {
            schema = schema.add(name, DataTypes.StringType);
        }
        if (!isComplete(target)) {
            List<Part> parts = parts(file);
            spark.createDataFrame(
                            JavaSparkContext.fromSparkContext(spark.sparkContext())
                                    .parallelize(parts, parts.size())
                                    .flatMap(part -> part.rows()),
                            schema)
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

    private static List<Part> parts(SourceFile file) {
        return file.isSplittable()
                ? file.chunks(CHUNK).stream().map(c -> new Part(file, c)).toList()
                : List.of(new Part(file, null));
    }

    /** A part of a file that one task reads; the whole file if it has no chunk. */
    private record Part(SourceFile file, RecordScan.Chunk chunk) implements Serializable {
        private static final long serialVersionUID = 1L;

        Iterator<Row> rows() throws IOException {
            if (chunk == null) {
                return new Lines(file, file.split(file.bytes()), 0, -1);
            }
            byte[] bytes;
            try (InputStream in = file.bytes()) {
                in.skipNBytes(chunk.offset());
                bytes = in.readNBytes(Math.toIntExact(chunk.length()));
            }
            return new Lines(file, file.split(new ByteArrayInputStream(bytes)), chunk.firstRecord(), chunk.records());
        }
    }

    /** The records of a part as rows; the header, record 0, is left out. */
    private static final class Lines implements Iterator<Row> {
        private final SourceFile file;
        private final DelimitedReader reader;
        private final long first;
        private final long expected;
        private long number;

        Lines(SourceFile file, DelimitedReader reader, long first, long expected) {
            this.file = file;
            this.reader = reader;
            this.first = first;
            this.expected = expected;
            this.number = first;
            if (first == 0 && reader.hasNext()) {
                reader.next();
                number++;
            }
        }

        @Override
        public boolean hasNext() {
            boolean more = reader.hasNext();
            if (!more && expected >= 0 && number - first != expected) {
                throw new IllegalStateException("File " + file.path() + " has " + expected + " records from record "
                        + first + " by the scan, but " + (number - first) + " were read");
            }
            return more;
        }

        @Override
        public Row next() {
            return row(file, reader.next(), number++);
        }
    }

    private static Row row(SourceFile file, DelimitedReader.Line line, long number) {
        int columns = file.header().size();
        Object[] values = new Object[FIRST_CELL + columns];
        values[0] = file.source();
        values[1] = file.sha256();
        values[2] = number;
        long replaced = 0;
        for (int i = 0; i < line.raw().length(); i++) {
            replaced += line.raw().charAt(i) == '\ufffd' ? 1 : 0;
        }
        values[6] = replaced;
        int found = line.cells().size();
        if (line.tooLong() || found != columns) {
            values[3] = line.tooLong() ? "CELL_TOO_LONG" : "FIELD_COUNT";
            values[4] = line.tooLong()
                    ? "a cell is longer than " + file.maxCell() + " characters"
                    : found + " fields, but the header has " + columns;
            values[5] = line.raw();
            return RowFactory.create(values);
        }
        for (int i = 0; i < columns; i++) {
            String cell = line.cells().get(i);
            values[FIRST_CELL + i] = cell.isEmpty() ? null : cell;
        }
        return RowFactory.create(values);
    }
}
