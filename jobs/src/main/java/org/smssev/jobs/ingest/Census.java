package org.smssev.jobs.ingest;

import java.io.Serializable;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.smssev.common.table.DigestedKeys;
import org.smssev.common.table.Digests;

/**
 * What one pass over the canonical rows tells of a release: figures of each file, and digests by which numbers and families
 * that several records share are found without moving any.
 */
final class Census implements Serializable {
    /** Figures of a file, by position; behind them what records lack, and the statuses of their IPC codes. */
    static final int RECORDS = 0;

    static final int MALFORMED_IPC = 1;
    static final int REPLACED = 2;
    static final int ACCEPTED = 3;
    static final int LACKS = 4;
    static final int STATUSES = LACKS + IngestQuality.N_LACKS;

    static final int N_FIGURES = STATUSES + RecordNormaliser.STATUSES.size();
    private static final long serialVersionUID = 1L;

    /** Accepted records of a file that mark a withdrawal, or that do not. */
    record Part(int file, boolean isWithdrawal) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    private final TreeMap<Integer, long[]> figures = new TreeMap<>();
    private final HashMap<Part, Digests> numbers = new HashMap<>();
    private final Digests families;
    private final int most;

    private Census(int most) {
        this.most = most;
        this.families = new Digests(most);
    }

    /** Counts canonical rows. */
    static Census of(Dataset<Row> canonical) {
        return of(canonical, Digests.MOST);
    }

    /** Counts canonical rows, and keeps so many digests at most. */
    static Census of(Dataset<Row> canonical, int most) {
        Census census = new Census(most);
        BinaryRows.of(
                        canonical,
                        "file_no",
                        "withdrawal",
                        "malformed_ipc",
                        "replaced",
                        "accepted",
                        "lacks",
                        "ipc_statuses",
                        "publication_number",
                        "family_id")
                .mapPartitions(rows -> count(rows, most))
                .collect()
                .forEach(census::add);
        return census;
    }

    private void add(Census other) {
        other.figures.forEach((file, more) -> {
            long[] sums = figures(file);
            for (int i = 0; i < N_FIGURES; i++) {
                sums[i] += more[i];
            }
        });
        other.numbers.forEach((part, more) -> numbers(part).add(more));
        families.add(other.families);
    }

    private long[] figures(int file) {
        return figures.computeIfAbsent(file, f -> new long[N_FIGURES]);
    }

    private Digests numbers(Part part) {
        return numbers.computeIfAbsent(part, p -> new Digests(most));
    }

    private void add(InternalRow r) {
        int file = r.getInt(0);
        long[] sums = figures(file);
        sums[RECORDS]++;
        sums[MALFORMED_IPC] += r.getLong(2);
        sums[REPLACED] += r.getLong(3);
        if (r.getBoolean(4)) {
            sums[ACCEPTED]++;
            numbers(new Part(file, r.getBoolean(1))).add(DigestedKeys.digest(r.getUTF8String(7)));
            families.add(DigestedKeys.digest(r.getUTF8String(8)));
        }
        for (int i = 0; i < IngestQuality.N_LACKS; i++) {
            sums[LACKS + i] += r.getInt(5) >> i & 1;
        }
        if (!r.isNullAt(6)) {
            ArrayData statuses = r.getArray(6);
            for (int i = 0; i < statuses.numElements(); i++) {
                sums[STATUSES + i] += statuses.getLong(i);
            }
        }
    }

    /** Figures by the number of their file. */
    Map<Integer, long[]> figures() {
        return Collections.unmodifiableMap(figures);
    }

    /** Digests of the numbers of accepted records. */
    Map<Part, Digests> numbers() {
        return Collections.unmodifiableMap(numbers);
    }

    /** Accepted records. */
    long accepted() {
        return figures.values().stream().mapToLong(f -> f[ACCEPTED]).sum();
    }

    /** Rejected records by the number of their file. */
    Map<Integer, Long> rejected() {
        Map<Integer, Long> rejected = new HashMap<>();
        figures.forEach((file, f) -> rejected.put(file, f[RECORDS] - f[ACCEPTED]));
        return rejected;
    }

    /** Digests of the numbers of all accepted records. */
    Digests allNumbers() {
        Digests all = new Digests(most);
        numbers.values().forEach(all::add);
        return all;
    }

    /** Digests of the families of accepted records. */
    Digests families() {
        return families;
    }

    private static Iterator<Census> count(Iterator<InternalRow> rows, int most) {
        Census census = new Census(most);
        rows.forEachRemaining(census::add);
        return List.of(census).iterator();
    }
}
