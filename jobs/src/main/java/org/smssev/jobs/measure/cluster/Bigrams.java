package org.smssev.jobs.measure.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Counts the families of those bigrams that are frequent enough, exactly, in two passes over the blocks: the first finds
 * which may be, the second counts them. A bigram travels as the places of its words among those that are frequent enough
 * themselves, as it is in no more families than either.
 */
final class Bigrams {
    private Bigrams() {}

    /**
     * The bigrams that stand in at least so many families, with their families.
     *
     * @param counts the blocks' words and families
     * @param least families
     */
    static Map<Bigram, Integer> count(JavaRDD<RawBlock> raw, List<Dictionary.BlockCounts> counts, int least) {
        String[] words = frequentWords(counts, least);
        // A bigram that is frequent enough in all is so in at least one block by its part of the measure.
        int inOneBlock = Bigram.leastInOneOf(counts.size(), least);
        JavaSparkContext context = JavaSparkContext.fromSparkContext(raw.context());
        Broadcast<String[]> known = context.broadcast(words);
        long[] candidates = raw.map(block -> block.frequentPairs(known.value(), inOneBlock)).collect().stream()
                .flatMapToLong(LongStream::of)
                .sorted()
                .distinct()
                .toArray();
        Broadcast<long[]> wanted = context.broadcast(candidates);
        int[] sums = new int[candidates.length];
        raw.map(block -> block.pairFrequencies(known.value(), wanted.value()))
                .collect()
                .forEach(block -> Arrays.setAll(sums, i -> sums[i] + block[i]));
        known.unpersist();
        wanted.unpersist();
        return frequent(words, candidates, sums, least);
    }

    /** Terms in at least so many families, in the order of their names. */
    static String[] frequentWords(List<Dictionary.BlockCounts> counts, int least) {
        Map<String, Integer> families = new HashMap<>();
        for (Dictionary.BlockCounts block : counts) {
            for (int[] df : block.df) {
                for (int word = 0; word < df.length; word++) {
                    if (df[word] > 0 && Kind.of(block.vocabulary[word]) == Kind.TERM) {
                        families.merge(block.vocabulary[word], df[word], Integer::sum);
                    }
                }
            }
        }
        return families.entrySet().stream()
                .filter(word -> word.getValue() >= least)
                .map(Map.Entry::getKey)
                .sorted()
                .toArray(String[]::new);
    }

    private static Map<Bigram, Integer> frequent(String[] words, long[] pairs, int[] families, int least) {
        Map<Bigram, Integer> frequent = new HashMap<>();
        for (int i = 0; i < pairs.length; i++) {
            if (families[i] >= least) {
                frequent.put(new Bigram(words[(int) (pairs[i] >>> 32)], words[(int) pairs[i]]), families[i]);
            }
        }
        return frequent;
    }
}
