package org.smssev.jobs.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import org.apache.hadoop.io.WritableUtils;

/**
 * Where the records of a chunk start and end, so that who reads it need not scan it again: of each how many bytes lie before
 * it, behind the one before, and how many it has, each in as few bytes as it needs; four bytes for most records.
 */
final class RecordEnds implements Serializable {
    private static final long serialVersionUID = 1L;

    private final byte[] numbers;

    private RecordEnds(byte[] numbers) {
        this.numbers = numbers;
    }

    /** Takes records, in their order. */
    static final class Builder {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream numbers = new DataOutputStream(bytes);
        private long last;

        /**
         * The records of a chunk.
         *
         * @param from its first byte
         */
        Builder(long from) {
            last = from;
        }

        /** Adds the record that a scan skipped last. */
        void add(RecordScan scan) throws IOException {
            WritableUtils.writeVLong(numbers, scan.start() - last);
            WritableUtils.writeVLong(numbers, scan.end() - scan.start());
            last = scan.end();
        }

        RecordEnds done() {
            return new RecordEnds(bytes.toByteArray());
        }
    }

    /** Scans the bytes of a chunk. */
    static RecordEnds of(byte[] bytes, char separator, char quote) throws IOException {
        RecordScan scan = new RecordScan(new ByteArrayInputStream(bytes), separator, quote);
        Builder ends = new Builder(0);
        while (scan.record()) {
            ends.add(scan);
        }
        return ends.done();
    }

    /** Goes through the records. */
    Cursor cursor() {
        return new Cursor(numbers);
    }

    /** A record after the other. */
    static final class Cursor {
        private final DataInputStream numbers;
        private int start;
        private int end;

        private Cursor(byte[] numbers) {
            this.numbers = new DataInputStream(new ByteArrayInputStream(numbers));
        }

        /** Goes to the next record; false if there is none. */
        boolean next() throws IOException {
            if (numbers.available() == 0) {
                return false;
            }
            start = end + WritableUtils.readVInt(numbers);
            end = start + WritableUtils.readVInt(numbers);
            return true;
        }

        /** The first byte of the record in its chunk. */
        int start() {
            return start;
        }

        /** The byte behind its last one. */
        int end() {
            return end;
        }
    }
}
