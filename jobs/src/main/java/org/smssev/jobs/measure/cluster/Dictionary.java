package org.smssev.jobs.measure.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The features in use, sorted by name, with their inverse document frequencies. Groups and subclasses come before terms
 * (their marks sort so).
 */
final class Dictionary implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String[] features;
    private final int[] df;
    private final float[] idf;

    private Dictionary(String[] features, int[] df, float[] idf) {
        this.features = features;
        this.df = df;
        this.idf = idf;
    }

    /** A block's vocabulary and the families that hold each of its features. */
    static final class BlockCounts implements Serializable {
        private static final long serialVersionUID = 1L;
        final String[] vocabulary;
        final int[] df;
        final int families;

        BlockCounts(String[] vocabulary, int[] df, int families) {
            this.vocabulary = vocabulary;
            this.df = df;
            this.families = families;
        }
    }

    /**
     * Merges the blocks' vocabularies. Terms in fewer than {@code minDf} families or in more than the share
     * {@code maxDf} of them are left out; of the rest the {@code maxTerms} most frequent stay (ties: lesser name).
     * Codes all stay. Inverse document frequency is ln((1 + N) / (1 + df)) + 1.
     */
    static Dictionary merge(List<BlockCounts> blocks, int minDf, double maxDf, int maxTerms) {
        Map<String, int[]> total = new HashMap<>();
        long families = 0;
        for (BlockCounts block : blocks) {
            families += block.families;
            for (int i = 0; i < block.vocabulary.length; i++) {
                total.computeIfAbsent(block.vocabulary[i], name -> new int[1])[0] += block.df[i];
            }
        }
        List<String> codes = new ArrayList<>();
        List<String> terms = new ArrayList<>();
        double most = maxDf * families;
        total.forEach((name, count) -> {
            if (Kind.of(name) != Kind.TERM) {
                codes.add(name);
            } else if (count[0] >= minDf && count[0] <= most) {
                terms.add(name);
            }
        });
        if (terms.size() > maxTerms) {
            terms.sort(Comparator.<String>comparingInt(name -> -total.get(name)[0])
                    .thenComparing(Comparator.naturalOrder()));
            terms.subList(maxTerms, terms.size()).clear();
        }
        codes.addAll(terms);
        String[] features = codes.toArray(new String[0]);
        Arrays.sort(features);
        int[] df = new int[features.length];
        float[] idf = new float[features.length];
        for (int i = 0; i < features.length; i++) {
            df[i] = total.get(features[i])[0];
            idf[i] = (float) (StrictMath.log((1.0 + families) / (1.0 + df[i])) + 1);
        }
        return new Dictionary(features, df, idf);
    }

    int size() {
        return features.length;
    }

    /** The number of a feature, or a negative number. */
    int find(String feature) {
        return Arrays.binarySearch(features, feature);
    }

    /** A feature's name without its mark. */
    String name(int feature) {
        return features[feature].substring(1);
    }

    Kind kind(int feature) {
        return Kind.of(features[feature]);
    }

    /** Families that hold a feature. */
    int df(int feature) {
        return df[feature];
    }

    float idf(int feature) {
        return idf[feature];
    }
}
