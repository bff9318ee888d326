package org.smssev.jobs.ingest;

import java.util.Arrays;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Keys that several records may have, known by 64-bit digests: all that several have are among them, and hardly any other.
 * Whoever asks must do right by a key that is among them for its digest alone.
 */
final class Repeats implements AutoCloseable {
    private final long[] digests;
    private final Broadcast<long[]> sent;

    /** Keys of these digests, which are sorted. */
    Repeats(SparkSession spark, long[] digests) {
        this.digests = digests;
        this.sent = JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(digests);
    }

    /** The digest of a column of keys. */
    static Column digest(String column) {
        return functions.xxhash64(functions.col(column));
    }

    /** How many there are. */
    int size() {
        return digests.length;
    }

    /** The digests, sorted. */
    long[] digests() {
        return digests.clone();
    }

    /** Whether the key of a row is one of them. */
    Column has(String column) {
        if (digests.length == 0) {
            return functions.lit(false);
        }
        Broadcast<long[]> known = sent;
        UDF1<Long, Boolean> isKnown = digest -> Arrays.binarySearch(known.value(), digest) >= 0;
        return functions.udf(isKnown, DataTypes.BooleanType).apply(digest(column));
    }

    @Override
    public void close() {
        sent.destroy();
    }
}
