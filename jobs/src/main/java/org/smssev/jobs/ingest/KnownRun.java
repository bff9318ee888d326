package org.smssev.jobs.ingest;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Records of a file that a snapshot knows again by their bytes, as one row of {@link CanonicalRows} holds them: of each its
 * number and the place of its publication among the {@link EarlierSketches}, which tell all else. A row for each of them, as for
 * other records, would take thirty times the memory. Not for several threads.
 */
final class KnownRun {
    private static final int MOST = 1 << 12;
    private static final int EACH = Long.BYTES + Integer.BYTES;

    private final ByteBuffer buffer = ByteBuffer.allocate(MOST * EACH);

    /**
     * A record that is known again.
     *
     * @param number among the records of its file
     * @param place of its publication
     */
    record Known(long number, int place) {}

    /** Adds a record, if it is not full. */
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

    /** The place of the publication of one of them. */
    static int place(byte[] run, int i) {
        return ByteBuffer.wrap(run).getInt(i * EACH + Long.BYTES);
    }

    /** The records of a run. */
    static Iterator<Known> records(byte[] run) {
        ByteBuffer bytes = ByteBuffer.wrap(run);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return bytes.hasRemaining();
            }

            @Override
            public Known next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return new Known(bytes.getLong(), bytes.getInt());
            }
        };
    }
}
