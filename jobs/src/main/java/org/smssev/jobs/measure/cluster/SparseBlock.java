package org.smssev.jobs.measure.cluster;

import java.io.Serializable;
import java.util.Arrays;

/** A block of families as sparse weighted vectors over the dictionary, with the counts behind them. */
final class SparseBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double SUBCLASS_WEIGHT = 0.5;

    final String[] ids;
    /** Priority years; 0 where there is none. */
    final int[] years;
    /** First applicants; null where there is none. */
    final String[] applicants;
    /** Where the entries of each family start; one longer than the families. */
    final int[] starts;

    final int[] features;
    final short[] counts;
    final float[] weights;

    SparseBlock(
            String[] ids,
            int[] years,
            String[] applicants,
            int[] starts,
            int[] features,
            short[] counts,
            float[] weights) {
        this.ids = ids;
        this.years = years;
        this.applicants = applicants;
        this.starts = starts;
        this.features = features;
        this.counts = counts;
        this.weights = weights;
    }

    int size() {
        return ids.length;
    }

    /**
     * Weights a block. Terms: (1 + ln tf) idf, of Euclidean norm 1 a family. Codes: idf, main groups of norm 1 and
     * subclasses of norm 0.5, both together scaled to norm {@code ipcWeight}.
     */
    static SparseBlock of(RawBlock raw, Dictionary dictionary, double ipcWeight) {
        int[] global = new int[raw.vocabulary.length];
        Kind[] kinds = new Kind[raw.vocabulary.length];
        for (int i = 0; i < global.length; i++) {
            global[i] = dictionary.find(raw.vocabulary[i]);
            kinds[i] = Kind.of(raw.vocabulary[i]);
        }
        int[] globalPairs = dictionary.bigrams(raw);
        int entries = 0;
        for (int feature : raw.features) {
            entries += global[feature] >= 0 ? 1 : 0;
        }
        for (int pair : raw.pairNumbers) {
            entries += globalPairs[pair] >= 0 ? 1 : 0;
        }
        int[] starts = new int[raw.starts.length];
        int[] features = new int[entries];
        short[] counts = new short[entries];
        float[] weights = new float[entries];
        Kind[] kindOf = new Kind[entries];
        int at = 0;
        for (int row = 0; row < raw.ids.length; row++) {
            int from = at;
            for (int e = raw.starts[row]; e < raw.starts[row + 1]; e++) {
                int feature = global[raw.features[e]];
                if (feature >= 0) {
                    features[at] = feature;
                    counts[at] = raw.counts[e];
                    kindOf[at++] = kinds[raw.features[e]];
                }
            }
            for (int e = raw.pairStarts[row]; e < raw.pairStarts[row + 1]; e++) {
                int feature = globalPairs[raw.pairNumbers[e]];
                if (feature >= 0) {
                    features[at] = feature;
                    counts[at] = raw.pairCounts[e];
                    kindOf[at++] = Kind.TERM;
                }
            }
            double[] square = new double[Kind.values().length];
            for (int e = from; e < at; e++) {
                float weight = (float) ((1 + LogTable.ln(counts[e])) * dictionary.idf(features[e]));
                weights[e] = weight;
                square[kindOf[e].index()] += (double) weight * weight;
            }
            starts[row + 1] = at;
            scale(weights, kindOf, starts[row], at, scales(square, ipcWeight));
        }
        return new SparseBlock(raw.ids, raw.years, raw.applicants, starts, features, counts, weights);
    }

    private static double[] scales(double[] square, double ipcWeight) {
        double group = square[Kind.GROUP.index()];
        double subclass = square[Kind.SUBCLASS.index()];
        double norm = Math.sqrt((group > 0 ? 1 : 0) + (subclass > 0 ? SUBCLASS_WEIGHT * SUBCLASS_WEIGHT : 0));
        double[] scales = new double[square.length];
        for (Kind kind : Kind.values()) {
            double length = Math.sqrt(square[kind.index()]);
            double part = switch (kind) {
                case TERM -> 1;
                case GROUP -> ipcWeight / norm;
                case SUBCLASS -> ipcWeight * SUBCLASS_WEIGHT / norm;
            };
            scales[kind.index()] = length > 0 ? part / length : 0;
        }
        return scales;
    }

    private static void scale(float[] weights, Kind[] kindOf, int from, int to, double[] scales) {
        for (int e = from; e < to; e++) {
            weights[e] = (float) (weights[e] * scales[kindOf[e].index()]);
        }
    }

    /** The rows that are marked, in their order. */
    SparseBlock only(boolean[] marked) {
        int rows = 0;
        int entries = 0;
        for (int row = 0; row < size(); row++) {
            if (marked[row]) {
                rows++;
                entries += starts[row + 1] - starts[row];
            }
        }
        String[] subIds = new String[rows];
        int[] subYears = new int[rows];
        String[] subApplicants = new String[rows];
        int[] subStarts = new int[rows + 1];
        int[] subFeatures = new int[entries];
        short[] subCounts = new short[entries];
        float[] subWeights = new float[entries];
        int to = 0;
        for (int row = 0; row < size(); row++) {
            if (marked[row]) {
                int length = starts[row + 1] - starts[row];
                subIds[to] = ids[row];
                subYears[to] = years[row];
                subApplicants[to] = applicants[row];
                System.arraycopy(features, starts[row], subFeatures, subStarts[to], length);
                System.arraycopy(counts, starts[row], subCounts, subStarts[to], length);
                System.arraycopy(weights, starts[row], subWeights, subStarts[to], length);
                subStarts[to + 1] = subStarts[to] + length;
                to++;
            }
        }
        return new SparseBlock(subIds, subYears, subApplicants, subStarts, subFeatures, subCounts, subWeights);
    }

    /** Logarithms of small counts. */
    private static final class LogTable {
        private static final double[] TABLE = new double[256];

        static {
            Arrays.setAll(TABLE, StrictMath::log);
        }

        static double ln(int count) {
            return count < TABLE.length ? TABLE[count] : StrictMath.log(count);
        }
    }
}
