package org.smssev.jobs.measure.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Whether a pair of codes shares more families than chance gives: the hypergeometric test, and Benjamini and Hochberg's
 * (1995) false-discovery rate over all pairs.
 */
final class Significance {
    /** A term less than this share of the sum adds nothing to a double. */
    private static final double NEGLIGIBLE = 1e-18;

    /** {@code logFactorial[k] = ln k!}, for k up to the number of families. */
    private final double[] logFactorial;

    private final int families;

    /** Tests among the given number of families. */
    Significance(long families) {
        this.families = Math.toIntExact(families);
        logFactorial = new double[this.families + 1];
        double correction = 0;
        for (int k = 1; k < logFactorial.length; k++) {
            // Kahan's sum: plain addition of a million logarithms would cost three digits.
            double term = Math.log(k) - correction;
            double sum = logFactorial[k - 1] + term;
            correction = (sum - logFactorial[k - 1]) - term;
            logFactorial[k] = sum;
        }
    }

    /**
     * Chance of at least c common families of two codes with a and b of all N families, were those of the second drawn at
     * random: {@code P(X >= c)}, X hypergeometric.
     *
     * @return 0 to 1; relative precision about 1e-9
     */
    double atLeast(long c, long a, long b) {
        int least = (int) Math.max(0, a + b - families);
        int most = (int) Math.min(a, b);
        if (c <= least) {
            return 1;
        }
        double mode = Math.floor((a + 1.0) * (b + 1.0) / (families + 2.0));
        return c > mode ? Math.min(1, tail(c, most, a, b, 1)) : Math.max(0, 1 - tail(c - 1, least, a, b, -1));
    }

    /** Sum of the probabilities from c to the end; they fall from c on, as c lies beyond the mode. */
    private double tail(long c, int end, long a, long b, int step) {
        double term = Math.exp(logProbability((int) c, (int) a, (int) b));
        double sum = 0;
        for (long x = c; step * (end - x) >= 0 && term > sum * NEGLIGIBLE; x += step) {
            sum += term;
            double up = step > 0
                    ? (double) (a - x) * (b - x) / ((x + 1.0) * (families - a - b + x + 1.0))
                    : x * (double) (families - a - b + x) / ((a - x + 1.0) * (b - x + 1.0));
            term *= up;
        }
        return sum;
    }

    private double logProbability(int x, int a, int b) {
        return choose(a, x) + choose(families - a, b - x) - choose(families, b);
    }

    private double choose(int n, int k) {
        return logFactorial[n] - logFactorial[k] - logFactorial[n - k];
    }

    /**
     * False-discovery rate of each test, were it and all with a lesser p taken as found: {@code q_(i) = min over j >= i of
     * p_(j) tests / j}, at most 1.
     *
     * @param p p-values of the tests with a chance to be found
     * @param tests number of all tests, of which the others have p = 1: here all pairs of codes, also those that share no
     *     family, since the pairs seen are not a random choice
     */
    static double[] falseDiscoveryRates(double[] p, double tests) {
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(e -> p[e]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[p.length];
        double least = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            least = Math.min(least, p[order[i]] * (tests / (i + 1)));
            q[order[i]] = least;
        }
        return q;
    }

    /** Both values of the pairs of a network, by their full counts. */
    static double[][] of(CodeNetwork network) {
        Significance test = new Significance(network.families);
        double[] p = new double[network.full.length];
        Arrays.parallelSetAll(
                p,
                e -> test.atLeast(
                        network.full[e],
                        network.codeFamilies[network.lesser[e]],
                        network.codeFamilies[network.greater[e]]));
        double nodes = network.codes.length;
        return new double[][] {p, falseDiscoveryRates(p, nodes * (nodes - 1) / 2)};
    }
}
