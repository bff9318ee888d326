package org.smssev.jobs.ingest.digest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.Platform;
import org.smssev.jobs.ingest.format.Field;

/**
 * Digests the fields of a record as its source spells them, and how they are read: records of which these are equal give
 * equal rows, but for a family that other records tell. Uses its memory again for the next record, so not for several threads.
 */
public final class FieldsDigest {
    private static final List<Field> FIELDS = List.of(Field.values());
    private static final long SEED = 29;
    private static final long OTHER_SEED = 31;
    /** Bytes for the length of a text. */
    private static final int HEAD = 4;

    private final String how;
    private final int start;
    private byte[] bytes = new byte[4096];
    private long high;
    private long low;

    /**
     * Digests records that are read alike.
     *
     * @param how all that their rows depend on beside their fields, but the families that other records tell
     */
    public FieldsDigest(String how) {
        this.how = how;
        byte[] text = how.getBytes(StandardCharsets.UTF_8);
        reserve(0, text.length);
        System.arraycopy(text, 0, bytes, 0, text.length);
        start = text.length;
    }

    /** All that the rows depend on beside the fields, but the families that other records tell. */
    public String how() {
        return how;
    }

    /** Digests a record. */
    public void of(Map<Field, String> fields) {
        int length = start;
        for (Field field : FIELDS) {
            String text = fields.get(field);
            if (text != null) {
                length = add(length, field.key());
                length = add(length, text);
            }
        }
        high = XXH64.hashUnsafeBytes(bytes, Platform.BYTE_ARRAY_OFFSET, length, SEED);
        low = XXH64.hashUnsafeBytes(bytes, Platform.BYTE_ARRAY_OFFSET, length, OTHER_SEED);
    }

    private int add(int length, String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        reserve(length, HEAD + encoded.length);
        Platform.putInt(bytes, Platform.BYTE_ARRAY_OFFSET + (long) length, encoded.length);
        System.arraycopy(encoded, 0, bytes, length + HEAD, encoded.length);
        return length + HEAD + encoded.length;
    }

    private void reserve(int length, int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }

    /** The first half of the digest of the last record. */
    public long high() {
        return high;
    }

    /** The other half. */
    public long low() {
        return low;
    }
}
