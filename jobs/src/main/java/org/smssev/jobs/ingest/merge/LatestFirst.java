package org.smssev.jobs.ingest.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.smssev.common.tables.IngestTables.Patent;
import org.smssev.jobs.ingest.digest.Reading;
import org.smssev.jobs.ingest.merge.Merge.Merged;
import org.smssev.jobs.ingest.merge.Merge.Outcome;

/**
 * Order of the records of one publication whose source tells when it changed them last, as DOCDB does: where a source gives several
 * the latest comes first, whatever the names of its files, and corrects the others, also where it withdraws the publication or
 * brings it back. One without such a day counts as older than those that have one; but as a mark of withdrawal it counts whatever
 * they say. Sources stay in their order, and so do records of one day; only a mark that counts comes before all.
 *
 * @param records places of the records that count, the first one first; not of a mark of withdrawal before a later record
 * @param days of each of these that of its last change; {@link Reading#UNTOLD} where that is not told
 */
public record LatestFirst(List<Integer> records, List<Long> days) {
    /**
     * The order of records.
     *
     * @param incoming in order of sources, files and records
     */
    static LatestFirst of(List<Patent> incoming) {
        long[] days = incoming.stream().mapToLong(Reading::lastChange).toArray();
        boolean isTold = Arrays.stream(days).anyMatch(day -> day != Reading.UNTOLD);
        List<Integer> places =
                IntStream.range(0, incoming.size()).boxed().collect(Collectors.toCollection(ArrayList::new));
        if (incoming.size() > 1 && isTold) {
            sort(places, incoming, days);
        }
        int mark = 0;
        while (mark < places.size() && !incoming.get(places.get(mark)).withdrawn()) {
            mark++;
        }
        if (mark < places.size()) {
            places.add(0, places.remove(mark));
        }
        return new LatestFirst(places, places.stream().map(i -> days[i]).toList());
    }

    private static void sort(List<Integer> places, List<Patent> incoming, long[] days) {
        Map<List<String>, Integer> sources = new HashMap<>();
        int[] source = new int[days.length];
        long[] latest = new long[days.length];
        Arrays.fill(latest, Reading.UNTOLD);
        for (int i = 0; i < days.length; i++) {
            source[i] = sources.computeIfAbsent(incoming.get(i).sources(), s -> sources.size());
            if (!incoming.get(i).withdrawn()) {
                latest[source[i]] = Math.max(latest[source[i]], days[i]);
            }
        }
        places.removeIf(i -> incoming.get(i).withdrawn() && days[i] != Reading.UNTOLD && days[i] < latest[source[i]]);
        places.sort(Comparator.<Integer>comparingInt(i -> source[i])
                .thenComparing(i -> days[i], Comparator.reverseOrder()));
    }

    /** Those of some values, one for each record, whose records count, in the order of these. */
    <T> List<T> sorted(List<T> values) {
        return records.stream().map(values::get).toList();
    }

    /** The records that count, in their order, each without the text that its own source tells in a record that it changed later. */
    List<Patent> withLatestTexts(List<Patent> sorted) {
        if (days.stream().allMatch(day -> day == Reading.UNTOLD)) {
            return sorted;
        }
        Map<List<String>, Long> titled = newest(sorted, Patent::title);
        Map<List<String>, Long> summarised = newest(sorted, Patent::abstractText);
        List<Patent> latest = new ArrayList<>(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            Patent p = sorted.get(i);
            boolean hasTitle = days.get(i).equals(titled.get(p.sources()));
            boolean hasAbstract = days.get(i).equals(summarised.get(p.sources()));
            latest.add(Merge.withTexts(p, hasTitle ? p.title() : null, hasAbstract ? p.abstractText() : null));
        }
        return latest;
    }

    /** The day of the last change of the records of each source that have some text. */
    private Map<List<String>, Long> newest(List<Patent> sorted, Function<Patent, String> text) {
        Map<List<String>, Long> newest = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            if (text.apply(sorted.get(i)) != null) {
                newest.merge(sorted.get(i).sources(), days.get(i), Math::max);
            }
        }
        return newest;
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
