package org.smssev.jobs.ingest;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.InternalRow;
import org.smssev.common.table.InternalRows;
import org.smssev.jobs.ingest.source.FileId;
import org.smssev.jobs.ingest.source.Input;
import org.smssev.jobs.ingest.source.RawRows;

/** Why records of a release are rejected, for a message: each reason with its number of records and the first of them. */
final class Rejections {
    /** Reasons that are told. */
    private static final int MOST = 5;
    /** Characters of a detail that are told. */
    private static final int MOST_DETAIL = 160;

    private Rejections() {}

    /** Records of one reason, and the first of them. */
    private record Rejected(long n, int file, long record, String detail) implements Serializable {
        private static final long serialVersionUID = 1L;

        Rejected and(Rejected other) {
            Rejected first = Comparator.comparingInt(Rejected::file)
                                    .thenComparingLong(Rejected::record)
                                    .compare(this, other)
                            <= 0
                    ? this
                    : other;
            return new Rejected(n + other.n, first.file, first.record, first.detail);
        }
    }

    /** The reasons, the most frequent first. */
    static String of(InternalRows canonical, List<Input.Read> files) {
        Map<String, Rejected> reasons = new TreeMap<>();
        canonical
                .rows()
                .mapPartitions(Rejections::part)
                .collect()
                .forEach(part -> part.forEach((reason, some) -> reasons.merge(reason, some, Rejected::and)));
        // Equally frequent ones stay in the order of their names.
        return reasons.entrySet().stream()
                .sorted(Comparator.comparingLong(
                                (Map.Entry<String, Rejected> e) -> e.getValue().n())
                        .reversed())
                .limit(MOST)
                .map(e -> told(e.getKey(), e.getValue(), files))
                .collect(Collectors.joining("; "));
    }

    /**
     * How many rejected records may be of publications that are not known: those that tell no number, and rows that could not be
     * split, whose cells may be shifted, and which may hold further records.
     */
    static long ofUnknown(InternalRows canonical) {
        int number = CanonicalRows.SCHEMA.fieldIndex("publication_number");
        return canonical
                .rows()
                .filter(r -> !r.getBoolean(CanonicalRows.ACCEPTED)
                        && (r.isNullAt(number)
                                || RawRows.areUnsplit(
                                        r.getUTF8String(CanonicalRows.REASON).toString())))
                .count();
    }

    private static String told(String reason, Rejected some, List<Input.Read> files) {
        FileId file = files.get(some.file()).file();
        String detail = some.detail() == null ? "" : some.detail();
        return reason + " " + some.n() + ", first in " + file.source() + "/" + file.name() + ", record " + some.record()
                + ": "
                + (detail.length() > MOST_DETAIL ? detail.substring(0, MOST_DETAIL) + "…" : detail);
    }

    private static Iterator<TreeMap<String, Rejected>> part(Iterator<InternalRow> rows) {
        TreeMap<String, Rejected> reasons = new TreeMap<>();
        rows.forEachRemaining(r -> {
            if (!r.getBoolean(CanonicalRows.ACCEPTED)) {
                String why = r.isNullAt(CanonicalRows.DETAIL)
                        ? null
                        : r.getUTF8String(CanonicalRows.DETAIL).toString();
                reasons.merge(
                        r.getUTF8String(CanonicalRows.REASON).toString(),
                        new Rejected(1, r.getInt(CanonicalRows.FILE_NO), r.getLong(CanonicalRows.RECORD_NO), why),
                        Rejected::and);
            }
        });
        return List.of(reasons).iterator();
    }
}
