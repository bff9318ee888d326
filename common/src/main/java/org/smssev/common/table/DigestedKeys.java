package org.smssev.common.table;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A set of keys that tasks know by their 64-bit digests: every key of the set is found, and hardly any other. Whoever asks
 * must do right by a key that is found for its digest alone.
 */
public final class DigestedKeys implements AutoCloseable {
    /** What Spark's xxhash64 starts from. */
    static final long SEED = 42;

    private final long[] digests;
    private final Broadcast<SortedDigests> sent;

    /** Keys of these digests, which are sorted. */
    public DigestedKeys(SparkSession spark, long[] digests) {
        this.digests = digests.clone();
        this.sent = digests.length == 0
                ? null
                : JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(new SortedDigests(digests));
    }

    /** The digests of a set, as tasks have them. */
    public static final class Known implements Serializable {
        private static final long serialVersionUID = 1L;
        private final Broadcast<SortedDigests> sent;
        /** What was sent, once it was asked for: a broadcast locks itself each time. */
        private transient SortedDigests sorted;

        private Known(Broadcast<SortedDigests> sent) {
            this.sent = sent;
        }

        /** Whether a key of one column is one of them, as {@link DigestedKeys#has} tells it. */
        public boolean has(UTF8String key) {
            return has(digest(key));
        }

        /** Whether a digest is that of one of them. */
        public boolean has(long digest) {
            if (sent == null) {
                return false;
            }
            if (sorted == null) {
                sorted = sent.value();
            }
            return sorted.has(digest);
        }
    }

    /** The digest of a key of one column, which may be null: that of {@link #digest(String...)}. */
    public static long digest(UTF8String key) {
        return key == null ? SEED : XXH64.hashUTF8String(key, SEED);
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

    /** The set for tasks that ask for themselves. */
    public Known known() {
        return new Known(sent);
    }

    /** Whether the key of a row, given by its columns, is one of them. */
    public Column has(String... columns) {
        return hasDigest(digest(columns));
    }

    /** Whether the digest of a key, in a column, is that of one of them. */
    public Column hasDigest(Column digest) {
        if (digests.length == 0) {
            return functions.lit(false);
        }
        Known known = known();
        UDF1<Long, Boolean> isKnown = known::has;
        return functions.udf(isKnown, DataTypes.BooleanType).apply(digest);
    }

    @Override
    public void close() {
        if (sent != null) {
            sent.destroy();
        }
    }
}
