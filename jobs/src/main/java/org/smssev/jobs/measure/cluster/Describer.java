package org.smssev.jobs.measure.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.smssev.common.tables.ClusterTables.Cluster;

/** Numbers the clusters by decreasing size (ties: the one with the least family first) and describes them. */
final class Describer {
    /** Why families are in cluster -1. */
    static final String NO_FEATURES = "families without a term or IPC code in common with others";

    private final Labels labels;
    private final ClusterFacts[] facts;
    /** Stability of each cluster; null where it was not measured. */
    private final double[] stability;

    private final Years years;
    private final int[] order;

    /**
     * What is known of years.
     *
     * @param window years of each of the two windows of growth
     * @param truncated youngest years that are incomplete
     */
    record Years(int window, int truncated) {}

    /** The last of the facts is of the families without a cluster. */
    Describer(Dictionary dictionary, FeatureCounts counts, ClusterFacts[] facts, double[] stability, Years years) {
        int k = facts.length - 1;
        this.facts = facts.clone();
        this.stability = stability == null ? null : stability.clone();
        this.years = years;
        this.labels = new Labels(
                dictionary,
                counts,
                Arrays.stream(facts).limit(k).mapToLong(f -> f.size).toArray());
        this.order = IntStream.range(0, k)
                .filter(c -> facts[c].size > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(c -> -facts[c].size).thenComparing(c -> facts[c].least))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The number of each cluster; -1 for empty ones. */
    int[] numbers() {
        int[] numbers = new int[facts.length - 1];
        Arrays.fill(numbers, -1);
        for (int i = 0; i < order.length; i++) {
            numbers[order[i]] = i;
        }
        return numbers;
    }

    /** The clusters by number; first cluster -1, if any family is in it. */
    List<Cluster> clusters() {
        YearCounts all = new YearCounts();
        for (ClusterFacts each : facts) {
            all.add(each.years);
        }
        List<Cluster> clusters = new ArrayList<>();
        ClusterFacts none = facts[facts.length - 1];
        if (none.size > 0) {
            clusters.add(new Cluster(
                    -1,
                    none.size,
                    List.of(),
                    List.of(),
                    List.of(),
                    none.topApplicants(),
                    young(none, all),
                    growth(none, all),
                    none.years.median(),
                    null,
                    null,
                    null,
                    null,
                    NO_FEATURES));
        }
        for (int i = 0; i < order.length; i++) {
            ClusterFacts each = facts[order[i]];
            Double stable = stable(order[i]);
            clusters.add(new Cluster(
                    i,
                    each.size,
                    labels.terms(order[i]),
                    labels.ipc(order[i]),
                    each.central.stream().map(ClusterFacts.Central::family).toList(),
                    each.topApplicants(),
                    young(each, all),
                    growth(each, all),
                    each.years.median(),
                    each.distances / each.size,
                    Double.isNaN(each.silhouettes) ? null : Double.valueOf(each.silhouettes / each.size),
                    stable,
                    stable == null ? null : Stability.verdict(stable),
                    null));
        }
        return clusters;
    }

    private Double stable(int cluster) {
        return stability == null || Double.isNaN(stability[cluster]) ? null : stability[cluster];
    }

    private Double growth(ClusterFacts each, YearCounts all) {
        return each.years.growth(all, years.window(), years.truncated());
    }

    private Double young(ClusterFacts each, YearCounts all) {
        Integer from = all.youngFrom(years.truncated());
        return from == null ? null : each.years.share(from, all.last(years.truncated()));
    }
}
