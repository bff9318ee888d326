package org.smssev.common.table;

import java.util.Arrays;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * A set of keys that tasks know by their 64-bit digests: every key of the set is found, and hardly any other. Whoever asks
 * must do right by a key that is found for its digest alone.
 */
public final class DigestedKeys implements AutoCloseable {
    private final long[] digests;
    private final Broadcast<long[]> sent;

    /** Keys of these digests, which are sorted. */
    public DigestedKeys(SparkSession spark, long[] digests) {
        this.digests = digests.clone();
        this.sent = digests.length == 0
                ? null
                : JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(digests);
    }

    /** The digest of a key, given by its columns. */
    public static Column digest(String... columns) {
        return functions.xxhash64(Arrays.stream(columns).map(functions::col).toArray(Column[]::new));
    }

    /** How many there are. */
    public int size() {
        return digests.length;
    }

    /** The digests, sorted. */
    public long[] digests() {
        return digests.clone();
    }

    /** Whether the key of a row, given by its columns, is one of them. */
    public Column has(String... columns) {
        if (digests.length == 0) {
            return functions.lit(false);
        }
        Broadcast<long[]> known = sent;
        UDF1<Long, Boolean> isKnown = digest -> Arrays.binarySearch(known.value(), digest) >= 0;
        return functions.udf(isKnown, DataTypes.BooleanType).apply(digest(columns));
    }

    @Override
    public void close() {
        if (sent != null) {
            sent.destroy();
        }
    }
}
