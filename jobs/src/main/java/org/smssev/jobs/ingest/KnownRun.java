package org.smssev.jobs.ingest;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;

/**
 * Records of a file that are known again by their bytes, as one row of {@link CanonicalRows} holds them: of each its
 * number and the place of its publication among the {@link EarlierSketches}, which tell all else. A row for each of them, as for
 * other records, would take ten times the memory and more. Not for several threads.
 */
final class KnownRun {
    private static final int MOST = 1 << 12;
    private static final int EACH = Long.BYTES + Integer.BYTES;

    private final ByteBuffer buffer = ByteBuffer.allocate(MOST * EACH);

    /**
     * Adds a record, if it is not full.
     *
     * @param number among the records of its file
     * @param place of its publication
     */
    void add(long number, int place) {
        buffer.putLong(number).putInt(place);
    }

    boolean isEmpty() {
        return buffer.position() == 0;
    }

    boolean isFull() {
        return !buffer.hasRemaining();
    }

    /** What was added since the last time. */
    byte[] take() {
        byte[] bytes = new byte[buffer.position()];
        buffer.flip();
        buffer.get(bytes);
        buffer.clear();
        return bytes;
    }

    /** How many records there are in a run. */
    static int size(byte[] run) {
        return run.length / EACH;
    }

    /** The number of one of them among the records of its file. */
    static long number(byte[] run, int i) {
        return ByteBuffer.wrap(run).getLong(i * EACH);
    }

    /** The place of the publication of one of them. */
    static int place(byte[] run, int i) {
        return ByteBuffer.wrap(run).getInt(i * EACH + Long.BYTES);
    }

    /**
     * Records of a run as rows of their own, which tell of each that it stays, where it stands, and its publication.
     *
     * @param row holds the run, as {@link CanonicalRows}
     * @param numbers digests of the publications whose records are asked for
     * @return rows in Spark's binary form, each in the bytes of the one before it
     */
    static Iterator<InternalRow> apart(InternalRow row, EarlierSketches earlier, LongPredicate numbers) {
        byte[] run = row.getBinary(CanonicalRows.KNOWN);
        UnsafeRow own = allNull();
        own.setInt(CanonicalRows.FILE_NO, row.getInt(CanonicalRows.FILE_NO));
        own.setBoolean(CanonicalRows.ACCEPTED, true);
        own.setBoolean(CanonicalRows.STAYS, true);
        return IntStream.range(0, size(run))
                .filter(i -> numbers.test(earlier.number(place(run, i))))
                .mapToObj(i -> {
                    own.setLong(CanonicalRows.RECORD_NO, number(run, i));
                    own.setInt(CanonicalRows.EARLIER, place(run, i));
                    own.setLong(CanonicalRows.NUMBER_DIGEST, earlier.number(place(run, i)));
                    return (InternalRow) own;
                })
                .iterator();
    }

    private static UnsafeRow allNull() {
        int columns = CanonicalRows.SCHEMA.length();
        int bytes = UnsafeRow.calculateBitSetWidthInBytes(columns) + columns * Long.BYTES;
        UnsafeRow row = UnsafeRow.createFromByteArray(bytes, columns);
        IntStream.range(0, columns).forEach(row::setNullAt);
        return row;
    }
}
