package org.smssev.jobs.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.Merge.Merged;
import org.smssev.jobs.ingest.Merge.Outcome;
import org.smssev.jobs.ingest.format.Field;

/**
 * Order of the records of one publication whose source tells when it changed them last, as DOCDB does: where a source gives several
 * the latest comes first, whatever the names of its files, and corrects the others, also where it withdraws the publication or
 * brings it back. Sources stay in their order, and so do records of one day.
 *
 * @param records places of the records that count, the first one first; not of a mark of withdrawal before a later record
 */
record LatestFirst(List<Integer> records) {
    /** A record with the day of its last change, where that is told. */
    static Patent dated(Patent record, Map<Field, String> cells, DateReader dates) {
        long day = dates == null ? 0 : day(CellValues.first(cells, Field.LAST_CHANGE), dates);
        return day <= 0
                ? record
                : Merge.read(
                        record, record.firstRelease(), record.recordHash(), Reading.changedOn(day, record.reading()));
    }

    private static long day(String text, DateReader dates) {
        if (DateReader.isNone(text)) {
            return 0;
        }
        try {
            LocalDate date = DateReader.known(dates.read(text));
            return date == null ? 0 : date.toEpochDay();
        } catch (DateTimeException e) {
            // What cannot be read orders nothing, but the record is as good as others.
            return 0;
        }
    }

    /** Whether a source changed one record of a publication later than another one that it gives. */
    static boolean isLater(Patent one, Patent other) {
        long before = Reading.lastChange(other);
        return before > 0 && Reading.lastChange(one) > before && one.sources().equals(other.sources());
    }

    /**
     * The order of records.
     *
     * @param incoming in order of sources, files and records
     */
    static LatestFirst of(List<Patent> incoming) {
        List<Integer> places = IntStream.range(0, incoming.size()).boxed().toList();
        if (incoming.size() < 2 || incoming.stream().noneMatch(p -> Reading.lastChange(p) > 0)) {
            return new LatestFirst(places);
        }
        List<List<String>> sources =
                incoming.stream().map(Patent::sources).distinct().toList();
        List<Integer> sorted = places.stream()
                .sorted(Comparator.<Integer>comparingInt(
                                i -> sources.indexOf(incoming.get(i).sources()))
                        .thenComparing(i -> -Reading.lastChange(incoming.get(i))))
                .filter(i -> !incoming.get(i).withdrawn()
                        || incoming.stream().noneMatch(p -> !p.withdrawn() && isLater(p, incoming.get(i))))
                .toList();
        return new LatestFirst(sorted);
    }

    /** Those of some values, one for each record, whose records count, in the order of these. */
    <T> List<T> sorted(List<T> values) {
        return records.stream().map(values::get).toList();
    }

    /** What was made of the records that count, with an outcome for each record in its place. */
    Merged inPlace(Merged merged, int all) {
        List<Outcome> outcomes = new ArrayList<>(Collections.nCopies(all, Outcome.DUPLICATE));
        for (int i = 0; i < records.size(); i++) {
            outcomes.set(records.get(i), merged.outcomes().get(i));
        }
        return new Merged(merged.patent(), outcomes);
    }
}
