package org.smssev.jobs.grade;

import java.util.Arrays;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.smssev.common.config.GradeConfig.Smaa;

/**
 * Draws of weights that sum to 1: Dirichlet(c w) around given weights, or uniform over the simplex, which is
 * Dirichlet(1, ..., 1). A Dirichlet draw is a vector of gamma draws divided by its sum (Devroye 1986).
 */
final class WeightDraws {
    private WeightDraws() {}

    /**
     * The draws.
     *
     * @param weights weights in use; one of 0 stays 0, but where all weights are alike
     */
    static double[][] of(Smaa settings, double[] weights, long seed) {
        double[][] draws = new double[settings.draws()][];
        if (settings.weights() == Smaa.Weights.NONE) {
            Arrays.fill(draws, weights);
            return draws;
        }
        RandomGenerator random = new Well19937c(seed);
        GammaDistribution[] gammas = new GammaDistribution[weights.length];
        for (int d = 0; d < weights.length; d++) {
            double shape = settings.weights() == Smaa.Weights.UNIFORM ? 1 : settings.concentration() * weights[d];
            gammas[d] = shape > 0 ? new GammaDistribution(random, shape, 1) : null;
        }
        for (int n = 0; n < draws.length; n++) {
            double[] draw = new double[weights.length];
            double sum = 0;
            for (int d = 0; d < draw.length; d++) {
                draw[d] = gammas[d] == null ? 0 : gammas[d].sample();
                sum += draw[d];
            }
            // With tiny shapes all may underflow; the weights in use then stand for the draw.
            draws[n] = weights;
            if (sum > 0) {
                double total = sum;
                draws[n] = Arrays.stream(draw).map(x -> x / total).toArray();
            }
        }
        return draws;
    }
}
