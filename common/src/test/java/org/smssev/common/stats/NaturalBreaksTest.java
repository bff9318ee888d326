package org.smssev.common.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalBreaksTest {
    private static final double[] VALUES = {.81, .12, .33, .52, .15, .58, .36, .18, .83, .31, .55, .37};

    @Test
    void breaksAreThoseOfAllDivisionsTried() {
        // numpy: all divisions of the sorted values, the least sum of squares
        assertThat(NaturalBreaks.starts(VALUES, 1)).containsExactly(.12);
        assertThat(NaturalBreaks.starts(VALUES, 2)).containsExactly(.12, .52);
        assertThat(NaturalBreaks.starts(VALUES, 3)).containsExactly(.12, .52, .81);
        assertThat(NaturalBreaks.starts(VALUES, 4)).containsExactly(.12, .31, .52, .81);
    }

    @Test
    void noDivisionInThreeIsBetter() {
        Random random = new Random(17);
        for (int round = 0; round < 50; round++) {
            double[] values = random.doubles(14).sorted().toArray();
            double[] starts = NaturalBreaks.starts(values, 3);
            double found = cost(values, Arrays.binarySearch(values, starts[1]), Arrays.binarySearch(values, starts[2]));
            double least = Double.POSITIVE_INFINITY;
            for (int a = 1; a < values.length; a++) {
                for (int b = a + 1; b < values.length; b++) {
                    least = Math.min(least, cost(values, a, b));
                }
            }
            assertThat(found).isCloseTo(least, within(1e-12));
        }
    }

    @Test
    void equalValuesAreNotParted() {
        assertThat(NaturalBreaks.starts(new double[] {2, 1, 2, 1, 2}, 4)).containsExactly(1, 2);
        assertThat(NaturalBreaks.starts(new double[] {3, 3}, 2)).containsExactly(3);
        assertThat(NaturalBreaks.starts(new double[0], 2)).isEmpty();
    }

    private static double cost(double[] values, int a, int b) {
        return squares(Arrays.copyOfRange(values, 0, a))
                + squares(Arrays.copyOfRange(values, a, b))
                + squares(Arrays.copyOfRange(values, b, values.length));
    }

    private static double squares(double[] values) {
        double mean = Descriptive.mean(values);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    }
}
