package org.smssev.jobs.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import org.smssev.jobs.ingest.format.Marks;

/**
 * Where the records of a chunk end, so that who reads it need not scan it again. Between them are nothing but line ends, and
 * lines of nothing but separators.
 */
public final class RecordEnds implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Of each record the byte behind its last one, from the start of the chunk. */
    private final int[] ends;

    private RecordEnds(int[] ends) {
        this.ends = ends;
    }

    /** Takes records, in their order. */
    static final class Builder {
        private final long from;
        private int[] ends = new int[1 << 8];
        private int n;

        /**
         * The records of a chunk.
         *
         * @param from its first byte
         */
        Builder(long from) {
            this.from = from;
        }

        /** Adds the record that a scan skipped last. */
        void add(RecordScan scan) {
            if (n == ends.length) {
                ends = Arrays.copyOf(ends, 2 * n);
            }
            // A chunk that is longer than an array can be is not read.
            ends[n++] = (int) (scan.end() - from);
        }

        RecordEnds done() {
            return new RecordEnds(Arrays.copyOf(ends, n));
        }
    }

    /** Scans the bytes of a chunk, of whose marks all is known. */
    public static RecordEnds of(byte[] bytes, char separator, Marks marks) throws IOException {
        return RecordScan.through(() -> new ByteArrayInputStream(bytes), separator, marks, scan -> {
            Builder ends = new Builder(0);
            while (scan.record()) {
                ends.add(scan);
            }
            return ends.done();
        });
    }

    /**
     * Goes through the records.
     *
     * @param bytes those of the chunk
     * @param separator between cells
     */
    public Cursor cursor(byte[] bytes, char separator) {
        return new Cursor(bytes, ends, separator);
    }

    /** A record after the other. */
    public static final class Cursor {
        private final byte[] bytes;
        private final int[] ends;
        private final char separator;
        private int next;
        private int start;
        private int end;

        private Cursor(byte[] bytes, int[] ends, char separator) {
            this.bytes = bytes;
            this.ends = ends;
            this.separator = separator;
        }

        /** Goes to the next record; false if there is none. */
        public boolean next() {
            if (next == ends.length) {
                return false;
            }
            start = end;
            end = ends[next++];
            for (int line = start; line < end; ) {
                while (line < end && (bytes[line] == '\n' || bytes[line] == '\r')) {
                    line++;
                }
                start = line;
                while (line < end && bytes[line] == separator) {
                    line++;
                }
                // Lines of nothing but separators may stand before it, too.
                if (line == start || line == end || (bytes[line] != '\n' && bytes[line] != '\r')) {
                    break;
                }
            }
            return true;
        }

        /** The first byte of the record in its chunk. */
        public int start() {
            return start;
        }

        /** The byte behind its last one. */
        public int end() {
            return end;
        }
    }
}
