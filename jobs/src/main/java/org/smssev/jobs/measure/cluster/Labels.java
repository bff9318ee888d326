package org.smssev.jobs.measure.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.smssev.common.tables.MeasureTables.Weighted;

/** What names a cluster: its typical terms and IPC codes. */
final class Labels {
    private static final int MOST = 10;
    /** Least share of a cluster's families that a code must be in: lift alone would pick the rarest codes. */
    private static final double LEAST_SHARE = 0.02;

    private static final Comparator<Weighted> ORDER =
            Comparator.comparingDouble(Weighted::weight).reversed().thenComparing(Weighted::name);

    private final Dictionary dictionary;
    private final int[][] counts;
    private final long[] sizes;
    private final long[] totals;
    private final double wordsPerCluster;
    private final long families;

    /** Labels of clusters of the given sizes; empty ones count for nothing. */
    Labels(Dictionary dictionary, FeatureCounts features, long[] sizes) {
        this.dictionary = dictionary;
        this.counts = features.counts;
        this.sizes = sizes.clone();
        this.totals = new long[dictionary.size()];
        long words = 0;
        for (int[] cluster : counts) {
            for (int f = 0; f < cluster.length; f++) {
                totals[f] += cluster[f];
                words += dictionary.kind(f) == Kind.TERM ? cluster[f] : 0;
            }
        }
        long all = 0;
        int clusters = 0;
        for (long size : sizes) {
            all += size;
            clusters += size > 0 ? 1 : 0;
        }
        families = all;
        wordsPerCluster = clusters == 0 ? 0 : (double) words / clusters;
    }

    /** Terms by c-TF-IDF, tf(t, C) ln(1 + A / f(t)), A being the mean words of a cluster (Grootendorst 2022). */
    List<Weighted> terms(int cluster) {
        return strongest(
                cluster, Kind.TERM, f -> counts[cluster][f] * StrictMath.log1p(wordsPerCluster / totals[f]), 1);
    }

    /** Main groups by lift, (n_gC / n_C) / (n_g / N), of those in at least 2 % of the cluster's families, and in two. */
    List<Weighted> ipc(int cluster) {
        double least = Math.max(2, LEAST_SHARE * sizes[cluster]);
        return strongest(
                cluster,
                Kind.GROUP,
                f -> (double) counts[cluster][f] * families / ((double) sizes[cluster] * totals[f]),
                least);
    }

    private List<Weighted> strongest(int cluster, Kind kind, IntToDoubleFunction weight, double least) {
        List<Weighted> found = new ArrayList<>();
        for (int f = 0; f < totals.length; f++) {
            if (counts[cluster][f] >= least && dictionary.kind(f) == kind) {
                found.add(new Weighted(dictionary.name(f), weight.applyAsDouble(f)));
            }
        }
        found.sort(ORDER);
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }
}
