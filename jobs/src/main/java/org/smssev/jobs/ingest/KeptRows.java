package org.smssev.jobs.ingest;

import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Rows that are made once and read several times, kept as they are: in Spark's binary form, in memory, or on disk where that
 * is full. {@link Dataset#persist} would turn them into compressed columns and back, which for nested rows that are read a
 * few times costs more than it saves. As there, what an executor loses with its rows is made again.
 */
final class KeptRows implements AutoCloseable {
    private final RDD<InternalRow> kept;
    private final Dataset<Row> rows;

    /** Keeps rows, from when they are read first. */
    KeptRows(Dataset<Row> made) {
        // Rows come in one buffer each task, so each is copied.
        this.kept = ((org.apache.spark.sql.classic.Dataset<Row>) made)
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .map(InternalRow::copy)
                .rdd()
                .persist(StorageLevel.MEMORY_AND_DISK());
        this.rows = ((SparkSession) made.sparkSession()).internalCreateDataFrame(kept, made.schema(), false);
    }

    /** The rows. */
    Dataset<Row> rows() {
        return rows;
    }

    @Override
    public void close() {
        kept.unpersist(false);
    }
}
