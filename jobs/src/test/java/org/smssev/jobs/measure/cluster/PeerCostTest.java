package org.smssev.jobs.measure.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smssev.common.config.ClusterConfig;
import org.smssev.jobs.testing.LocalSpark;

/**
 * The cost of our clustering beside that of scikit-learn's KMeans (n_init 1, max_iter 20, random_state 7) at the same
 * features, number of clusters and iterations.
 */
@ExtendWith(LocalSpark.class)
class PeerCostTest {
    private static final double MOST = 1.02;
    private static final int BLOCKS = 16;

    /** Rows around 24 centres, the same as the ones that scikit-learn clustered: a linear congruential generator. */
    private static final class Points {
        private static final int DIMENSIONS = 12;
        private static final int CENTRES = 24;
        private static final int ROWS = 6000;
        private long state = 42;

        private double uniform() {
            state = state * 6364136223846793005L + 1442695040888963407L;
            return (state >>> 11) / (double) (1L << 53);
        }

        float[][] rows() {
            double[][] centres = new double[CENTRES][DIMENSIONS];
            for (double[] centre : centres) {
                for (int d = 0; d < DIMENSIONS; d++) {
                    centre[d] = uniform();
                }
            }
            float[][] rows = new float[ROWS][DIMENSIONS];
            for (float[] row : rows) {
                double[] centre = centres[(int) (uniform() * CENTRES)];
                for (int d = 0; d < DIMENSIONS; d++) {
                    row[d] = (float) (centre[d] + 0.5 * (uniform() + uniform() + uniform() - 1.5));
                }
            }
            return rows;
        }
    }

    @ParameterizedTest
    @CsvSource({"12, 5849.9033203125", "24, 4387.0419921875", "40, 4152.8603515625"})
    void costIsWithinTwoPercentOfScikitLearn(int k, double theirs, SparkSession spark) {
        assertThat(cost(spark, new Points().rows(), k)).isLessThanOrEqualTo(MOST * theirs);
    }

    /**
     * The same on the features that the expert's pipeline writes: {@code -Dsmssev.peer.features=FILE
     * -Dsmssev.peer.cost=COST} with what it prints, and {@code -Dsmssev.peer.k=K}, 60 where absent.
     */
    @Test
    void costOnTheFeaturesOfThePeerIsWithinTwoPercentOfItsOwn(SparkSession spark) throws IOException {
        String file = System.getProperty("smssev.peer.features", "");
        assumeTrue(!file.isEmpty(), "no features of the peer: set -Dsmssev.peer.features=FILE");
        double theirs = Double.parseDouble(System.getProperty("smssev.peer.cost"));
        int k = Integer.getInteger("smssev.peer.k", 60);

        double ours = cost(spark, rows(Path.of(file)), k);

        System.out.printf(Locale.ROOT, "k %d: cost %.1f, theirs %.1f, ratio %.4f%n", k, ours, theirs, ours / theirs);
        assertThat(ours).isLessThanOrEqualTo(MOST * theirs);
    }

    private static float[][] rows(Path file) throws IOException {
        List<float[]> rows = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cells = line.split(",");
                float[] row = new float[cells.length];
                for (int d = 0; d < row.length; d++) {
                    row[d] = Float.parseFloat(cells[d]);
                }
                rows.add(row);
            }
        }
        return rows.toArray(new float[0][]);
    }

    private static double cost(SparkSession spark, float[][] rows, int k) {
        ClusterConfig settings = new ClusterConfig(
                ClusterConfig.Algorithm.KMEANS,
                k,
                List.of(),
                ClusterConfig.Choice.BOTH,
                rows[0].length,
                50_000,
                1,
                0,
                20,
                5,
                0.4,
                60_000,
                0,
                0.25,
                BLOCKS,
                0.3,
                7);
        List<DenseBlock> blocks = new ArrayList<>();
        List<DenseBlock> sample = new ArrayList<>();
        List<String[]> ids = new ArrayList<>();
        for (int b = 0; b < BLOCKS; b++) {
            int from = (int) ((long) rows.length * b / BLOCKS);
            int to = (int) ((long) rows.length * (b + 1) / BLOCKS);
            String[] names = new String[to - from];
            double[][] points = new double[to - from][rows[0].length];
            for (int row = from; row < to; row++) {
                names[row - from] = String.format(Locale.ROOT, "%07d", row);
                for (int d = 0; d < points[0].length; d++) {
                    points[row - from][d] = rows[row][d];
                }
            }
            DenseBlock block = Blocks.points(points);
            boolean[] marked = StableSample.mark(names, settings.sample(), rows.length);
            int[] some =
                    IntStream.range(0, marked.length).filter(row -> marked[row]).toArray();
            blocks.add(block);
            sample.add(block.only(some));
            ids.add(Arrays.stream(some).mapToObj(row -> names[row]).toArray(String[]::new));
        }
        Centres fit = new SampleKMeans(spark, sample, ids, settings)
                .cluster(k, settings.seed())
                .centres();
        Centres centres = ClusterEngine.refine(
                JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(blocks, BLOCKS), fit);
        return ClusterSums.add(blocks.stream()
                        .map(block -> ClusterSums.of(block, centres.nearest(block), centres))
                        .toList())
                .cost;
    }
}
