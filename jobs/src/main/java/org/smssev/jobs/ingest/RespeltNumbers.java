package org.smssev.jobs.ingest;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.smssev.common.stage.StageContext;
import org.smssev.common.table.StoredTable;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.number.PublicationNumber;

/**
 * Publications of the releases before whose numbers this version of the program spells otherwise than the one that stored them: an
 * increment does not meet them, so that what it gives of them counts twice, while a snapshot withdraws them.
 */
final class RespeltNumbers {
    private static final List<String> COLUMNS = List.of("withdrawn", "publication_number", "office", "kind");

    private RespeltNumbers() {}

    /**
     * Such publications.
     *
     * @param count how many there are
     * @param first number of the first of them, as stored; null where there is none
     * @param now its number by this version; null likewise
     */
    record Found(long count, String first, String now) implements Serializable {
        Found and(Found other) {
            boolean isFirst = other.first == null || first != null && first.compareTo(other.first) <= 0;
            return new Found(count + other.count, isFirst ? first : other.first, isFirst ? now : other.now);
        }
    }

    /** Warns of them where another version of the program made the release that an increment is added to. */
    static void warn(StageContext context) {
        boolean isOfOther = context.earlierRun()
                .filter(run -> !run.codeVersion().equals(context.codeVersion()))
                .isPresent();
        if (!isOfOther) {
            return;
        }
        context.earlierTable(Patent.class)
                .map(RespeltNumbers::of)
                .ifPresent(found -> context.warnAbove(
                        "numbers_respelt",
                        "release",
                        (double) found.count(),
                        0,
                        "publications of earlier releases have numbers that this version of smssev spells differently"
                                + (found.first() == null ? "" : " (" + found.first() + ", now " + found.now() + ")")
                                + ". This increment does not match them, and counts them twice. Read a snapshot of all"
                                + " publications as a new release before the next increment."));
    }

    /** Those among the publications of a table that are not withdrawn. */
    static Found of(StoredTable patents) {
        return patents.scan(COLUMNS).rows().rows().mapPartitions(RespeltNumbers::part).collect().stream()
                .reduce(new Found(0, null, null), Found::and);
    }

    private static Iterator<Found> part(Iterator<InternalRow> rows) {
        long count = 0;
        Found first = new Found(0, null, null);
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            String number = row.getUTF8String(1).toString();
            String now = row.getBoolean(0) ? number : now(number, text(row, 2), text(row, 3));
            if (!now.equals(number)) {
                count++;
                first = first.and(new Found(0, number, now));
            }
        }
        return List.of(new Found(count, first.first(), first.now())).iterator();
    }

    private static String now(String number, String office, String kind) {
        return PublicationNumber.parse(number, office, kind).canonical();
    }

    private static String text(InternalRow row, int column) {
        return row.isNullAt(column) ? null : row.getUTF8String(column).toString();
    }
}
