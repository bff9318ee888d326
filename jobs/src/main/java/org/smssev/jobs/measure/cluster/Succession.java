package org.smssev.jobs.measure.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.smssev.common.tables.ClusterTables.Cluster;
import org.smssev.common.tables.ClusterTables.ClusterEvent;

/**
 * Which clusters of a release continue those of the release before, and what became of the others. Clusters are matched
 * one to one so that the sum of the Jaccard overlaps of their families is the greatest; a matched cluster keeps its id,
 * any other gets one that was never in use. The events are those of Spiliopoulou et al. (2006), told by shares of
 * families that both releases hold.
 */
final class Succession {
    /** Share of an earlier cluster that goes to each of the parts it was split into, at least. */
    static final double SPLIT_SHARE = 0.25;
    /** Share of each earlier cluster that goes to the one they merged into, at least. */
    static final double MERGE_SHARE = 0.5;

    private final String release;
    /** Families of the clusters of the earlier release. */
    private final Map<Integer, Long> earlier = new TreeMap<>();

    private final List<Cluster> present;
    private final List<ClusterEvent> past;
    private final Overlap overlap;
    /** The id of each present number. */
    private final Map<Integer, Integer> ids = new TreeMap<>();
    /** The earlier id of each that goes on, with the overlap. */
    private final Map<Integer, Double> kept = new TreeMap<>();

    /**
     * @param release name of this release
     * @param present clusters of this release, by provisional numbers
     * @param past events up to the earlier release
     * @param families all families of the earlier release, by their clusters in both; none for the first
     * @param least least Jaccard overlap of a cluster that keeps its id, 0 to 1
     */
    Succession(
            String release,
            List<Cluster> present,
            List<ClusterEvent> past,
            List<Overlap.Shared> families,
            double least) {
        this.release = release;
        this.present =
                present.stream().filter(cluster -> cluster.clusterId() >= 0).toList();
        this.past = List.copyOf(past);
        this.overlap = new Overlap(families);
        families.stream()
                .filter(count -> count.earlier() >= 0)
                .forEach(count -> earlier.merge(count.earlier(), count.families(), Long::sum));
        int[] matched = Matching.of(overlap.jaccards(least), overlap.present.length);
        for (int row = 0; row < matched.length; row++) {
            if (matched[row] >= 0) {
                ids.put(overlap.present[matched[row]], overlap.earlier[row]);
                kept.put(overlap.earlier[row], overlap.jaccard(row, matched[row]));
            }
        }
        int next = 1 + greatest();
        for (Cluster cluster : this.present) {
            if (!ids.containsKey(cluster.clusterId())) {
                ids.put(cluster.clusterId(), next++);
            }
        }
    }

    /** The id of each number from 0 on; -1 for a number without a cluster. */
    int[] ids() {
        int[] all = new int[ids.keySet().stream().mapToInt(n -> n + 1).max().orElse(0)];
        Arrays.fill(all, -1);
        ids.forEach((number, id) -> all[number] = id);
        return all;
    }

    /** Clusters with their ids in place of provisional numbers; cluster -1 stays. */
    List<Cluster> named(List<Cluster> clusters) {
        return clusters.stream()
                .map(c -> new Cluster(
                        ids.getOrDefault(c.clusterId(), c.clusterId()),
                        c.size(),
                        c.terms(),
                        c.ipc(),
                        c.centralFamilies(),
                        c.topApplicants(),
                        c.youngShare(),
                        c.growth(),
                        c.medianYear(),
                        c.meanDistance(),
                        c.silhouette(),
                        c.stability(),
                        c.stabilityClass(),
                        c.reason()))
                .toList();
    }

    /** The events of all releases. */
    List<ClusterEvent> events() {
        List<ClusterEvent> events = new ArrayList<>(past);
        Map<Integer, Long> presentSizes = new TreeMap<>();
        present.forEach(cluster -> presentSizes.put(ids.get(cluster.clusterId()), cluster.size()));
        presentSizes.forEach((id, size) -> events.add(
                kept.containsKey(id)
                        ? event(id, "KEPT", List.of(id), size, kept.get(id))
                        : event(id, "BORN", List.of(), size, mostOfPresent(id))));
        earlier.forEach((id, size) -> {
            if (!kept.containsKey(id)) {
                events.add(event(id, "DIED", List.of(), size, mostOfEarlier(id)));
            }
        });
        splits(events);
        merges(presentSizes, events);
        return events;
    }

    private void splits(List<ClusterEvent> events) {
        for (int r = 0; r < overlap.earlier.length; r++) {
            int row = r;
            int[] parts = IntStream.range(0, overlap.present.length)
                    .filter(c -> overlap.shareOfEarlier(row, c) >= SPLIT_SHARE)
                    .toArray();
            if (parts.length > 1) {
                double share = Arrays.stream(parts)
                        .mapToDouble(c -> overlap.shareOfEarlier(row, c))
                        .sum();
                List<Integer> into = Arrays.stream(parts)
                        .mapToObj(c -> ids.get(overlap.present[c]))
                        .sorted()
                        .toList();
                int id = overlap.earlier[row];
                events.add(event(id, "SPLIT", into, earlier.get(id), share));
            }
        }
    }

    private void merges(Map<Integer, Long> sizes, List<ClusterEvent> events) {
        for (int c = 0; c < overlap.present.length; c++) {
            int column = c;
            int[] parts = IntStream.range(0, overlap.earlier.length)
                    .filter(r -> overlap.shareOfEarlier(r, column) >= MERGE_SHARE)
                    .toArray();
            if (parts.length > 1) {
                double share = Arrays.stream(parts)
                        .mapToDouble(r -> overlap.shareOfPresent(r, column))
                        .sum();
                List<Integer> from =
                        Arrays.stream(parts).mapToObj(r -> overlap.earlier[r]).toList();
                int id = ids.get(overlap.present[column]);
                events.add(event(id, "MERGED", from, sizes.get(id), share));
            }
        }
    }

    private ClusterEvent event(int id, String kind, List<Integer> others, long size, Double share) {
        return new ClusterEvent(
                release, id, kind, others.stream().map(String::valueOf).toList(), size, share);
    }

    /** The greatest overlap of a present cluster with any earlier one; null if it shares no family. */
    private Double mostOfPresent(int id) {
        return IntStream.range(0, overlap.present.length)
                .filter(c -> ids.get(overlap.present[c]) == id)
                .boxed()
                .flatMap(c -> IntStream.range(0, overlap.earlier.length).mapToObj(r -> overlap.jaccard(r, c)))
                .max(Double::compare)
                .orElse(null);
    }

    private Double mostOfEarlier(int id) {
        int row = Arrays.binarySearch(overlap.earlier, id);
        return row < 0
                ? null
                : IntStream.range(0, overlap.present.length)
                        .mapToObj(c -> overlap.jaccard(row, c))
                        .max(Double::compare)
                        .orElse(null);
    }

    /** The greatest id in use so far; ids of dead clusters stand in the events. */
    private int greatest() {
        return IntStream.concat(
                        earlier.keySet().stream().mapToInt(Integer::intValue),
                        past.stream().mapToInt(ClusterEvent::clusterId))
                .max()
                .orElse(-1);
    }
}
