package org.smssev.jobs.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.SideBySide;
import org.smssev.common.UserException;
import org.smssev.common.stage.StageContext;
import org.smssev.jobs.ingest.source.SourceReader.Opened;

/**
 * Writes the columnar copy of what has to be read more than once, or cannot be read in parts: every record of a file, all
 * columns as text.
 */
public final class Landing {
    /** Columns before those of the file. */
    static final StructType META = new StructType()
            .add("_source", DataTypes.StringType)
            .add("_file_sha256", DataTypes.StringType)
            .add("_record_no", DataTypes.LongType)
            .add("_reason", DataTypes.StringType)
            .add("_detail", DataTypes.StringType)
            .add("_raw", DataTypes.StringType)
            .add("_replaced", DataTypes.LongType);

    public static final int FILE = 1;
    public static final int RECORD_NO = 2;
    public static final int REASON = 3;
    public static final int DETAIL = 4;
    public static final int RAW = 5;
    public static final int REPLACED = 6;
    static final int FIRST_CELL = META.length();
    /** Files up to this size are landed together; they are quickly landed again if one of them changes. */
    private static final long SMALL = 64L << 20;
    /** Tasks for files that are small together. */
    private static final int FEW = 8;

    private final StageContext context;
    private final String folder;

    /** Landing of the release that is read. Spark is not waited for before there is something to land. */
    public Landing(StageContext context) {
        this.context = context;
        this.folder = context.config().warehouse() + "/landing/"
                + context.config().release().id();
    }

    /** The landed records of a file; landed first, unless they are there complete. */
    Dataset<Row> land(FileId id, SourceFile file) {
        return land(List.of(new Opened(id, file)));
    }

    /** The landed records of files of the same columns; landed first, unless they are there complete. */
    Dataset<Row> land(List<Opened> files) {
        List<Batch> batches = batches(files);
        batches.forEach(this::land);
        return context.spark()
                .read()
                .schema(schema(files.get(0).file()))
                .parquet(batches.stream().map(Batch::target).toArray(String[]::new));
    }

    /**
     * Lands groups of files of the same columns side by side, so that those which one task reads do not wait for one another.
     *
     * @throws UserException of the first of the files, in their order, that cannot be read
     */
    void landAll(List<List<Opened>> groups) {
        List<Batch> batches = groups.stream().flatMap(g -> batches(g).stream()).toList();
        if (batches.isEmpty()) {
            return;
        }
        SparkSession spark = context.spark();
        int threads = Math.max(1, Math.min(batches.size(), spark.sparkContext().defaultParallelism()));
        SideBySide.run(
                threads,
                batches.stream().map(batch -> (Runnable) () -> land(batch)).toList());
    }

    /** Files that are landed by one job, and where. */
    private record Batch(List<Opened> files, String target) {}

    /** Large files each for itself, small ones together. */
    private List<Batch> batches(List<Opened> files) {
        List<Batch> batches = new ArrayList<>();
        List<Opened> small = new ArrayList<>();
        for (Opened f : files) {
            if (f.file().bytes() > SMALL) {
                batches.add(new Batch(List.of(f), folder + "/" + key(f)));
            } else {
                small.add(f);
            }
        }
        if (small.size() == 1) {
            batches.add(new Batch(small, folder + "/" + key(small.get(0))));
        } else if (!small.isEmpty()) {
            String keys = String.join("\n", small.stream().map(this::key).toList());
            batches.add(new Batch(small, folder + "/files-" + DigestUtils.sha256Hex(keys)));
        }
        return batches;
    }

    /** Name of the landed copy of a file: by its bytes, and all that decides which records they give. */
    String key(FileId id, SourceFile file) {
        return id.sha256() + "-" + file.readingKey(context.codeVersion());
    }

    private String key(Opened f) {
        return key(f.id(), f.file());
    }

    /** The columns of a file's records. */
    static StructType schema(SourceFile file) {
        StructType schema = META;
        for (String name : file.columnNames()) {
            schema = schema.add(name, DataTypes.StringType);
        }
        return schema;
    }

    private void land(Batch batch) {
        write(batch.target(), () -> {
            List<FilePart> parts = new ArrayList<>();
            batch.files().forEach(f -> parts.addAll(FilePart.of(f, 0)));
            long bytes = batch.files().stream().mapToLong(f -> f.file().bytes()).sum();
            int tasks = batch.files().size() == 1 ? parts.size() : Math.max(FEW, FilePart.tasks(bytes));
            SparkSession spark = context.spark();
            return spark.createDataFrame(
                    FilePart.rows(spark, parts, tasks),
                    schema(batch.files().get(0).file()));
        });
    }

    /** Rows that are landed under a name of their own; made first, unless they are there complete. */
    Dataset<Row> land(String name, Dataset<Row> rows) {
        String target = folder + "/" + name;
        write(target, () -> rows);
        return context.spark().read().schema(rows.schema()).parquet(target);
    }

    private void write(String target, Supplier<Dataset<Row>> rows) {
        if (!isComplete(target)) {
            rows.get()
                    .write()
                    .mode(SaveMode.Overwrite)
                    // Texts hardly repeat: a dictionary of them costs more than it saves.
                    .option("parquet.enable.dictionary", "false")
                    .parquet(target);
        }
    }

    private boolean isComplete(String target) {
        try {
            Path success = new Path(target, "_SUCCESS");
            return success.getFileSystem(context.spark().sparkContext().hadoopConfiguration())
                    .exists(success);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + target, e);
        }
    }
}
