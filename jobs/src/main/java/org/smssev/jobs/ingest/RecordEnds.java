package org.smssev.jobs.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;

/**
 * Where the records of a chunk start and end, so that who reads it need not scan it again: of each how many bytes lie before
 * it, behind the one before, and how many it has, in bytes of seven bits; three bytes for most records.
 */
final class RecordEnds implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private final byte[] numbers;

    private RecordEnds(byte[] numbers) {
        this.numbers = numbers;
    }

    /** Takes records, in their order. */
    static final class Builder {
        private final ByteArrayOutputStream numbers = new ByteArrayOutputStream();
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
        void add(RecordScan scan) {
            number(scan.start() - last);
            number(scan.end() - scan.start());
            last = scan.end();
        }

        private void number(long n) {
            long left = n;
            for (; left >= MORE; left >>= BITS) {
                numbers.write((int) (left & MORE - 1) | MORE);
            }
            numbers.write((int) left);
        }

        RecordEnds done() {
            return new RecordEnds(numbers.toByteArray());
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
        private final byte[] numbers;
        private int at;
        private int start;
        private int end;

        private Cursor(byte[] numbers) {
            this.numbers = numbers;
        }

        /** Goes to the next record; false if there is none. */
        boolean next() {
            if (at == numbers.length) {
                return false;
            }
            start = end + number();
            end = start + number();
            return true;
        }

        private int number() {
            int number = 0;
            for (int bits = 0; ; bits += BITS) {
                int next = numbers[at++];
                number |= (next & MORE - 1) << bits;
                if (next >= 0) {
                    return number;
                }
            }
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
