package org.smssev.jobs.ingest.digest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.Platform;

/**
 * Digest of the bytes of a record of delimited text, and of how they are read: records of which it is equal have equal cells, and
 * give equal rows, but for a family that other records tell. It is told without cutting the record into cells, and of 128 bits:
 * as each record of a release is digested, one half is told by a checksum that processors have, and the length.
 *
 * @param high CRC-32C of the bytes, started with how they are read, and behind it how many they are
 * @param low XXH64 of the same
 */
public record BytesDigest(long high, long low) {
    private static final long SEED = 41;
    private static final long OTHER_SEED = 37;

    /** What the digests of records start from that are read alike. */
    public static final class Start {
        private final long seed;
        /** What checksums start with. */
        private final byte[] first;

        /**
         * Starts digests.
         *
         * @param how all that their rows depend on beside their bytes, but the families that other records tell
         */
        public Start(String how) {
            byte[] text = how.getBytes(StandardCharsets.UTF_8);
            seed = hash(text, 0, text.length, SEED);
            first = ByteBuffer.allocate(Long.BYTES)
                    .putLong(hash(text, 0, text.length, OTHER_SEED))
                    .array();
        }

        /** Digests a record that has some bytes among others. */
        public BytesDigest of(byte[] bytes, int start, int end) {
            CRC32C checksum = new CRC32C();
            checksum.update(first);
            checksum.update(bytes, start, end - start);
            return new BytesDigest(checksum.getValue() << Integer.SIZE | end - start, hash(bytes, start, end, seed));
        }

        private static long hash(byte[] bytes, int start, int end, long seed) {
            return XXH64.hashUnsafeBytes(bytes, Platform.BYTE_ARRAY_OFFSET + (long) start, end - start, seed);
        }
    }
}
