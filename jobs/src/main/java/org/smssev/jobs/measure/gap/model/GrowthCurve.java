package org.smssev.jobs.measure.gap.model;

import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.util.Pair;

/**
 * An S-shaped curve of cumulative families, {@code Y(t) = L F(k (t - t0))}, by least squares: logistic, with {@code F(x) =
 * 1/(1 + e^-x)}, or Gompertz, with {@code F(x) = exp(-e^-x)} (Ernst 1997; Meyer, Yung and Ausubel 1999). For any rate and
 * inflexion the best level is known, so that two parameters are left to search.
 *
 * @param level the level L that the field tends to
 * @param rate the rate k a year
 * @param inflexion the year t0
 * @param squares sum of squared residuals
 */
record GrowthCurve(double level, double rate, double inflexion, double squares) {
    /** Fewest years with which a level can be told. */
    static final int FEWEST_YEARS = 8;

    /** Parameters, the error's variance included. */
    private static final int PARAMETERS = 4;

    private static final int ROUNDS = 200;
    private static final double STEP = 1e-5;
    private static final double LOG_81 = Math.log(81);

    /** Which curve. */
    enum Shape {
        LOGISTIC,
        GOMPERTZ
    }

    /**
     * The curve that fits best, null where none is found.
     *
     * @param cumulative cumulative families of consecutive years, the first positive
     */
    static GrowthCurve fit(double[] cumulative, Shape shape) {
        int n = cumulative.length;
        if (n < FEWEST_YEARS || cumulative[0] <= 0 || cumulative[n - 1] <= cumulative[0]) {
            return null;
        }
        double half = cumulative[n - 1] / 2;
        int middle = 0;
        while (cumulative[middle] < half) {
            middle++;
        }
        try {
            double[] best = new LevenbergMarquardtOptimizer()
                    .optimize(new LeastSquaresBuilder()
                            .start(new double[] {Math.log(8.0 / n), middle})
                            .target(new double[n])
                            .model(point -> {
                                double[] at = point.toArray();
                                double[] r = residuals(cumulative, at, shape);
                                return new Pair<>(
                                        new ArrayRealVector(r, false),
                                        new Array2DRowRealMatrix(jacobian(cumulative, at, r, shape), false));
                            })
                            .maxEvaluations(ROUNDS)
                            .maxIterations(ROUNDS)
                            .build())
                    .getPoint()
                    .toArray();
            double squares = 0;
            for (double residual : residuals(cumulative, best, shape)) {
                squares += residual * residual;
            }
            return new GrowthCurve(level(cumulative, shape(n, best, shape)), Math.exp(best[0]), best[1], squares);
        } catch (MathIllegalStateException e) {
            // No curve was found in so many rounds, which is an answer.
            return null;
        }
    }

    /** Whether the level is identified: the curve has passed its inflexion at the last of the years. */
    boolean isReliable(int years) {
        return years >= FEWEST_YEARS && inflexion <= years - 1 && Double.isFinite(level) && rate > 0;
    }

    /** Years from 10 to 90 % of the level of a logistic curve, {@code ln 81 / k}. */
    double tenToNinety() {
        return LOG_81 / rate;
    }

    /** Akaike's criterion, corrected for few years; less is better. */
    double aicc(int years) {
        double correction = 2.0 * PARAMETERS * (PARAMETERS + 1) / (years - PARAMETERS - 1);
        return years * Math.log(squares / years) + 2 * PARAMETERS + correction;
    }

    private static double shape(double x, Shape shape) {
        return switch (shape) {
            case LOGISTIC -> 1 / (1 + Math.exp(-x));
            case GOMPERTZ -> Math.exp(-Math.exp(-x));
        };
    }

    /** The curve without its level. */
    private static double[] shape(int years, double[] at, Shape shape) {
        double rate = Math.exp(at[0]);
        double[] f = new double[years];
        for (int t = 0; t < years; t++) {
            f[t] = shape(rate * (t - at[1]), shape);
        }
        return f;
    }

    private static double level(double[] y, double[] f) {
        double above = 0;
        double below = 0;
        for (int t = 0; t < y.length; t++) {
            above += y[t] * f[t];
            below += f[t] * f[t];
        }
        return above / below;
    }

    private static double[] residuals(double[] y, double[] at, Shape shape) {
        double[] f = shape(y.length, at, shape);
        double level = level(y, f);
        double[] residuals = new double[y.length];
        for (int t = 0; t < y.length; t++) {
            residuals[t] = level * f[t] - y[t];
        }
        return residuals;
    }

    private static double[][] jacobian(double[] y, double[] at, double[] here, Shape shape) {
        double[][] jacobian = new double[y.length][at.length];
        for (int p = 0; p < at.length; p++) {
            double[] up = at.clone();
            up[p] += STEP;
            double[] down = at.clone();
            down[p] -= STEP;
            double[] above = residuals(y, up, shape);
            double[] below = residuals(y, down, shape);
            for (int t = 0; t < here.length; t++) {
                jacobian[t][p] = (above[t] - below[t]) / (2 * STEP);
            }
        }
        return jacobian;
    }
}
