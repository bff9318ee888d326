package org.smssev.jobs.measure.cluster;

/**
 * Products of rows with small dense matrices. The matrices lie transposed, a row per input dimension, so that the inner
 * loops run over outputs: they vectorise, and no sum changes its order.
 */
final class Rows {
    private Rows() {}

    /** Adds the product of a sparse row and a matrix (features x width) to {@code out}. */
    static void addSparse(
            int[] features, float[] weights, int from, int to, float[] matrix, int width, float[] out, int outAt) {
        int e = from;
        for (; e + 1 < to; e += 2) {
            int a = features[e] * width;
            int b = features[e + 1] * width;
            float wa = weights[e];
            float wb = weights[e + 1];
            for (int j = 0; j < width; j++) {
                out[outAt + j] += wa * matrix[a + j] + wb * matrix[b + j];
            }
        }
        if (e < to) {
            int a = features[e] * width;
            float wa = weights[e];
            for (int j = 0; j < width; j++) {
                out[outAt + j] += wa * matrix[a + j];
            }
        }
    }

    /** Puts the product of a dense row and a matrix (dimensions x width) into {@code out}. */
    static void dense(float[] row, int rowAt, int dimensions, float[] matrix, int width, float[] out) {
        for (int j = 0; j < width; j++) {
            out[j] = 0;
        }
        int d = 0;
        for (; d + 3 < dimensions; d += 4) {
            float a = row[rowAt + d];
            float b = row[rowAt + d + 1];
            float c = row[rowAt + d + 2];
            float e = row[rowAt + d + 3];
            int m0 = d * width;
            int m1 = m0 + width;
            int m2 = m1 + width;
            int m3 = m2 + width;
            for (int j = 0; j < width; j++) {
                out[j] += a * matrix[m0 + j] + b * matrix[m1 + j] + (c * matrix[m2 + j] + e * matrix[m3 + j]);
            }
        }
        for (; d < dimensions; d++) {
            float a = row[rowAt + d];
            int m0 = d * width;
            for (int j = 0; j < width; j++) {
                out[j] += a * matrix[m0 + j];
            }
        }
    }

    /** Scales a dense row to norm 1; false, and untouched, if it is zero. */
    static boolean normalise(float[] values, int from, int length) {
        double square = 0;
        for (int i = from; i < from + length; i++) {
            square += (double) values[i] * values[i];
        }
        if (!(square > 1e-20)) {
            return false;
        }
        double scale = 1 / Math.sqrt(square);
        for (int i = from; i < from + length; i++) {
            values[i] = (float) (values[i] * scale);
        }
        return true;
    }
}
