package org.smssev.common.stats;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.smssev.common.config.Config.Evaluate.Rule;

/**
 * The rules by which the scores of a panel on one question become a rating. Below five scores the robust means
 * (TRIMMED, HUBER, ADJUSTED) are the median, as nothing can be told from so few.
 */
public final class PanelRule {
    private static final int FEWEST_FOR_ROBUST = 5;
    private static final double TRIMMED_SHARE = .2;

    private PanelRule() {}

    /**
     * The rating.
     *
     * <p>ADJUSTED takes each expert's severity off the score and takes Huber's estimate of the rest, weighted by
     * familiarity: a harsh or mild expert then moves no rating, whichever technologies that expert scored.
     *
     * @param scores scores as given
     * @param severities how far above the panel each of these experts scores; used by ADJUSTED only
     * @param weights familiarity, or 1; used by WEIGHTED_MEAN and ADJUSTED only
     * @return NaN of nothing
     */
    public static double rating(Rule rule, double[] scores, double[] severities, double[] weights) {
        boolean isRobust = scores.length >= FEWEST_FOR_ROBUST;
        return switch (rule) {
            case MEAN -> Descriptive.mean(scores);
            case WEIGHTED_MEAN -> Location.weightedMean(scores, weights);
            case MEDIAN -> Descriptive.median(scores);
            case TRIMMED -> isRobust ? Descriptive.trimmedMean(scores, TRIMMED_SHARE) : Descriptive.median(scores);
            case HUBER -> isRobust ? Location.huber(scores) : Descriptive.median(scores);
            case HODGES_LEHMANN -> Location.hodgesLehmann(scores);
            case ADJUSTED -> {
                double[] adjusted = adjusted(scores, severities);
                yield isRobust ? Location.huber(adjusted, weights) : Descriptive.median(adjusted);
            }
        };
    }

    /** Standard error that goes with the rule: of the weighted mean for weighted rules, else of the mean. */
    public static double standardError(Rule rule, double[] scores, double[] severities, double[] weights) {
        double[] values = rule == Rule.ADJUSTED ? adjusted(scores, severities) : scores;
        double[] used = weights;
        if (rule != Rule.ADJUSTED && rule != Rule.WEIGHTED_MEAN) {
            used = new double[scores.length];
            Arrays.fill(used, 1);
        }
        return Location.weightedStandardError(values, used);
    }

    /** Weight that stands for experts who gave no familiarity: the median of those given, 1 where none is. */
    public static double typicalWeight(Stream<Integer> familiarities) {
        double[] given = familiarities
                .filter(Objects::nonNull)
                .mapToDouble(Integer::doubleValue)
                .toArray();
        return given.length == 0 ? 1 : Descriptive.median(given);
    }

    private static double[] adjusted(double[] scores, double[] severities) {
        double[] adjusted = new double[scores.length];
        Arrays.setAll(adjusted, i -> scores[i] - severities[i]);
        return adjusted;
    }
}
