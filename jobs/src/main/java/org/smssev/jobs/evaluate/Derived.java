package org.smssev.jobs.evaluate;

import java.util.Map;
import java.util.TreeMap;

/**
 * Scores of dimensions that follow from their sub-indicators: where an expert gave none, the mean of the sub-indicators
 * given, weighted, if they are enough.
 */
final class Derived {
    private Derived() {}

    /** The scores given and those that follow, in the order of their keys. */
    static TreeMap<Taken.Key, Double> of(Map<Taken.Key, Taken.Given> given, Questionnaire asked) {
        TreeMap<Taken.Key, Double> scores = new TreeMap<>();
        TreeMap<Taken.Key, double[]> sums = new TreeMap<>();
        given.forEach((key, score) -> {
            scores.put(key, score.score());
            Double weight = asked.indicators(key.dimension()).get(key.indicator());
            if (weight != null) {
                Taken.Key whole = new Taken.Key(key.round(), key.expertId(), key.candidateId(), key.dimension());
                double[] sum = sums.computeIfAbsent(whole, k -> new double[3]);
                sum[0] += weight * score.score();
                sum[1] += weight;
                sum[2]++;
            }
        });
        sums.forEach((whole, sum) -> {
            if (sum[2] >= asked.fewestIndicators(whole.dimension()) && sum[1] > 0) {
                scores.putIfAbsent(whole, sum[0] / sum[1]);
            }
        });
        return scores;
    }
}
