package org.smssev.jobs.measure.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.tables.ClusterTables.LabelTerm;
import org.smssev.common.tables.ClusterTables.Weighted;

/** What names a cluster: its typical terms and IPC codes. */
final class Labels {
    private static final int MOST = 10;
    /** Least share of a cluster's families that a code must be in: lift alone would pick the rarest codes. */
    private static final double LEAST_SHARE = 0.02;
    /** Least share of a cluster's words that a language must have to be present; single foreign words are none. */
    private static final double LEAST_WORDS = 0.02;

    private final Dictionary dictionary;
    private final int[][] counts;
    private final long[] sizes;
    private final long[] totals;
    /** Words of each language in all clusters. */
    private final Map<String, Long> words;

    private final long families;
    private final int clusters;

    /** Labels of clusters of the given sizes; empty ones count for nothing. */
    Labels(Dictionary dictionary, FeatureCounts features, long[] sizes) {
        this.dictionary = dictionary;
        this.counts = features.counts;
        this.sizes = sizes.clone();
        this.totals = new long[dictionary.size()];
        this.words = new TreeMap<>();
        for (int[] cluster : counts) {
            for (int f = 0; f < cluster.length; f++) {
                totals[f] += cluster[f];
            }
            words(cluster).forEach((language, n) -> words.merge(language, n, Long::sum));
        }
        long all = 0;
        int filled = 0;
        for (long size : sizes) {
            all += size;
            filled += size > 0 ? 1 : 0;
        }
        families = all;
        clusters = filled;
    }

    /**
     * The ten strongest terms of each language present, by c-TF-IDF, tf(t, C) ln(1 + A / f(t)), A being the mean words of
     * a cluster in that language (Grootendorst 2022). Languages by decreasing words in the cluster (ties: lesser code).
     */
    List<LabelTerm> terms(int cluster) {
        Map<String, Long> here = words(counts[cluster]);
        double all = here.values().stream().mapToLong(Long::longValue).sum();
        List<LabelTerm> terms = new ArrayList<>();
        here.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_WORDS * all)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> terms.addAll(terms(cluster, entry.getKey())));
        return List.copyOf(terms);
    }

    private List<LabelTerm> terms(int cluster, String language) {
        double wordsPerCluster = (double) words.get(language) / clusters;
        List<LabelTerm> found = new ArrayList<>();
        for (int f = 0; f < totals.length; f++) {
            if (counts[cluster][f] > 0
                    && dictionary.kind(f) == Kind.TERM
                    && dictionary.language(f).equals(language)) {
                found.add(new LabelTerm(
                        language,
                        dictionary.name(f),
                        counts[cluster][f] * StrictMath.log1p(wordsPerCluster / totals[f])));
            }
        }
        found.sort(Comparator.comparingDouble(LabelTerm::weight).reversed().thenComparing(LabelTerm::name));
        return found.subList(0, Math.min(MOST, found.size()));
    }

    /** Main groups by lift, (n_gC / n_C) / (n_g / N), of those in at least 2 % of the cluster's families, and in two. */
    List<Weighted> ipc(int cluster) {
        double least = Math.max(2, LEAST_SHARE * sizes[cluster]);
        List<Weighted> found = new ArrayList<>();
        for (int f = 0; f < totals.length; f++) {
            if (counts[cluster][f] >= least && dictionary.kind(f) == Kind.GROUP) {
                double lift = (double) counts[cluster][f] * families / ((double) sizes[cluster] * totals[f]);
                found.add(new Weighted(dictionary.name(f), lift));
            }
        }
        found.sort(Comparator.comparingDouble(Weighted::weight).reversed().thenComparing(Weighted::name));
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    /** Words of each language among the occurrences. */
    private Map<String, Long> words(int[] occurrences) {
        Map<String, Long> found = new TreeMap<>();
        for (int f = 0; f < occurrences.length; f++) {
            if (occurrences[f] > 0 && dictionary.kind(f) == Kind.TERM) {
                found.merge(dictionary.language(f), (long) occurrences[f], Long::sum);
            }
        }
        return found;
    }
}
