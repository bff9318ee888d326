package org.smssev.common.table;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.SQLExecution$;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.smssev.common.table.TableDef.ColumnDef;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Writes rows of a table to Parquet files and looks at them on the way. Files are Spark's, written by its own writer, each
 * under a name that no other attempt at it has; those of attempts that failed are in no list. So they need no folder to wait
 * in until all are there.
 */
final class RowFiles {
    /** Bytes of a page, before they are packed, where rows are read by their places: a few rows of a long text. */
    private static final int SMALL_PAGE = 16 << 10;
    /** So many rows at least lie between two looks at whether a page is full; Parquet looks after a hundred. */
    private static final int ROWS_BETWEEN = 8;

    private RowFiles() {}

    /**
     * What was written.
     *
     * @param files in the order of the partitions; none for a partition without rows, several where its rows differ in
     *     columns of one value a file
     * @param rows how many rows they have
     * @param rules of the table, which have seen the rows
     * @param keys digests of the keys of the rows
     */
    record Written(List<DataFile> files, long rows, RowRules rules, Digests keys) {}

    /**
     * Writes rows, a file or more for each partition.
     *
     * @param rows with the columns of the table, each of which may come in the bytes of the one before it
     * @param folder gets the files
     */
    static Written write(SparkSession spark, TableDef def, JavaRDD<InternalRow> rows, Path folder) {
        var session = (org.apache.spark.sql.classic.SparkSession) spark;
        StructType schema = TableSchema.spark(def.type());
        Map<String, String> options = options(def.columns(), "");
        // Readers of today make no use of them.
        options.put("parquet.size.statistics.enabled", "false");
        if (def.byPlace()) {
            options.put("parquet.page.size", String.valueOf(SMALL_PAGE));
            options.put("parquet.page.size.row.check.min", String.valueOf(ROWS_BETWEEN));
        }
        scala.collection.immutable.Map<String, String> given =
                scala.collection.immutable.Map.from(CollectionConverters.asScala(options));
        try {
            Job job = Job.getInstance(session.sessionState().newHadoopConfWithOptions(given));
            OutputWriterFactory format =
                    new ParquetFileFormat().prepareWrite(spark, job, given, OpenFiles.inFiles(def, schema));
            Broadcast<SerializableConfiguration> hadoop =
                    SerializableConfiguration.broadcast(spark.sparkContext(), job.getConfiguration());
            try {
                // All of them come to the driver at once.
                int mostKeys = Math.min(Digests.MOST, 2 * Digests.MOST / Math.max(1, rows.getNumPartitions()));
                Write write = new Write(folder.toString(), schema, format, hadoop, def.type(), mostKeys);
                return together(
                        def,
                        SQLExecution$.MODULE$.withSQLConfPropagated(
                                session,
                                () -> rows.mapPartitionsWithIndex(write, true).collect()));
            } finally {
                hadoop.destroy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write data files of " + def.name() + " to " + folder, e);
        }
    }

    private static Written together(TableDef def, List<Part> parts) {
        RowRules rules = new RowRules(def);
        Digests keys = new Digests();
        for (Part part : parts) {
            rules.add(part.rules());
            keys.add(part.keys());
        }
        return new Written(
                parts.stream().flatMap(part -> part.files().stream()).toList(),
                parts.stream()
                        .flatMap(part -> part.files().stream())
                        .mapToLong(DataFile::rows)
                        .sum(),
                rules,
                keys);
    }

    /** Options of Parquet: no dictionaries of values that are written as they are, no least and greatest values of lists. */
    private static Map<String, String> options(List<ColumnDef> columns, String above) {
        Map<String, String> options = new HashMap<>();
        for (ColumnDef c : columns) {
            String path = above + c.name() + (c.element() == null ? "" : ".list.element");
            if (c.kind() == TableDef.Kind.STRUCTS) {
                options.putAll(options(TableDef.columnsOf(c.element()), path + "."));
                continue;
            }
            if (c.plain()) {
                options.put("parquet.enable.dictionary#" + path, "false");
            }
            if (!above.isEmpty() || c.element() != null) {
                options.put("parquet.column.statistics.enabled#" + path, "false");
            }
        }
        return options;
    }

    /** What a task wrote. */
    private record Part(List<DataFile> files, RowRules rules, Digests keys) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Removes what a failure makes useless; where that fails too, the first failure is told. */
    static void delete(FileSystem files, Path path, Throwable failure) {
        try {
            files.delete(path, true);
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Writes the rows of a partition. */
    private record Write(
            String folder,
            StructType schema,
            OutputWriterFactory format,
            Broadcast<SerializableConfiguration> hadoop,
            Class<? extends Record> table,
            int mostKeys)
            implements Function2<Integer, Iterator<InternalRow>, Iterator<Part>> {
        private static final long serialVersionUID = 1L;

        @Override
        public Iterator<Part> call(Integer partition, Iterator<InternalRow> rows) throws IOException {
            if (!rows.hasNext()) {
                return List.<Part>of().iterator();
            }
            // Its own, as Hadoop's settings are slow where several threads read them.
            Configuration settings = new Configuration(hadoop.value().value());
            TaskAttemptContext attempt = new TaskAttemptContextImpl(settings, new TaskAttemptID());
            TableDef def = TableDef.of(table);
            FileSystem fs = new Path(folder).getFileSystem(settings);
            OpenFiles files = new OpenFiles(def, schema, number -> open(partition, number, attempt));
            try {
                return List.of(write(def, rows, files, fs)).iterator();
            } catch (Exception | Error e) {
                files.delete(fs, e);
                throw e;
            }
        }

        private OpenFiles.OpenFile open(int partition, int number, TaskAttemptContext attempt) {
            String name = String.format(
                    Locale.ROOT,
                    "part-%05d-%d-%d%s",
                    partition,
                    TaskContext.get().taskAttemptId(),
                    number,
                    format.getFileExtension(attempt));
            Path path = new Path(folder, name);
            return new OpenFiles.OpenFile(
                    path, format.newInstance(path.toString(), OpenFiles.inFiles(TableDef.of(table), schema), attempt));
        }

        private Part write(TableDef def, Iterator<InternalRow> rows, OpenFiles files, FileSystem fs)
                throws IOException {
            RowRules rules = new RowRules(def);
            RowKey key = new RowKey(schema, def.key());
            Digests keys = new Digests(mostKeys);
            try (files) {
                while (rows.hasNext()) {
                    InternalRow row = rows.next();
                    rules.see(row);
                    keys.add(key.digest(row));
                    files.write(row);
                }
            }
            return new Part(files.files(fs), rules, keys);
        }
    }
}
