package org.smssev.jobs.ingest.rows;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.smssev.common.table.InternalRows;

/**
 * Rows that are made once and read several times, kept as they are: in Spark's binary form, in memory, or on disk where that
 * is full. {@link Dataset#persist} would turn them into compressed columns and back, which for nested rows that are read a
 * few times costs more than it saves. As there, what an executor loses with its rows is made again.
 */
public final class KeptRows implements AutoCloseable {
    private final RDD<RowPage> kept;
    private final InternalRows rows;

    /**
     * Keeps rows, from when they are read first.
     *
     * @param made the rows in binary form, each of which may come in the bytes of the one before it
     */
    public KeptRows(SparkSession spark, JavaRDD<InternalRow> made, StructType schema) {
        JavaRDD<RowPage> pages = made.mapPartitions(RowPage::pages).persist(StorageLevel.MEMORY_AND_DISK());
        this.kept = pages.rdd();
        this.rows = InternalRows.made(spark, pages.flatMap(RowPage::rows), schema);
    }

    /** Makes the rows now. Jobs side by side that ask for them first wait for one another at each partition. */
    public void make() {
        kept.toJavaRDD().foreachPartition(pages -> {});
    }

    /** The rows. */
    public InternalRows rows() {
        return rows;
    }

    @Override
    public void close() {
        kept.unpersist(false);
    }
}
