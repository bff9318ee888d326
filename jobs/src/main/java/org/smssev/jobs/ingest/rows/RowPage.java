package org.smssev.jobs.ingest.rows;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.unsafe.Platform;

/**
 * Rows in Spark's binary form, behind one another in one array. A few large arrays are quicker to keep, and to read one after
 * the other, than an object and an array for each row. The fields that a row begins with and that are null are left out, as most
 * fields are of records that are known from before.
 *
 * @param fields fields of each row
 * @param bytes the rows; there may be room behind them
 * @param ends where each ends
 */
record RowPage(int fields, byte[] bytes, int[] ends) implements Serializable {
    private static final long serialVersionUID = 1L;
    /** Bytes of a page; a longer row has one for itself. */
    private static final int SIZE = 1 << 20;

    private static final int FIRST_ENDS = 64;

    /** Puts rows, each of which may come in the bytes of the one before it, into pages. */
    static Iterator<RowPage> pages(Iterator<InternalRow> rows) {
        Builder page = new Builder(SIZE, SIZE);
        return new Iterator<>() {
            /** The row that the page before had no room for. */
            private UnsafeRow first;

            @Override
            public boolean hasNext() {
                return first != null || rows.hasNext();
            }

            @Override
            public RowPage next() {
                if (first == null) {
                    first = (UnsafeRow) rows.next();
                }
                while (first != null && page.add(first)) {
                    first = rows.hasNext() ? (UnsafeRow) rows.next() : null;
                }
                return page.take();
            }
        };
    }

    /** A page to which rows are added. */
    static final class Builder {
        private final int least;
        private final int most;
        private int fields;
        private byte[] bytes = {};
        private int end;
        private int[] ends = new int[FIRST_ENDS];
        private int n;

        /**
         * An empty page.
         *
         * @param least bytes with which it begins
         * @param most bytes to which it grows; a longer row has a page for itself
         */
        Builder(int least, int most) {
            this.least = least;
            this.most = most;
        }

        /** Whether there was room for a row, which then was copied; an empty page has room for any. */
        boolean add(UnsafeRow row) {
            int head = UnsafeRow.calculateBitSetWidthInBytes(row.numFields());
            int gap = gap(row.getBaseObject(), row.getBaseOffset(), row.numFields());
            int size = row.getSizeInBytes() - gap;
            if (n > 0 && size > most - end) {
                return false;
            }
            if (size > bytes.length - end) {
                int grown = Math.max(least, Math.min(2 * bytes.length, most));
                bytes = Arrays.copyOf(bytes, Math.max(grown, end + size));
            }
            copy(row.getBaseObject(), row.getBaseOffset(), end, head);
            copy(row.getBaseObject(), row.getBaseOffset() + head + gap, end + head, size - head);
            end += size;
            if (n == ends.length) {
                ends = Arrays.copyOf(ends, 2 * n);
            }
            ends[n++] = end;
            fields = row.numFields();
            return true;
        }

        private void copy(Object from, long offset, int to, int length) {
            Platform.copyMemory(from, offset, bytes, Platform.BYTE_ARRAY_OFFSET + (long) to, length);
        }

        /** Whether no row is in it. */
        boolean isEmpty() {
            return n == 0;
        }

        /** The page, which is empty afterwards. */
        RowPage take() {
            // One that has few rows, as the last of a partition may, does not keep the room for many.
            boolean isFull = bytes.length - end < bytes.length >> 3;
            RowPage page = new RowPage(fields, isFull ? bytes : Arrays.copyOf(bytes, end), Arrays.copyOf(ends, n));
            bytes = new byte[0];
            end = 0;
            n = 0;
            return page;
        }
    }

    /** How many rows there are. */
    int size() {
        return ends.length;
    }

    /** Bytes of the fields that a row begins with and that are null; of so many fields at most as a word tells of. */
    private static int gap(Object row, long offset, int fields) {
        int nulls = Long.numberOfTrailingZeros(~Platform.getLong(row, offset));
        return Math.min(nulls, fields) * Long.BYTES;
    }

    /** A row by its place, in an object of its own. */
    UnsafeRow row(int i) {
        UnsafeRow row = new UnsafeRow(fields);
        set(row, i, new byte[0]);
        return row;
    }

    /**
     * Sets a row to the bytes of another.
     *
     * @param whole takes these where not all of them are in the page
     * @return the same, or a longer one that took its place
     */
    private byte[] set(UnsafeRow row, int i, byte[] whole) {
        int start = i == 0 ? 0 : ends[i - 1];
        int size = ends[i] - start;
        int gap = gap(bytes, Platform.BYTE_ARRAY_OFFSET + (long) start, fields);
        if (gap == 0) {
            row.pointTo(bytes, Platform.BYTE_ARRAY_OFFSET + (long) start, size);
            return whole;
        }
        int head = UnsafeRow.calculateBitSetWidthInBytes(fields);
        byte[] all = whole.length < size + gap ? new byte[size + gap] : whole;
        System.arraycopy(bytes, start, all, 0, head);
        Arrays.fill(all, head, head + gap, (byte) 0);
        System.arraycopy(bytes, start + head, all, head + gap, size - head);
        row.pointTo(all, Platform.BYTE_ARRAY_OFFSET, size + gap);
        return all;
    }

    /** The rows; each is the object of the one before it, set to other bytes. */
    Iterator<InternalRow> rows() {
        UnsafeRow row = new UnsafeRow(fields);
        return new Iterator<>() {
            private int next;
            private byte[] whole = {};

            @Override
            public boolean hasNext() {
                return next < ends.length;
            }

            @Override
            public InternalRow next() {
                if (next == ends.length) {
                    throw new NoSuchElementException();
                }
                whole = set(row, next++, whole);
                return row;
            }
        };
    }
}
