package org.smssev.jobs.ingest;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;

/**
 * Records of a file that a snapshot knows again by their bytes, as one row of {@link CanonicalRows} holds them: of each its
 * number and the place of its publication among the {@link EarlierSketches}, which tell all else. A row for each of them, as for
 * other records, would take ten times the memory and more. Not for several threads.
 */
final class KnownRun {
    private static final int MOST = 1 << 12;
    private static final int EACH = Long.BYTES + Integer.BYTES;

    private static final int FILE = CanonicalRows.SCHEMA.fieldIndex("file_no");
    private static final int RECORD = CanonicalRows.SCHEMA.fieldIndex("record_no");
    private static final int ACCEPTED = CanonicalRows.SCHEMA.fieldIndex("accepted");
    private static final int STAYS = CanonicalRows.SCHEMA.fieldIndex("stays");
    private static final int PLACE = CanonicalRows.SCHEMA.fieldIndex("earlier");
    private static final int DIGEST = CanonicalRows.SCHEMA.fieldIndex("number_digest");
    private static final int RUN = CanonicalRows.SCHEMA.fieldIndex("known");

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
        byte[] run = row.getBinary(RUN);
        int file = row.getInt(FILE);
        PatentWriter writer = new PatentWriter(CanonicalRows.SCHEMA.length());
        return IntStream.range(0, size(run))
                .filter(i -> numbers.test(earlier.number(place(run, i))))
                .mapToObj(i -> (InternalRow) row(writer, file, number(run, i), place(run, i), earlier))
                .iterator();
    }

    private static UnsafeRow row(PatentWriter writer, int file, long number, int place, EarlierSketches earlier) {
        UnsafeRowWriter row = writer.start(null);
        for (int column = PatentRows.SCHEMA.length(); column < CanonicalRows.SCHEMA.length(); column++) {
            if (column == FILE) {
                row.write(column, file);
            } else if (column == RECORD) {
                row.write(column, number);
            } else if (column == ACCEPTED || column == STAYS) {
                row.write(column, true);
            } else if (column == PLACE) {
                row.write(column, place);
            } else if (column == DIGEST) {
                row.write(column, earlier.number(place));
            } else {
                row.setNullAt(column);
            }
        }
        return row.getRow();
    }
}
