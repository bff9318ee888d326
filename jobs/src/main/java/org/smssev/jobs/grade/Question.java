package org.smssev.jobs.grade;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.smssev.common.config.Config.Evaluate.Rule;
import org.smssev.common.stats.Descriptive;
import org.smssev.common.stats.Location;
import org.smssev.common.stats.PanelRule;

/** The scores that count for a technology on a dimension. */
final class Question {
    private final int[] experts;
    private final double[] scores;
    private final double[] severities;
    private final double[] weights;

    /**
     * A question.
     *
     * @param experts place of each expert in the panel
     * @param scores score of each
     * @param severities severity of each
     * @param weights familiarity of each, or what stands for it
     */
    Question(int[] experts, double[] scores, double[] severities, double[] weights) {
        this.experts = experts;
        this.scores = scores;
        this.severities = severities;
        this.weights = weights;
    }

    /** The places of the experts who answered it. */
    IntStream experts() {
        return Arrays.stream(experts);
    }

    /** The rating by the whole panel. */
    double rating(Rule rule) {
        return PanelRule.rating(rule, scores, severities, weights);
    }

    /** The rating by the whole panel but one. */
    double without(int expert, Rule rule) {
        int[] kept = IntStream.range(0, experts.length)
                .filter(i -> experts[i] != expert)
                .toArray();
        return PanelRule.rating(rule, picked(scores, kept), picked(severities, kept), picked(weights, kept));
    }

    /** A rater for many draws of experts. */
    Resampler resampler(Rule rule) {
        return new Resampler(this, rule);
    }

    private static double[] picked(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
    }

    /**
     * Rates draws of experts. The means and Huber's estimates need no sorting: each expert's weight is multiplied by how
     * often he was drawn, and Huber's scale stays that of the whole panel.
     */
    static final class Resampler {
        private final Question question;
        private final Rule rule;
        private final double[] values;
        private final double[] base;
        private final double[] drawn;
        private final double bound;
        private final double start;
        private final boolean isWeighted;

        private Resampler(Question question, Rule rule) {
            this.question = question;
            this.rule = rule;
            int n = question.scores.length;
            boolean isHuber = rule == Rule.HUBER || rule == Rule.ADJUSTED;
            values = question.scores.clone();
            base = new double[n];
            drawn = new double[n];
            for (int i = 0; i < n; i++) {
                values[i] -= rule == Rule.ADJUSTED ? question.severities[i] : 0;
                base[i] = rule == Rule.ADJUSTED || rule == Rule.WEIGHTED_MEAN ? question.weights[i] : 1;
            }
            bound = isHuber ? Location.HUBER_K * Location.MAD_TO_SD * Descriptive.mad(values) : 0;
            start = Descriptive.median(values);
            isWeighted = rule == Rule.MEAN || rule == Rule.WEIGHTED_MEAN || (n >= 5 && bound > 0);
        }

        /**
         * The rating under a draw.
         *
         * @param times how often each expert of the panel was drawn
         * @return NaN where none of its experts was drawn
         */
        double rating(int[] times) {
            int total = 0;
            for (int i = 0; i < values.length; i++) {
                int count = times[question.experts[i]];
                drawn[i] = count * base[i];
                total += count;
            }
            if (isWeighted) {
                return bound > 0 ? Location.huber(values, drawn, bound, start) : Location.weightedMean(values, drawn);
            }
            double[] expanded = new double[total];
            int at = 0;
            for (int i = 0; i < values.length; i++) {
                int count = times[question.experts[i]];
                Arrays.fill(expanded, at, at + count, values[i]);
                at += count;
            }
            double[] none = new double[total];
            double[] ones = new double[total];
            Arrays.fill(ones, 1);
            return rule == Rule.ADJUSTED || rule == Rule.HUBER
                    ? Descriptive.median(expanded)
                    : PanelRule.rating(rule, expanded, none, ones);
        }
    }
}
