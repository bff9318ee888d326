package org.smssev.graphframes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** What one computation leaves behind, and how it is cleared away: checkpoints and persisted rows. */
final class Workspace implements AutoCloseable {
    private final SparkSession spark;
    private final Path checkpoints;
    private final Path result;
    private final Option<String> checkpointsBefore;
    private final List<Dataset<Row>> persisted = new ArrayList<>();

    /** Sets the session's folder of checkpoints, within the scratch folder, until it is closed. */
    Workspace(SparkSession spark, String scratch) {
        this.spark = spark;
        String name = UUID.randomUUID().toString();
        checkpoints = new Path(scratch, "checkpoints-" + name);
        result = new Path(scratch, "engine-" + name);
        checkpointsBefore = spark.sparkContext().getCheckpointDir();
        spark.sparkContext().setCheckpointDir(checkpoints.toString());
    }

    /** Remembers rows that may be persisted. */
    Dataset<Row> keep(Dataset<Row> rows) {
        persisted.add(rows);
        return rows;
    }

    /** Writes the rows to the scratch folder, so that they no longer rest on checkpoints or memory. */
    Dataset<Row> result(Dataset<Row> rows) {
        rows.write().parquet(result.toString());
        return spark.read().schema(rows.schema()).parquet(result.toString());
    }

    /** Releases what is persisted, puts the session's folder back, and removes the checkpoints. */
    @Override
    public void close() {
        persisted.forEach(rows -> rows.unpersist(true));
        SparkContext context = spark.sparkContext();
        context.setCheckpointDir(checkpointsBefore.isDefined() ? checkpointsBefore.get() : null);
        try {
            checkpoints.getFileSystem(context.hadoopConfiguration()).delete(checkpoints, true);
        } catch (IOException e) {
            throw new UncheckedIOException(checkpoints + ": cannot remove the checkpoints. Remove the folder by hand.", e);
        }
    }
}
