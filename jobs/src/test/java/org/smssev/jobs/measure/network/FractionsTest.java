package org.smssev.jobs.measure.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FractionsTest {
    @Test
    void threeThirdsAreOne() {
        Fractions sums = new Fractions();
        for (int i = 0; i < 3; i++) {
            add(sums, 0, 1, 3);
            add(sums, 1, 2, 3);
            add(sums, 2, 1, 2);
        }
        assertThat(sums.value(0)).isEqualTo(1);
        assertThat(sums.value(1)).isEqualTo(2);
        assertThat(sums.value(2)).isEqualTo(1.5);
    }

    @Test
    void aSumIsTheNearestNumberInWhateverOrder() {
        Random random = new Random(6);
        List<Integer> denominators = new ArrayList<>();
        random.ints(10_000, 1, 100).forEach(denominators::add);
        BigDecimal exact = denominators.stream()
                .map(d -> BigDecimal.ONE.divide(BigDecimal.valueOf(d), MathContext.DECIMAL128))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        for (int order = 0; order < 5; order++) {
            Fractions first = new Fractions();
            Fractions second = new Fractions();
            denominators.forEach(d -> add(random.nextBoolean() ? first : second, 40, 1, d));
            first.add(40, second, 40);
            assertThat(first.value(40)).isEqualTo(exact.doubleValue());
            Collections.shuffle(denominators, random);
        }
    }

    private static void add(Fractions sums, int sum, long numerator, long denominator) {
        sums.add(sum, numerator / denominator, Fractions.part(numerator, denominator));
    }
}
