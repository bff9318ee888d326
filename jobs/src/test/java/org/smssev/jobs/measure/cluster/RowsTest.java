package org.smssev.jobs.measure.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RowsTest {
    @Test
    void twoRowsAtOnceHaveTheBitsOfEachAlone() {
        Random random = new Random(11);
        // Dimensions that four divides and such that leave one to three over.
        for (int dimensions = 1; dimensions <= 13; dimensions++) {
            int width = 5;
            float[] rows = floats(3 * dimensions, random);
            float[] matrix = floats(dimensions * width, random);
            float[] first = floats(width, random);
            float[] second = floats(width, random);
            Rows.densePair(rows, 2 * dimensions, 0, dimensions, matrix, width, first, second);
            float[] alone = new float[width];
            Rows.dense(rows, 2 * dimensions, dimensions, matrix, width, alone);
            assertThat(first).as("%d dimensions", dimensions).containsExactly(alone);
            Rows.dense(rows, 0, dimensions, matrix, width, alone);
            assertThat(second).as("%d dimensions", dimensions).containsExactly(alone);
        }
    }

    @Test
    void productsAreThoseOfTheFormula() {
        float[] row = {1, 2, 3, 4, 5};
        float[] matrix = {1, 0, 1, 1, 1, 2, 1, 3, 1, 4};
        float[] out = new float[2];
        Rows.dense(row, 0, 5, matrix, 2, out);
        assertThat(out).containsExactly(15, 2 + 6 + 12 + 20);
    }

    private static float[] floats(int n, Random random) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
