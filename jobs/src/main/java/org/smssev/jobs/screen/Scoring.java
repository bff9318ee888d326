package org.smssev.jobs.screen;

import java.util.Arrays;
import java.util.List;
import org.smssev.common.config.Config.Weights;
import org.smssev.common.config.ScreenConfig;
import org.smssev.common.config.ScreenConfig.Direction;
import org.smssev.common.stats.Criteria;
import org.smssev.common.stats.Descriptive;
import org.smssev.common.stats.NaturalBreaks;
import org.smssev.common.stats.Topsis;

/** Scores candidates that passed the gates: values put in for missing ones, scaling, weights, TOPSIS and the cut. */
final class Scoring {
    /** Makes a median absolute deviation a standard deviation, where the values are normal. */
    private static final double SCALED = 1.4826;

    /** Percentile below and above which values count as the ends under PERCENTILE. */
    private static final double END = 0.01;

    private final ScreenConfig settings;
    private final List<Measure> measures;
    private final boolean[] benefit;
    private final double[] given;

    /** Scoring by the criteria of the settings. */
    Scoring(ScreenConfig settings) {
        this.settings = settings;
        this.measures = settings.criteria().keySet().stream().map(Measure::of).toList();
        this.benefit = new boolean[measures.size()];
        this.given = new double[measures.size()];
        for (int j = 0; j < benefit.length; j++) {
            String name = measures.get(j).label();
            benefit[j] = settings.criteria().get(name) == Direction.BENEFIT;
            given[j] = settings.givenWeights() == null
                    ? 0
                    : settings.givenWeights().getOrDefault(name, 0.0);
        }
    }

    /**
     * A scaled matrix with its weights.
     *
     * @param used values, those put in for missing ones included
     * @param scaled 0 to 1, 1 the best
     * @param informative whether a criterion tells candidates apart
     * @param given weights given, null without any
     * @param weights weights in use; a criterion that tells nothing has none
     */
    record Weighted(
            double[][] used,
            double[][] scaled,
            boolean[] informative,
            double[] entropy,
            double[] critic,
            double[] given,
            double[] weights) {}

    /** The criteria, in the order of the columns. */
    List<Measure> measures() {
        return measures;
    }

    boolean isBenefit(int column) {
        return benefit[column];
    }

    /** Fills, scales and weighs; rows of candidates, NaN for what is missing. */
    Weighted weigh(double[][] values) {
        double[][] used = filled(values);
        double[][] scaled = switch (settings.scaling()) {
            case MIN_MAX -> Criteria.scale(used, benefit);
            case PERCENTILE -> Criteria.percentileScale(used, benefit, END);
            case RANK -> Criteria.rankScale(used, benefit);
        };
        int m = measures.size();
        boolean[] silent = new boolean[m];
        boolean[] informative = new boolean[m];
        for (int j = 0; j < m; j++) {
            int column = j;
            informative[j] = Arrays.stream(scaled).anyMatch(row -> row[column] != 0);
            silent[j] = !informative[j];
        }
        double[] equal = new double[m];
        Arrays.fill(equal, 1.0 / m);
        double[] entropy = scaled.length == 0 ? equal : Criteria.entropyWeights(scaled);
        double[] critic = scaled.length == 0 ? equal : critic(scaled);
        double[] objective = switch (settings.weights()) {
            case ENTROPY -> entropy;
            case CRITIC, CRITIC_SPEARMAN -> critic;
            case EQUAL -> equal;
        };
        double[] inUse = switch (settings.combine()) {
            case OBJECTIVE -> objective;
            case GIVEN -> given;
            case LINEAR -> Criteria.linear(given, objective, settings.givenShare());
            case PRODUCT -> Criteria.product(given, objective);
        };
        boolean hasGiven = Arrays.stream(given).anyMatch(w -> w > 0);
        return new Weighted(
                used,
                scaled,
                informative,
                entropy,
                critic,
                hasGiven ? Criteria.without(given, new boolean[m]) : null,
                Criteria.bounded(Criteria.without(inUse, silent), settings.weightFloor(), settings.weightCap()));
    }

    private double[] critic(double[][] scaled) {
        return settings.weights() == Weights.CRITIC_SPEARMAN
                ? Criteria.criticWeightsByRanks(scaled)
                : Criteria.criticWeights(scaled);
    }

    /** TOPSIS closeness of each row; on scaled values all criteria are benefits. */
    double[] scores(double[][] scaled, double[] weights) {
        boolean[] better = new boolean[weights.length];
        Arrays.fill(better, true);
        return scaled.length == 0 ? new double[0] : Topsis.closeness(scaled, weights, better);
    }

    /** The least score that is kept, so that all ties at it are; null where all are kept, infinite where none is. */
    Double cut(double[] scores) {
        if (scores.length == 0) {
            return null;
        }
        return switch (settings.cut()) {
            case ALL -> null;
            case NUMBER -> atNumber(scores, Math.min(scores.length, Math.round(settings.cutAt())));
            case QUANTILE -> Descriptive.quantile(scores, settings.cutAt());
            case MAD -> Descriptive.median(scores) + settings.cutAt() * SCALED * Descriptive.mad(scores);
            case BREAKS -> highestClass(scores);
        };
    }

    private static double atNumber(double[] scores, long wanted) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return wanted <= 0 ? Double.POSITIVE_INFINITY : sorted[(int) (scores.length - wanted)];
    }

    private double highestClass(double[] scores) {
        double[] starts = NaturalBreaks.starts(scores, (int) settings.cutAt());
        return starts[starts.length - 1];
    }

    private double[][] filled(double[][] values) {
        double[][] used = new double[values.length][];
        for (int i = 0; i < used.length; i++) {
            used[i] = values[i].clone();
        }
        for (int j = 0; j < measures.size(); j++) {
            int column = j;
            double[] known = Arrays.stream(values)
                    .mapToDouble(row -> row[column])
                    .filter(v -> !Double.isNaN(v))
                    .toArray();
            double filling = known.length == 0 ? 0 : filling(known, benefit[j]);
            for (double[] row : used) {
                row[j] = Double.isNaN(row[j]) ? filling : row[j];
            }
        }
        return used;
    }

    private double filling(double[] known, boolean isBenefit) {
        double least = Arrays.stream(known).min().getAsDouble();
        double most = Arrays.stream(known).max().getAsDouble();
        return switch (settings.missing()) {
            case MIDDLE, DROP -> least + (most - least) / 2;
            case MEDIAN -> Descriptive.median(known);
            case WORST -> isBenefit ? least : most;
        };
    }
}
