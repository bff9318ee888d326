package org.smssev.jobs.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;
import org.smssev.common.config.Config;
import org.smssev.common.config.Config.Evaluate.Rule;
import org.smssev.common.stats.Descriptive;
import org.smssev.common.stats.Location;
import org.smssev.common.stats.PanelRule;
import org.smssev.common.tables.EvaluateTables.Rating;
import org.smssev.common.tables.EvaluateTables.Score;

/**
 * Ratings of candidates from the scores of one round. The interval is rating +- t(n - 1) SE, SE as of
 * {@link PanelRule#standardError}. Fewer scores than the quorum make a rating INSUFFICIENT: null, while the other
 * estimates are still told.
 */
final class Ratings {
    private final Config.Evaluate settings;
    private final Map<String, Double> severities;
    private final Weights weights;

    /**
     * Ratings under the settings.
     *
     * @param severities by expert; 0 for others
     */
    Ratings(Config.Evaluate settings, Map<String, Double> severities, Weights weights) {
        this.settings = settings;
        this.severities = severities;
        this.weights = weights;
    }

    /** The rating of a candidate on a dimension; {@code scores} are all of the round, in the order of experts. */
    Rating of(String candidateId, String dimension, List<Score> scores) {
        List<Score> counted = scores.stream().filter(score -> !score.excluded()).toList();
        int n = counted.size();
        int nExcluded = scores.size() - n;
        double rating = rate(settings.rule(), counted);
        Double delta = nExcluded == 0 ? null : Values.orNull(rate(settings.rule(), scores) - rating);
        String status = scores.isEmpty() ? "UNSCORED" : n < settings.quorum() ? "INSUFFICIENT" : "OK";
        boolean isOk = status.equals("OK");
        double se = PanelRule.standardError(settings.rule(), values(counted), severities(counted), weights(counted));
        double half = n > 1 ? new TDistribution(n - 1).inverseCumulativeProbability(.975) * se : Double.NaN;
        List<Score> unflagged =
                counted.stream().filter(score -> !score.outlier()).toList();
        double authority = Location.weightedMean(
                values(counted),
                counted.stream().mapToDouble(weights.authority()).toArray());
        return new Rating(
                candidateId,
                dimension,
                isOk ? Values.orNull(rating) : null,
                Values.orNull(rate(Rule.MEAN, counted)),
                Values.orNull(rate(Rule.WEIGHTED_MEAN, counted)),
                Values.orNull(rate(Rule.MEDIAN, counted)),
                Values.orNull(rate(Rule.TRIMMED, counted)),
                Values.orNull(rate(Rule.HUBER, counted)),
                Values.orNull(rate(Rule.HODGES_LEHMANN, counted)),
                Values.orNull(rate(Rule.ADJUSTED, counted)),
                Values.orNull(Descriptive.sd(values(counted)) / Math.sqrt(n)),
                isOk ? Values.orNull(rating - half) : null,
                isOk ? Values.orNull(rating + half) : null,
                n,
                Values.orNull(n == 0 ? Double.NaN : Location.effectiveNumber(weights(counted))),
                Values.orNull(authority),
                n - unflagged.size(),
                Values.orNull(rate(settings.rule(), unflagged)),
                nExcluded,
                delta,
                status);
    }

    /** A rating row for each candidate and dimension. */
    List<Rating> all(List<String> candidates, Iterable<String> dimensions, Map<String, List<Score>> byQuestion) {
        List<Rating> rows = new ArrayList<>();
        for (String candidate : candidates) {
            for (String dimension : dimensions) {
                rows.add(of(candidate, dimension, byQuestion.getOrDefault(candidate + "\t" + dimension, List.of())));
            }
        }
        return rows;
    }

    private double rate(Rule rule, List<Score> scores) {
        return PanelRule.rating(rule, values(scores), severities(scores), weights(scores));
    }

    private static double[] values(List<Score> scores) {
        return scores.stream().mapToDouble(Score::score).toArray();
    }

    private double[] severities(List<Score> scores) {
        return scores.stream()
                .mapToDouble(score -> severities.getOrDefault(score.expertId(), 0.0))
                .toArray();
    }

    private double[] weights(List<Score> scores) {
        return scores.stream().mapToDouble(weights.familiarity()).toArray();
    }
}
