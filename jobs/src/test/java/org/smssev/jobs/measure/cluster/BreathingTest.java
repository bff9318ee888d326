package org.smssev.jobs.measure.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BreathingTest {
    private static final int BLOBS = 8;
    private static final int PER_BLOB = 60;

    /** Eight well separated blobs on the axes of eight dimensions, in four blocks. */
    private static List<DenseBlock> blobs() {
        Random random = new Random(3);
        List<DenseBlock> blocks = new ArrayList<>();
        for (int b = 0; b < 4; b++) {
            int size = BLOBS * PER_BLOB / 4;
            float[] values = new float[size * BLOBS];
            boolean[] usable = new boolean[size];
            for (int row = 0; row < size; row++) {
                for (int d = 0; d < BLOBS; d++) {
                    values[row * BLOBS + d] = (float) ((d == row % BLOBS ? 1 : 0) + 0.05 * random.nextGaussian());
                }
                usable[row] = true;
            }
            blocks.add(new DenseBlock(BLOBS, values, usable));
        }
        return blocks;
    }

    /** Three centres share the first blob, while the last two blobs have none of their own. */
    private static Centres poor() {
        double[][] points = new double[BLOBS][BLOBS];
        for (int c = 0; c < BLOBS - 2; c++) {
            points[c][c] = 1;
        }
        points[BLOBS - 2][0] = 0.98;
        points[BLOBS - 1][0] = 1.02;
        return new Centres(points);
    }

    private static double cost(List<DenseBlock> blocks, Centres centres) {
        return ClusterSums.add(blocks.stream()
                        .map(b -> ClusterSums.of(b, centres.nearest(b), centres))
                        .toList())
                .cost;
    }

    @Test
    void centresThatShareABlobMoveToTheBlobsThatHaveNone() {
        List<DenseBlock> blocks = blobs();

        Centres improved = new Breathing(blocks, 7).improve(poor());

        assertThat(improved.k).isEqualTo(BLOBS);
        for (int blob = 0; blob < BLOBS; blob++) {
            int axis = blob;
            assertThat(java.util.stream.IntStream.range(0, BLOBS)
                            .filter(c -> improved.point(c)[axis] > 0.9)
                            .count())
                    .as("centres at blob " + blob)
                    .isEqualTo(1);
        }
        // 8 dimensions with variance .0025 each, 480 rows: about 9.6.
        assertThat(cost(blocks, improved)).isBetween(8.0, 11.0).isLessThan(cost(blocks, poor()) / 5);
    }

    @Test
    void theCostNeverRises() {
        Random random = new Random(11);
        for (int trial = 0; trial < 5; trial++) {
            double[][] points = new double[5][BLOBS];
            for (double[] p : points) {
                for (int d = 0; d < BLOBS; d++) {
                    p[d] = random.nextDouble();
                }
            }
            Centres start = new Centres(points);

            assertThat(cost(blobs(), new Breathing(blobs(), trial).improve(start)))
                    .isLessThanOrEqualTo(cost(blobs(), start));
        }
    }

    @Test
    void oneCentreStaysAsItIs() {
        Centres one = new Centres(new double[1][BLOBS]);

        assertThat(new Breathing(blobs(), 7).improve(one).point(0)).isEqualTo(one.point(0));
    }
}
