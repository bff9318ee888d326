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
        for (; e + 3 < to; e += 4) {
            int a = features[e] * width;
            int b = features[e + 1] * width;
            int c = features[e + 2] * width;
            int d = features[e + 3] * width;
            float wa = weights[e];
            float wb = weights[e + 1];
            float wc = weights[e + 2];
            float wd = weights[e + 3];
            for (int j = 0; j < width; j++) {
                out[outAt + j] += wa * matrix[a + j] + wb * matrix[b + j] + (wc * matrix[c + j] + wd * matrix[d + j]);
            }
        }
        for (; e < to; e++) {
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

    /** Does what {@link #dense} does for two rows at once, each with the same bits: the matrix is read once for both. */
    static void densePair(
            float[] rows,
            int firstAt,
            int secondAt,
            int dimensions,
            float[] matrix,
            int width,
            float[] first,
            float[] second) {
        for (int j = 0; j < width; j++) {
            first[j] = 0;
            second[j] = 0;
        }
        int d = 0;
        for (; d + 3 < dimensions; d += 4) {
            float a = rows[firstAt + d];
            float b = rows[firstAt + d + 1];
            float c = rows[firstAt + d + 2];
            float e = rows[firstAt + d + 3];
            float f = rows[secondAt + d];
            float g = rows[secondAt + d + 1];
            float h = rows[secondAt + d + 2];
            float i = rows[secondAt + d + 3];
            int m0 = d * width;
            int m1 = m0 + width;
            int m2 = m1 + width;
            int m3 = m2 + width;
            for (int j = 0; j < width; j++) {
                float x0 = matrix[m0 + j];
                float x1 = matrix[m1 + j];
                float x2 = matrix[m2 + j];
                float x3 = matrix[m3 + j];
                first[j] += a * x0 + b * x1 + (c * x2 + e * x3);
                second[j] += f * x0 + g * x1 + (h * x2 + i * x3);
            }
        }
        for (; d < dimensions; d++) {
            float a = rows[firstAt + d];
            float f = rows[secondAt + d];
            int m0 = d * width;
            for (int j = 0; j < width; j++) {
                first[j] += a * matrix[m0 + j];
                second[j] += f * matrix[m0 + j];
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
