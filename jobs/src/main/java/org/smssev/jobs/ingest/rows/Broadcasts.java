package org.smssev.jobs.ingest.rows;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Whether keys to join by go to every task as they are, or are sorted. */
public final class Broadcasts {
    /** Keys of some 50 bytes: so many take what a task can spare. */
    private static final long MOST = 500_000;

    private Broadcasts() {}

    /** Whether so many keys are few enough. */
    public static boolean fits(long n) {
        return n <= MOST;
    }

    /** Keys that are there, as {@code x_key}. */
    public static Dataset<Row> ofFew(SparkSession spark, List<String> keys) {
        return ofFew(spark.createDataset(keys, Encoders.STRING()).toDF("x_key"), keys.size());
    }

    /** The keys, marked to be sent to every task where they are few enough. */
    public static Dataset<Row> ofFew(Dataset<Row> keys, long n) {
        return fits(n) ? functions.broadcast(keys) : keys;
    }
}
