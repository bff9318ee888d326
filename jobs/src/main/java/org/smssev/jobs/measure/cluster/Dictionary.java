package org.smssev.jobs.measure.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.smssev.common.config.ClusterConfig;

/**
 * The features in use, sorted by name, with their inverse document frequencies. Groups and subclasses come before terms
 * (their marks sort so).
 */
final class Dictionary implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String[] features;
    private final int[] df;
    private final float[] idf;
    /** Languages of the texts, ascending. */
    private final String[] languages;
    /** The language of each feature, by its place among the languages. */
    private final byte[] languageOf;
    /** The bigrams among the features. */
    private final List<Bigram> bigrams;

    private Dictionary(
            Map<String, int[]> counts, String[] features, long families, String[] languages, List<Bigram> bigrams) {
        this.bigrams = bigrams;
        this.features = features;
        this.languages = languages;
        df = new int[features.length];
        idf = new float[features.length];
        languageOf = new byte[features.length];
        for (int i = 0; i < features.length; i++) {
            int[] byLanguage = counts.get(features[i]);
            languageOf[i] = (byte) most(byLanguage);
            df[i] = Arrays.stream(byLanguage).sum();
            idf[i] = (float) (StrictMath.log((1.0 + families) / (1.0 + df[i])) + 1);
        }
    }

    /** A block's vocabulary and, by language, the families that hold each of its features. */
    static final class BlockCounts implements Serializable {
        private static final long serialVersionUID = 1L;
        final String[] vocabulary;
        final String[] languages;
        final int[][] df;
        final int families;

        BlockCounts(RawBlock block) {
            this.vocabulary = block.vocabulary;
            this.languages = block.languageNames;
            this.df = block.documentFrequencies();
            this.families = block.ids.length;
        }
    }

    /**
     * Merges the blocks' vocabularies. Terms in fewer than {@code minDf} families or in more than the share
     * {@code maxDf} of them are left out; of the rest the {@code maxTerms} most frequent stay (ties: lesser name).
     * Codes all stay. Bigrams of terms that stay follow the same rules, but must also stand in more families than chance
     * would give them, N (n_a / N) (n_b / N). Inverse document frequency is ln((1 + N) / (1 + df)) + 1.
     *
     * @param pairs families of the bigrams that are frequent enough
     * @param limits minDf, maxDf, maxTerms and maxBigrams
     */
    static Dictionary merge(List<BlockCounts> blocks, Map<Bigram, Integer> pairs, ClusterConfig limits) {
        String[] languages = blocks.stream()
                .flatMap(block -> Arrays.stream(block.languages))
                .collect(TreeSet<String>::new, TreeSet::add, TreeSet::addAll)
                .toArray(new String[0]);
        Map<String, int[]> total = new HashMap<>();
        long families = 0;
        for (BlockCounts block : blocks) {
            families += block.families;
            for (int l = 0; l < block.languages.length; l++) {
                int language = Arrays.binarySearch(languages, block.languages[l]);
                add(block.vocabulary, block.df[l], language, languages.length, total);
            }
        }
        List<String> codes = new ArrayList<>();
        Map<String, Integer> terms = new HashMap<>();
        double most = limits.maxDf() * families;
        total.forEach((name, counts) -> {
            int count = Arrays.stream(counts).sum();
            if (Kind.of(name) != Kind.TERM) {
                codes.add(name);
            } else if (count >= limits.minDf() && count <= most) {
                terms.put(name, count);
            }
        });
        List<String> kept = mostFrequent(terms, limits.maxTerms());
        terms.keySet().retainAll(new HashSet<>(kept));
        List<Bigram> bigrams = bigrams(pairs, terms, families, limits);
        for (Bigram bigram : bigrams) {
            int[] counts = new int[languages.length];
            counts[most(total.get(bigram.first()))] = pairs.get(bigram);
            total.put(bigram.feature(), counts);
            kept.add(bigram.feature());
        }
        kept.addAll(codes);
        String[] features = kept.toArray(new String[0]);
        Arrays.sort(features);
        return new Dictionary(total, features, families, languages, bigrams);
    }

    private static List<Bigram> bigrams(
            Map<Bigram, Integer> pairs, Map<String, Integer> terms, long families, ClusterConfig limits) {
        Map<Bigram, Integer> telling = new HashMap<>();
        Set<String> names = new HashSet<>(terms.keySet());
        new TreeMap<>(pairs).forEach((pair, count) -> {
            Integer first = terms.get(pair.first());
            Integer second = terms.get(pair.second());
            boolean known = first != null && second != null && count <= limits.maxDf() * families;
            // A Chinese pair may spell a term that is one in other texts, or another pair; the first keeps the name.
            if (known && count > (double) first * second / families && names.add(pair.feature())) {
                telling.put(pair, count);
            }
        });
        return mostFrequent(telling, limits.maxBigrams());
    }

    /** The names with the greatest counts, ties to the lesser name. */
    private static <T extends Comparable<T>> List<T> mostFrequent(Map<T, Integer> counts, int most) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<T, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The place of the greatest count, the first of equals. */
    private static int most(int[] counts) {
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return best;
    }

    /** The feature of each pair of a block, or a negative number. */
    int[] bigrams(RawBlock block) {
        int[] featureOf = new int[block.pairs.size()];
        Arrays.fill(featureOf, -1);
        int[] numbers = block.numbers(bigrams);
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] >= 0) {
                featureOf[numbers[i]] = find(bigrams.get(i).feature());
            }
        }
        return featureOf;
    }

    private static void add(String[] vocabulary, int[] df, int language, int languages, Map<String, int[]> total) {
        for (int i = 0; i < vocabulary.length; i++) {
            if (df[i] > 0) {
                total.computeIfAbsent(vocabulary[i], name -> new int[languages])[language] += df[i];
            }
        }
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

    /** The language of most of the texts that hold a term (ties: lesser code). */
    String language(int feature) {
        return languages[languageOf[feature]];
    }

    /** Families that hold a feature. */
    int df(int feature) {
        return df[feature];
    }

    float idf(int feature) {
        return idf[feature];
    }
}
