package org.smssev.jobs.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well512a;
import org.smssev.common.config.ScreenConfig;
import org.smssev.common.config.ScreenConfig.Cut;
import org.smssev.common.config.ScreenConfig.Missing;
import org.smssev.common.text.KeyIndex;
import org.smssev.jobs.measure.Draws;

/**
 * How often a candidate is selected when the data and the weights are drawn anew (in the spirit of Meinshausen and
 * Bühlmann 2010). In each draw families are resampled, as the gap stage does; the gaps, whose own draws are not kept,
 * are drawn from normal distributions as wide as their intervals; the weights are computed anew by the rule in force and
 * then drawn from a Dirichlet distribution around them. The gate of families, the scores and the cut follow.
 */
final class Robustness {
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private final ScreenConfig settings;
    private final Measuring measuring;
    private final Scoring scoring;
    private final Gates gates;
    private final boolean withMeans;

    Robustness(ScreenConfig settings, Measuring measuring, Scoring scoring, Gates gates) {
        this.settings = settings;
        this.measuring = measuring;
        this.scoring = scoring;
        this.gates = gates;
        this.withMeans = scoring.measures().contains(Measure.GENERALITY)
                || scoring.measures().contains(Measure.IMPACT);
    }

    /**
     * How often each candidate is selected, 0 to 1; NaN where a gate other than that of families drops it. Where there is
     * no cut, only the gate of families is left to chance, and the share that draws tend to is known without them.
     */
    double[] frequencies(KeyIndex families) {
        boolean isGateAlone = settings.cut() == Cut.ALL && settings.missing() != Missing.DROP;
        return isGateAlone ? gateAlone() : drawn(new Draws(families, settings.draws(), settings.seed()));
    }

    /** Families of a draw are Poisson with the candidate's number as their mean, so this is the chance of enough. */
    double[] gateAlone() {
        double[] chances = new double[measuring.measured().size()];
        Arrays.fill(chances, Double.NaN);
        for (int candidate : open()) {
            chances[candidate] = chance(measuring.measured().get(candidate).families());
        }
        return chances;
    }

    private double chance(long families) {
        if (families == 0) {
            return gates.hasFamilies(0) ? 1 : 0;
        }
        return 1 - new PoissonDistribution(families).cumulativeProbability(settings.minFamilies() - 1);
    }

    private int[] open() {
        return IntStream.range(0, measuring.measured().size())
                .filter(c -> gates.fixedReason(measuring.measured().get(c)) == null)
                .toArray();
    }

    /** Share of the draws in which each candidate is selected. */
    double[] drawn(Draws draws) {
        List<Measured> measured = measuring.measured();
        int[] open = open();
        AtomicIntegerArray selected = new AtomicIntegerArray(measured.size());
        IntStream.range(0, draws.number).parallel().forEach(draw -> {
            for (int candidate : selected(draw, draws.times(draw, 1), open)) {
                selected.incrementAndGet(candidate);
            }
        });
        double[] frequencies = new double[measured.size()];
        Arrays.fill(frequencies, Double.NaN);
        for (int candidate : open) {
            frequencies[candidate] = (double) selected.get(candidate) / draws.number;
        }
        return frequencies;
    }

    private int[] selected(int draw, byte[] times, int[] open) {
        RandomGenerator random = new Well512a(settings.seed() * STEP + draw);
        Tally tally = measuring.tally(times, withMeans);
        List<Integer> passed = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (int candidate : open) {
            // Drawn for each, so that one candidate's figures do not hang on which others pass.
            GapFigures gap = measuring.measured().get(candidate).gap();
            double composite = drawn(gap.composite(), random);
            double growth = drawn(gap.growth(), random);
            double[] row = scoring.measures().stream()
                    .mapToDouble(m -> m == Measure.COMPOSITE_GAP
                            ? composite
                            : m == Measure.GROWTH_GAP ? growth : measuring.value(m, candidate, tally))
                    .toArray();
            boolean lacks =
                    settings.missing() == Missing.DROP && Arrays.stream(row).anyMatch(Double::isNaN);
            if (gates.hasFamilies(tally.families(candidate)) && !lacks) {
                passed.add(candidate);
                rows.add(row);
            }
        }
        Scoring.Weighted weighted = scoring.weigh(rows.toArray(double[][]::new));
        double[] scores = scoring.scores(weighted.scaled(), dirichlet(weighted.weights(), random));
        Double cut = scoring.cut(scores);
        return IntStream.range(0, scores.length)
                .filter(i -> cut == null || scores[i] >= cut)
                .map(passed::get)
                .toArray();
    }

    private static double drawn(GapFigures.Estimate estimate, RandomGenerator random) {
        return estimate.value() + estimate.standardError() * random.nextGaussian();
    }

    /** Weights from Dirichlet(c w), by gamma variates; w itself where c is 0. */
    private double[] dirichlet(double[] weights, RandomGenerator random) {
        double[] drawn = new double[weights.length];
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            double shape = settings.concentration() * weights[j];
            drawn[j] = shape > 0 ? new GammaDistribution(random, shape, 1).sample() : 0;
            sum += drawn[j];
        }
        if (!(sum > 0)) {
            return weights;
        }
        for (int j = 0; j < drawn.length; j++) {
            drawn[j] /= sum;
        }
        return drawn;
    }
}
