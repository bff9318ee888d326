package org.smssev.jobs.ingest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.unsafe.Platform;

/**
 * Rows in Spark's binary form, behind one another in one array. A few large arrays are quicker to keep, and to read one after
 * the other, than an object and an array for each row.
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
                int fields = first.numFields();
                byte[] bytes = new byte[Math.max(SIZE, first.getSizeInBytes())];
                int[] ends = new int[FIRST_ENDS];
                int n = 0;
                int end = 0;
                while (first != null && first.getSizeInBytes() <= bytes.length - end) {
                    first.writeToMemory(bytes, Platform.BYTE_ARRAY_OFFSET + (long) end);
                    end += first.getSizeInBytes();
                    if (n == ends.length) {
                        ends = Arrays.copyOf(ends, 2 * n);
                    }
                    ends[n++] = end;
                    first = rows.hasNext() ? (UnsafeRow) rows.next() : null;
                }
                // The last page of a partition may have few rows, and there may be many partitions.
                return new RowPage(fields, first == null ? Arrays.copyOf(bytes, end) : bytes, Arrays.copyOf(ends, n));
            }
        };
    }

    /** The rows; each is the object of the one before it, set to other bytes. */
    Iterator<InternalRow> rows() {
        UnsafeRow row = new UnsafeRow(fields);
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < ends.length;
            }

            @Override
            public InternalRow next() {
                if (next == ends.length) {
                    throw new NoSuchElementException();
                }
                int start = next == 0 ? 0 : ends[next - 1];
                row.pointTo(bytes, Platform.BYTE_ARRAY_OFFSET + (long) start, ends[next] - start);
                next++;
                return row;
            }
        };
    }
}
