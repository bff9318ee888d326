package org.smssev.jobs.measure.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

class RandomizedSvdTest {
    @Test
    void diagonalMatrixGivesItsEntries() {
        RandomizedSvd.Basis basis = RandomizedSvd.fit(
                List.of(Blocks.matrix(new double[][] {{3, 0, 0}, {0, -2, 0}, {0, 0, 1}})), 3, 2, 2, 7);
        assertThat(basis.singularValues[0]).isCloseTo(3, within(1e-5));
        assertThat(basis.singularValues[1]).isCloseTo(2, within(1e-5));
        assertThat(basis.vectors[0]).isCloseTo(1, within(1e-5f));
        assertThat(basis.vectors[3]).isCloseTo(1, within(1e-5f));
    }

    @Test
    void agreesWithADenseDecomposition() {
        double[][] rows = decaying(120, 60);
        double[] exact = new SingularValueDecomposition(new Array2DRowRealMatrix(rows)).getSingularValues();
        RandomizedSvd.Basis basis = RandomizedSvd.fit(List.of(Blocks.matrix(rows)), 60, 8, 2, 7);
        assertThat(basis.components()).isEqualTo(8);
        for (int j = 0; j < 8; j++) {
            assertThat(basis.singularValues[j]).isCloseTo(exact[j], within(1e-3 * exact[j]));
        }
    }

    @Test
    void vectorsAreOrthonormal() {
        RandomizedSvd.Basis basis = RandomizedSvd.fit(List.of(Blocks.matrix(decaying(120, 60))), 60, 8, 2, 7);
        for (int a = 0; a < 8; a++) {
            for (int b = 0; b <= a; b++) {
                double product = 0;
                for (int c = 0; c < 60; c++) {
                    product += basis.vectors[c * 8 + a] * basis.vectors[c * 8 + b];
                }
                assertThat(product).isCloseTo(a == b ? 1 : 0, within(1e-4));
            }
        }
    }

    @Test
    void lowRankGivesFewerComponents() {
        RandomizedSvd.Basis basis =
                RandomizedSvd.fit(List.of(Blocks.matrix(new double[][] {{1, 2}, {2, 4}, {3, 6}})), 2, 2, 2, 7);
        assertThat(basis.components()).isEqualTo(1);
        assertThat(basis.singularValues[0]).isCloseTo(Math.sqrt(70), within(1e-4));
    }

    @Test
    void blocksOfRowsDoNotMatter() {
        double[][] rows = decaying(40, 20);
        RandomizedSvd.Basis one = RandomizedSvd.fit(List.of(Blocks.matrix(rows)), 20, 5, 2, 7);
        RandomizedSvd.Basis two = RandomizedSvd.fit(
                List.of(
                        Blocks.matrix(Arrays.copyOfRange(rows, 0, 13)),
                        Blocks.matrix(Arrays.copyOfRange(rows, 13, 40))),
                20,
                5,
                2,
                7);
        assertThat(two.vectors).isEqualTo(one.vectors);
    }

    private static double[][] decaying(int height, int width) {
        SplittableRandom random = new SplittableRandom(3);
        double[][] rows = new double[height][width];
        for (double[] row : rows) {
            for (int c = 0; c < width; c++) {
                row[c] = (random.nextDouble() - 0.5) * Math.pow(0.7, c);
            }
        }
        return rows;
    }
}
