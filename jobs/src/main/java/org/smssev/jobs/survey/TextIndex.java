package org.smssev.jobs.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.smssev.common.config.SurveyConfig.TextScope;
import org.smssev.common.config.SurveyConfig.TextScope.Method;

/**
 * Texts that stand for codes, ranked by their likeness to another text.
 *
 * <p>BM25 (Robertson &amp; Zaragoza 2009): the sum over the distinct terms of the text of {@code idf f (k1 + 1) / (f + k1 (1
 * - b + b L / avgL))}, with {@code f} the term's occurrences in the code's text, {@code L} that text's length, {@code k1 =
 * 1.2}, {@code b = 0.75}, {@code idf = ln(1 + (N - n + 0.5) / (n + 0.5))}, {@code n} of {@code N} texts having the term. It
 * is 0 or more and cannot be compared between texts.
 *
 * <p>Cosine of vectors of {@code f (ln((1 + N) / (1 + n)) + 1)}, 0 to 1; terms of no code's text do not count. Its z is in
 * standard deviations (of N - 1) over the mean of all codes.
 *
 * <p>Either likeness is great where a short text shares one word with a short title. So a code must also cover the text: the
 * sum of {@code ln((1 + N) / (1 + n)) + 1} over the distinct terms that both have, divided by that of the text's five rarest
 * terms (all, where it has fewer), must reach a least share. Terms of no code's text count as the rarest.
 */
final class TextIndex {
    private static final double K1 = 1.2;
    private static final double B = 0.75;
    /** Terms of a text that a code would have to hold to cover it whole. */
    private static final int COVER_TERMS = 5;

    private final List<String> codes;
    private final Map<String, Integer> terms = new HashMap<>();
    private final List<int[]> documents = new ArrayList<>();
    private final double[] lengths;
    private final double meanLength;
    private final List<List<int[]>> postings = new ArrayList<>();
    private final double[] norms;

    /**
     * A code that is like a text.
     *
     * @param score BM25 or cosine
     * @param rank 1 for the most alike; of equal ones the lesser code is first
     * @param z null for BM25
     */
    record Link(String code, double score, int rank, Double z) {}

    /** An index of the occurrences of terms in the text of each code; order does not count. */
    TextIndex(Map<String, Map<String, Integer>> texts) {
        TreeMap<String, Map<String, Integer>> sorted = new TreeMap<>(texts);
        codes = List.copyOf(sorted.keySet());
        lengths = new double[codes.size()];
        sorted.values().forEach(this::add);
        meanLength = Arrays.stream(lengths).average().orElse(0);
        norms = new double[codes.size()];
        for (int d = 0; d < norms.length; d++) {
            int[] document = documents.get(d);
            double sum = 0;
            for (int i = 0; i < document.length; i += 2) {
                double x = document[i + 1] * smoothIdf(document[i]);
                sum += x * x;
            }
            norms[d] = Math.sqrt(sum);
        }
    }

    private void add(Map<String, Integer> text) {
        int d = documents.size();
        int[] document = new int[2 * text.size()];
        int at = 0;
        for (Map.Entry<String, Integer> entry : new TreeMap<>(text).entrySet()) {
            int term = terms.computeIfAbsent(entry.getKey(), k -> terms.size());
            if (term == postings.size()) {
                postings.add(new ArrayList<>());
            }
            postings.get(term).add(new int[] {d, entry.getValue()});
            document[at++] = term;
            document[at++] = entry.getValue();
            lengths[d] += entry.getValue();
        }
        documents.add(document);
    }

    private double smoothIdf(int term) {
        return rarity(postings.get(term).size());
    }

    private double rarity(int texts) {
        return Math.log((1.0 + codes.size()) / (1.0 + texts)) + 1;
    }

    /** Whether the text of a code has a term. */
    boolean holds(String term) {
        return terms.containsKey(term);
    }

    /** The codes that settings take for a text, the most alike first; none where nothing is alike. */
    List<Link> links(List<String> text, TextScope settings) {
        boolean isCosine = settings.method() == Method.COSINE;
        double[] scores = isCosine ? cosine(text) : bm25(text);
        double[] cover = cover(text);
        double mean = Arrays.stream(scores).average().orElse(0);
        double squares = Arrays.stream(scores).map(s -> (s - mean) * (s - mean)).sum();
        double deviation = Math.sqrt(squares / (scores.length - 1));
        List<Integer> order = IntStream.range(0, scores.length)
                .filter(d -> scores[d] > 0 && cover[d] >= settings.minCover())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer d) -> -scores[d]).thenComparing(d -> d))
                .limit(settings.maxRank())
                .toList();
        List<Link> links = new ArrayList<>();
        for (int d : order) {
            double z = (scores[d] - mean) / deviation;
            // Where all are equally alike there is no deviation, and no link.
            if (!isCosine || deviation > 0 && z >= settings.minZ()) {
                links.add(new Link(codes.get(d), scores[d], links.size() + 1, isCosine ? z : null));
            }
        }
        return links;
    }

    /** The share of a text that each code covers, in the order of the codes; over 1 where it holds more than five terms. */
    double[] cover(List<String> text) {
        double[] cover = new double[codes.size()];
        List<Double> rarities = new ArrayList<>();
        for (String word : text.stream().distinct().sorted().toList()) {
            Integer term = terms.get(word);
            double rarity = term == null ? rarity(0) : smoothIdf(term);
            rarities.add(rarity);
            if (term != null) {
                postings.get(term).forEach(posting -> cover[posting[0]] += rarity);
            }
        }
        rarities.sort(Comparator.reverseOrder());
        double whole = rarities.stream()
                .limit(COVER_TERMS)
                .mapToDouble(Double::doubleValue)
                .sum();
        return Arrays.stream(cover).map(c -> c / whole).toArray();
    }

    /** BM25 of a text with each code, in the order of the codes. */
    double[] bm25(List<String> text) {
        double[] scores = new double[codes.size()];
        for (String word : text.stream().distinct().sorted().toList()) {
            Integer term = terms.get(word);
            if (term == null) {
                continue;
            }
            int n = postings.get(term).size();
            double idf = Math.log(1 + (codes.size() - n + 0.5) / (n + 0.5));
            for (int[] posting : postings.get(term)) {
                double saturation = K1 * (1 - B + B * lengths[posting[0]] / meanLength);
                scores[posting[0]] += idf * posting[1] * (K1 + 1) / (posting[1] + saturation);
            }
        }
        return scores;
    }

    /** Cosine of a text with each code, in the order of the codes; 0 with a code without terms. */
    double[] cosine(List<String> text) {
        Map<Integer, Integer> counts = new TreeMap<>();
        text.forEach(word -> {
            Integer term = terms.get(word);
            if (term != null) {
                counts.merge(term, 1, Integer::sum);
            }
        });
        double[] scores = new double[codes.size()];
        double squares = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            double idf = smoothIdf(entry.getKey());
            double x = entry.getValue() * idf;
            squares += x * x;
            for (int[] posting : postings.get(entry.getKey())) {
                scores[posting[0]] += x * posting[1] * idf;
            }
        }
        for (int d = 0; d < scores.length; d++) {
            scores[d] = scores[d] > 0 ? Math.min(1, scores[d] / (norms[d] * Math.sqrt(squares))) : 0;
        }
        return scores;
    }
}
