package org.smssev.jobs.measure.cluster;

import java.util.List;
import java.util.Map;
import org.smssev.common.config.ClusterConfig;

/** Small blocks for the tests. */
final class Blocks {
    private Blocks() {}

    /** Families f0, f1, ... of these texts, without codes and years. */
    static RawBlock texts(String... texts) {
        RawBlock.Builder builder = new RawBlock.Builder(true);
        for (int i = 0; i < texts.length; i++) {
            builder.add("f" + i, texts[i], null, List.of(), null, null);
        }
        return builder.build();
    }

    static Dictionary dictionary(int minDf, double maxDf, int maxTerms, RawBlock... blocks) {
        return Dictionary.merge(
                List.of(blocks).stream().map(Dictionary.BlockCounts::new).toList(),
                Map.of(),
                limits(minDf, maxDf, maxTerms, 0));
    }

    static ClusterConfig limits(int minDf, double maxDf, int maxTerms, int maxBigrams) {
        return new ClusterConfig(
                ClusterConfig.Algorithm.KMEANS,
                2,
                List.of(),
                ClusterConfig.Choice.BOTH,
                5,
                200,
                1,
                0,
                5,
                minDf,
                maxDf,
                maxTerms,
                maxBigrams,
                0.25,
                4,
                0.3,
                7);
    }

    /** A dense matrix as a sparse block. */
    static SparseBlock matrix(double[][] rows) {
        int columns = rows[0].length;
        int[] starts = new int[rows.length + 1];
        int[] features = new int[rows.length * columns];
        float[] weights = new float[rows.length * columns];
        for (int r = 0; r < rows.length; r++) {
            starts[r + 1] = (r + 1) * columns;
            for (int c = 0; c < columns; c++) {
                features[r * columns + c] = c;
                weights[r * columns + c] = (float) rows[r][c];
            }
        }
        return new SparseBlock(
                new String[rows.length],
                new int[rows.length],
                new String[rows.length],
                starts,
                features,
                new short[0],
                weights);
    }

    /** Points as a dense block, not normalised. */
    static DenseBlock points(double[][] rows) {
        int columns = rows[0].length;
        float[] values = new float[rows.length * columns];
        boolean[] usable = new boolean[rows.length];
        for (int r = 0; r < rows.length; r++) {
            usable[r] = true;
            for (int c = 0; c < columns; c++) {
                values[r * columns + c] = (float) rows[r][c];
            }
        }
        return new DenseBlock(columns, values, usable);
    }
}
