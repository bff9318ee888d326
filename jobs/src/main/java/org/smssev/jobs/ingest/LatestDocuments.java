package org.smssev.jobs.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.table.DigestedKeys;
import org.smssev.jobs.ingest.FamilyRecords.Told;
import org.smssev.jobs.ingest.LinkedFamilies.Links;

/**
 * What the documents of one source tell of families where it says when it changed them last: of several of one publication the
 * latest counts, as it does for other fields ({@link LatestFirst}), and what it lacks is that of those before it. Where all are of
 * one day each counts.
 */
final class LatestDocuments {
    private static final Comparator<Told> LATEST_FIRST = Comparator.comparingLong(Told::day)
            .reversed()
            .thenComparingInt(Told::file)
            .thenComparingLong(Told::record);

    /** By publication. */
    private final Map<String, List<Told>> documents = new LinkedHashMap<>();
    /** In turn the digest of a number and a day: of others no more is kept, as most of a release are. */
    private final LongStream.Builder others = LongStream.builder();

    /** Takes a document. */
    void add(Told document) {
        documents
                .computeIfAbsent(document.links().number(), number -> new ArrayList<>(1))
                .add(document);
    }

    /** Takes a document of which it only matters whether it is later than others of its publication, as it links nothing. */
    void addOther(Told document) {
        others.add(digest(document.links().number())).add(document.day());
    }

    /** What counts of the documents that were added, which are all. */
    List<Told> counting() {
        Map<Long, Long> later = new HashMap<>();
        documents.keySet().forEach(number -> later.put(digest(number), Reading.UNTOLD));
        long[] pairs = others.build().toArray();
        for (int i = 0; i < pairs.length; i += 2) {
            long day = pairs[i + 1];
            later.computeIfPresent(pairs[i], (number, latest) -> Math.max(latest, day));
        }
        List<Told> counting = new ArrayList<>();
        documents.forEach((number, of) -> counting.addAll(counting(of, later.get(digest(number)))));
        return counting;
    }

    /**
     * What counts of the documents of a publication.
     *
     * @param other the latest day of those that were not added
     */
    private static List<Told> counting(List<Told> documents, long other) {
        List<Told> latestFirst = documents.stream().sorted(LATEST_FIRST).toList();
        long latest = latestFirst.get(0).day();
        if (latest < other) {
            return List.of();
        }
        boolean areOfOneDay = latestFirst.get(latestFirst.size() - 1).day() == latest;
        return areOfOneDay
                ? documents
                : List.of(latestFirst.stream().reduce(LatestDocuments::filled).orElseThrow());
    }

    /** A document, filled from another one of its publication, of its day or before it. */
    private static Told filled(Told document, Told other) {
        Links links = document.links();
        Links more = other.links();
        boolean isOfDay = document.day() == other.day();
        boolean takesMembers = isOfDay || links.members().isEmpty();
        boolean takesApplications =
                isOfDay || links.applications().isEmpty() && links.priorities().isEmpty();
        return new Told(
                new Links(
                        links.number(),
                        either(links.members(), more.members(), takesMembers),
                        either(links.applications(), more.applications(), takesApplications),
                        either(links.priorities(), more.priorities(), takesApplications)),
                document.family() == null ? other.family() : document.family(),
                document.day(),
                document.file(),
                document.record());
    }

    private static <T> List<T> either(List<T> first, List<T> second, boolean takesSecond) {
        return takesSecond ? MergedLists.either(first, second) : first;
    }

    private static long digest(String number) {
        return DigestedKeys.digest(UTF8String.fromString(number));
    }
}
