package org.smssev.jobs.ingest;

import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.Platform;

/**
 * Digest of the bytes of a record of delimited text, and of how they are read: records of which it is equal have equal cells, and
 * give equal rows, but for a family that other records tell. It is told without cutting the record into cells.
 *
 * @param high first half
 * @param low the other half
 */
record BytesDigest(long high, long low) {
    private static final long SEED = 37;
    private static final long OTHER_SEED = 41;

    /** What the digests of records start from that are read alike. */
    static final class Start {
        private final long high;
        private final long low;

        /**
         * Starts digests.
         *
         * @param how all that their rows depend on beside their bytes, but the families that other records tell
         */
        Start(String how) {
            byte[] text = how.getBytes(StandardCharsets.UTF_8);
            high = hash(text, 0, text.length, SEED);
            low = hash(text, 0, text.length, OTHER_SEED);
        }

        /** Digests a record that has some bytes among others. */
        BytesDigest of(byte[] bytes, int start, int end) {
            return new BytesDigest(hash(bytes, start, end, high), hash(bytes, start, end, low));
        }

        private static long hash(byte[] bytes, int start, int end, long seed) {
            return XXH64.hashUnsafeBytes(bytes, Platform.BYTE_ARRAY_OFFSET + (long) start, end - start, seed);
        }
    }
}
