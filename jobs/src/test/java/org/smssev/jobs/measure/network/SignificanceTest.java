package org.smssev.jobs.measure.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class SignificanceTest {
    private static final double LARGE_60 = 1.874104203998995e-20;
    private static final double LARGE_10 = 0.8903219879493114;
    private static final double LARGE_5 = 2.612216367770777e-25;

    private final Significance test = new Significance(40);

    @Test
    void chanceIsThatOfExactArithmeticForEveryCount() {
        for (int a = 1; a <= 40; a += 3) {
            for (int b = 1; b <= 40; b += 4) {
                for (int c = Math.max(0, a + b - 40); c <= Math.min(a, b); c++) {
                    double exact = exact(40, a, b, c);
                    assertThat(test.atLeast(c, a, b)).isEqualTo(exact, within(1e-11 * exact));
                }
            }
        }
    }

    @Test
    void chanceOfALargeReleaseKeepsItsDigits() {
        // From exact binomial coefficients, in Python.
        Significance large = new Significance(215_000);
        assertThat(large.atLeast(60, 1_500, 2_000)).isEqualTo(LARGE_60, within(1e-7 * LARGE_60));
        assertThat(large.atLeast(10, 1_500, 2_000)).isEqualTo(LARGE_10, within(1e-9));
        assertThat(large.atLeast(5, 5, 5)).isEqualTo(LARGE_5, within(1e-7 * LARGE_5));
    }

    @Test
    void falseDiscoveryRatesByHand() {
        // Sorted .01 .02 .03 .04 of 8 tests: .01 8/1, .02 8/2, .03 8/3, .04 8/4 = .08 for all, the least from the end.
        assertThat(Significance.falseDiscoveryRates(new double[] {.03, .01, .04, .02}, 8))
                .containsExactly(new double[] {.08, .08, .08, .08}, within(1e-12));
        // .001 4/1 = .004; .5 4/2 = 1; .9 4/3 is more than 1.
        assertThat(Significance.falseDiscoveryRates(new double[] {.9, .001, .5}, 4))
                .containsExactly(new double[] {1, .004, 1}, within(1e-12));
        assertThat(Significance.falseDiscoveryRates(new double[0], 0)).isEmpty();
    }

    @Test
    void pairsOfFourFamilies() {
        // Four families, A and B in three of each, both in two: they must share two, so the chance is 1.
        double[][] values = Significance.of(CodeNetwork.of(Graphs.fourFamilies(), 1));
        assertThat(values[0][0]).isEqualTo(1);
        // D in one, with B in three of four: 3/4.
        assertThat(values[0][3]).isEqualTo(.75, within(1e-12));
        // D in one, with C in two of four: 1/2; of six pairs, the least p: .5 6/1, and at most 1.
        assertThat(values[0][4]).isEqualTo(.5, within(1e-12));
        assertThat(values[1][4]).isEqualTo(1);
    }

    private static double exact(int families, int a, int b, int c) {
        BigInteger sum = BigInteger.ZERO;
        for (int x = c; x <= Math.min(a, b); x++) {
            sum = sum.add(choose(a, x).multiply(choose(families - a, b - x)));
        }
        return new BigDecimal(sum)
                .divide(new BigDecimal(choose(families, b)), MathContext.DECIMAL64)
                .doubleValue();
    }

    private static BigInteger choose(int n, int k) {
        if (k < 0 || k > n) {
            return BigInteger.ZERO;
        }
        BigInteger choose = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            choose = choose.multiply(BigInteger.valueOf(n - k + (long) i)).divide(BigInteger.valueOf(i));
        }
        return choose;
    }
}
