package org.smssev.jobs.ingest.family;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.apache.spark.unsafe.types.UTF8String;
import org.smssev.common.table.DigestedKeys;
import org.smssev.jobs.ingest.digest.Reading;
import org.smssev.jobs.ingest.family.FamilyRecords.Told;
import org.smssev.jobs.ingest.family.LinkedFamilies.Links;
import org.smssev.jobs.ingest.merge.LatestFirst;
import org.smssev.jobs.ingest.merge.MergedLists;

/**
 * What the documents of one source tell of families where it says when it changed them last: of several of one publication the
 * latest counts, as it does for other fields ({@link LatestFirst}), and what it lacks is that of those before it. Where all are of
 * one day each counts. One without a day links as well, but names the family only where none with a day does.
 */
final class LatestDocuments {
    private static final Comparator<Told> LATEST_FIRST = Comparator.comparingLong(Told::day)
            .reversed()
            .thenComparingInt(Told::file)
            .thenComparingLong(Told::record);

    /** By publication. */
    private final Map<String, List<Told>> documents = new LinkedHashMap<>();
    /** Those without a day that name a family. */
    private final List<Told> undated = new ArrayList<>();
    /** In turn the digest of a number and a day: of others no more is kept, as most of a release are. */
    private final LongStream.Builder others = LongStream.builder();

    /** Takes a document. */
    void add(Told document) {
        documents
                .computeIfAbsent(document.links().number(), number -> new ArrayList<>(1))
                .add(document);
    }

    /** Takes a document that names a family, with or without a day. */
    void addNamed(Told document) {
        if (document.day() == Reading.UNTOLD) {
            undated.add(document);
        } else {
            add(document);
        }
    }

    /**
     * Takes a document of which it only matters whether it is later than others of its publication, as it links nothing. It names a
     * family and tells applications, so that it lacks nothing that those before it tell.
     */
    void addOther(Told document) {
        others.add(digest(document.links().number())).add(document.day());
    }

    /** What counts of the documents that were added, which are all. */
    List<Told> counting() {
        Map<Long, Long> later = new HashMap<>();
        documents.keySet().forEach(number -> later.put(digest(number), Reading.UNTOLD));
        PrimitiveIterator.OfLong pairs = others.build().iterator();
        while (pairs.hasNext()) {
            long of = pairs.nextLong();
            long day = pairs.nextLong();
            later.computeIfPresent(of, (number, latest) -> Math.max(latest, day));
        }
        List<Told> counting = new ArrayList<>();
        documents.forEach((number, of) -> counting.addAll(counting(of, later.get(digest(number)))));
        if (!undated.isEmpty()) {
            counting.addAll(ofNamed(counting));
        }
        return counting;
    }

    /** The documents without a day, with the families that those which have one name of their publications. */
    private List<Told> ofNamed(List<Told> dated) {
        FirstFamilies first = new FirstFamilies();
        dated.stream().filter(document -> document.family() != null).forEach(first::take);
        Map<String, String> families = new HashMap<>();
        first.forEach(families::put);
        return undated.stream()
                .map(document -> new Told(
                        document.links(),
                        families.getOrDefault(document.links().number(), document.family()),
                        document.day(),
                        document.file(),
                        document.record()))
                .toList();
    }

    /**
     * What counts of the documents of a publication.
     *
     * @param other the latest day of those that were not added
     */
    private static List<Told> counting(List<Told> documents, long other) {
        List<Told> latestFirst = documents.stream()
                .filter(document -> document.day() >= other)
                .sorted(LATEST_FIRST)
                .toList();
        boolean areOfOneDay =
                latestFirst.stream().mapToLong(Told::day).distinct().count() < 2;
        return areOfOneDay
                ? latestFirst
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
