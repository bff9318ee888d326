package org.smssev.jobs.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scores families against technologies: {@code s = a c + (1 - a) k}, with {@code a} the weight of IPC.
 *
 * <p>{@code c = 1 - (1 - r)^2} is the IPC part, with {@code r} the share of the family's main groups in the scope, so
 * that half of them give .75. {@code k = min(1, w / f)} is the keyword part, with {@code w} the distinct keywords that
 * it holds and {@code f} how many make it full. Groups and keywords are counted with a weight of rarity, {@code ln(1 +
 * N / n)} over its mean ({@code n} of {@code N} families have the feature): a code or word that is everywhere says
 * little about any one technology. Groups in nobody's scope have the mean weight, 1. All parts lie between 0 and 1. Where
 * an expert's rule matched, its confidence is the score.
 */
final class MatchScore implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ScopeIndex index;
    private final double[] weights;
    private final boolean[] fromText;
    private final double ipcWeight;
    private final double fullKeywords;
    private final double minScore;

    /** A technology that a family belongs to, by its place in the list. */
    record Scored(int technology, String method, double score, boolean isPrimary) {}

    /** What supports one technology. */
    private static final class Support {
        private double codes;
        private double words;
    }

    /**
     * Fixes the weights.
     *
     * @param families for each feature of the index, the families that have it
     * @param all all families
     */
    MatchScore(ScopeIndex index, long[] families, long all, double ipcWeight, double fullKeywords, double minScore) {
        this.index = index;
        this.weights = rarity(index, families, all);
        this.fromText = index.fromText();
        this.ipcWeight = ipcWeight;
        this.fullKeywords = fullKeywords;
        this.minScore = minScore;
    }

    private static double[] rarity(ScopeIndex index, long[] families, long all) {
        double[] weights = new double[index.features()];
        for (int kind = 0; kind < 2; kind++) {
            int from = kind == 0 ? 0 : index.prefixes();
            int to = kind == 0 ? index.prefixes() : index.features();
            double sum = 0;
            int seen = 0;
            for (int f = from; f < to; f++) {
                if (families[f] > 0) {
                    weights[f] = Math.log1p((double) all / families[f]);
                    sum += weights[f];
                    seen++;
                }
            }
            for (int f = from; f < to; f++) {
                weights[f] = families[f] > 0 ? weights[f] * seen / sum : 1;
            }
        }
        return weights;
    }

    /** The technologies whose score reaches the least score, in the order of the list; exactly one is primary. */
    List<Scored> score(Hits hits) {
        Map<Integer, Support> supports = new TreeMap<>();
        double allCodes = addCodes(hits.groups(), supports);
        for (int feature : hits.keywords()) {
            for (int t : index.technologiesOf(feature)) {
                supports.computeIfAbsent(t, k -> new Support()).words += weights[feature];
            }
        }
        TreeMap<Integer, Scored> byTechnology = new TreeMap<>();
        for (RuleIndex.Held held : hits.rules()) {
            byTechnology.put(held.technology(), new Scored(held.technology(), "RULE", held.confidence(), false));
        }
        for (Map.Entry<Integer, Support> entry : supports.entrySet()) {
            Support s = entry.getValue();
            double outside = allCodes > 0 ? 1 - s.codes / allCodes : 1;
            double words = Math.min(1, s.words / fullKeywords);
            double score = Math.max(0, Math.min(1, ipcWeight * (1 - outside * outside) + (1 - ipcWeight) * words));
            byTechnology.put(entry.getKey(), new Scored(entry.getKey(), method(entry.getKey(), s), score, false));
        }
        return withPrimary(byTechnology.values());
    }

    private String method(int technology, Support support) {
        if (support.codes == 0) {
            return "KEYWORD";
        }
        boolean isText = fromText[technology];
        return support.words == 0 ? isText ? "TEXT" : "IPC" : isText ? "TEXT_BOTH" : "BOTH";
    }

    private List<Scored> withPrimary(Collection<Scored> all) {
        List<Scored> scored = new ArrayList<>();
        int best = -1;
        for (Scored each : all) {
            if (each.score >= minScore) {
                scored.add(each);
                best = best < 0 || each.score > scored.get(best).score ? scored.size() - 1 : best;
            }
        }
        if (best >= 0) {
            Scored b = scored.get(best);
            scored.set(best, new Scored(b.technology, b.method, b.score, true));
        }
        return scored;
    }

    private double addCodes(int[][] groups, Map<Integer, Support> supports) {
        double all = 0;
        for (int[] features : groups) {
            double groupWeight = features.length == 0 ? 1 : 0;
            // Of several prefixes that cover a group, the rarest is the most specific and counts.
            Map<Integer, Double> covered = new TreeMap<>();
            for (int feature : features) {
                groupWeight = Math.max(groupWeight, weights[feature]);
                for (int t : index.technologiesOf(feature)) {
                    covered.merge(t, weights[feature], Math::max);
                }
            }
            all += groupWeight;
            covered.forEach((t, w) -> supports.computeIfAbsent(t, k -> new Support()).codes += w);
        }
        return all;
    }
}
