package org.smssev.jobs.ingest;

import java.nio.ByteBuffer;

/**
 * Records of a file that a snapshot knows again by their bytes, as one row of {@link CanonicalRows} holds them: of each its
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
}
