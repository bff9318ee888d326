package org.smssev.jobs.measure.cluster;

import java.io.Serializable;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Truncated singular value decomposition by random projection with power iterations (Halko, Martinsson and Tropp 2011):
 * a basis of the row space is iterated as Q = orth(A'(A Q)), then rotated by the eigenvectors of (A Q)'(A Q). Threads
 * share rows or features out among them, and each sum is made by one thread in a fixed order, so their number does not
 * change a bit.
 */
final class RandomizedSvd {
    private static final int OVERSAMPLING = 12;
    private static final int CHUNKS = 64;

    /** Right singular vectors and singular values, greatest first. */
    static final class Basis implements Serializable {
        private static final long serialVersionUID = 1L;
        /** Features x components. */
        final float[] vectors;

        final double[] singularValues;

        Basis(float[] vectors, double[] singularValues) {
            this.vectors = vectors;
            this.singularValues = singularValues;
        }

        int components() {
            return singularValues.length;
        }
    }

    private final SparseBlock rows;
    private final int rowCount;
    private final int columns;
    private final int width;
    /** The same entries by column. */
    private final int[] columnStarts;

    private final int[] columnRows;
    private final float[] columnWeights;

    private RandomizedSvd(SparseBlock rows, int columns, int width) {
        this.rows = rows;
        this.rowCount = rows.size();
        this.columns = columns;
        this.width = width;
        int entries = rows.starts[rowCount];
        columnStarts = new int[columns + 1];
        columnRows = new int[entries];
        columnWeights = new float[entries];
        for (int e = 0; e < entries; e++) {
            columnStarts[rows.features[e] + 1]++;
        }
        for (int c = 0; c < columns; c++) {
            columnStarts[c + 1] += columnStarts[c];
        }
        int[] next = columnStarts.clone();
        for (int row = 0; row < rowCount; row++) {
            for (int e = rows.starts[row]; e < rows.starts[row + 1]; e++) {
                int to = next[rows.features[e]]++;
                columnRows[to] = row;
                columnWeights[to] = rows.weights[e];
            }
        }
    }

    /**
     * Decomposes the blocks, stacked in their order. Fewer components come back where the rank is lower. Each vector's
     * largest entry (the first of equals) is positive.
     */
    static Basis fit(List<SparseBlock> blocks, int columns, int components, int iterations, long seed) {
        SparseBlock all = stack(blocks);
        int width = Math.min(components + OVERSAMPLING, Math.min(all.size(), columns));
        if (width == 0) {
            return new Basis(new float[0], new double[0]);
        }
        // A multiple of eight keeps the vectorised loops without a remainder; columns beyond the rank become zero.
        width = (width + 7) / 8 * 8;
        RandomizedSvd svd = new RandomizedSvd(all, columns, width);
        float[] basis = svd.transposed(svd.sketch(seed));
        svd.orthonormalise(basis);
        for (int i = 0; i < iterations; i++) {
            basis = svd.transposed(svd.product(basis));
            svd.orthonormalise(basis);
        }
        return svd.rotate(basis, components);
    }

    private static SparseBlock stack(List<SparseBlock> blocks) {
        int size = 0;
        int entries = 0;
        for (SparseBlock block : blocks) {
            size += block.size();
            entries += block.starts[block.size()];
        }
        int[] starts = new int[size + 1];
        int[] features = new int[entries];
        float[] weights = new float[entries];
        int row = 0;
        int at = 0;
        for (SparseBlock block : blocks) {
            int length = block.starts[block.size()];
            System.arraycopy(block.features, 0, features, at, length);
            System.arraycopy(block.weights, 0, weights, at, length);
            for (int r = 0; r < block.size(); r++) {
                starts[++row] = at + block.starts[r + 1];
            }
            at += length;
        }
        return new SparseBlock(
                new String[size], new int[size], new String[size], starts, features, new short[0], weights);
    }

    /** Random directions in the space of the rows, each entry drawn by the row's number. */
    private float[] sketch(long seed) {
        float[] out = new float[Math.multiplyExact(rowCount, width)];
        chunks(rowCount, (from, to) -> {
            for (int row = from; row < to; row++) {
                SplittableRandom random = new SplittableRandom(seed ^ (row + 1) * 0x9E3779B97F4A7C15L);
                for (int j = 0; j < width; j++) {
                    // Four uniform draws are near enough to a normal one for a sketch.
                    out[row * width + j] = (float)
                            (random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble() - 2);
                }
            }
        });
        return out;
    }

    /** A Q: rows x width. */
    private float[] product(float[] basis) {
        float[] out = new float[Math.multiplyExact(rowCount, width)];
        chunks(rowCount, (from, to) -> {
            for (int row = from; row < to; row++) {
                Rows.addSparse(
                        rows.features,
                        rows.weights,
                        rows.starts[row],
                        rows.starts[row + 1],
                        basis,
                        width,
                        out,
                        row * width);
            }
        });
        return out;
    }

    /** A' Y: columns x width. */
    private float[] transposed(float[] y) {
        float[] out = new float[Math.multiplyExact(columns, width)];
        chunks(columns, (from, to) -> {
            for (int column = from; column < to; column++) {
                Rows.addSparse(
                        columnRows,
                        columnWeights,
                        columnStarts[column],
                        columnStarts[column + 1],
                        y,
                        width,
                        out,
                        column * width);
            }
        });
        return out;
    }

    /** Makes the columns orthonormal by the eigenvectors of their Gram matrix; those beyond the rank become zero. */
    private void orthonormalise(float[] basis) {
        EigenDecomposition eigen = eigen(basis, columns);
        double[] values = eigen.getRealEigenvalues();
        double[][] rotation = new double[width][width];
        for (int j = 0; j < width; j++) {
            double scale = values[j] > values[0] * 1e-12 && values[j] > 0 ? 1 / Math.sqrt(values[j]) : 0;
            double[] vector = eigen.getEigenvector(j).toArray();
            for (int i = 0; i < width; i++) {
                rotation[i][j] = vector[i] * scale;
            }
        }
        multiplyInPlace(basis, rotation);
    }

    private Basis rotate(float[] basis, int components) {
        EigenDecomposition eigen = eigen(product(basis), rowCount);
        double[] values = eigen.getRealEigenvalues();
        int kept = 0;
        while (kept < Math.min(components, width) && values[kept] > values[0] * 1e-10 && values[kept] > 0) {
            kept++;
        }
        double[] singular = new double[kept];
        double[][] rotation = new double[width][width];
        for (int j = 0; j < kept; j++) {
            singular[j] = Math.sqrt(values[j]);
            double[] vector = eigen.getEigenvector(j).toArray();
            for (int i = 0; i < width; i++) {
                rotation[i][j] = vector[i];
            }
        }
        multiplyInPlace(basis, rotation);
        float[] vectors = new float[columns * kept];
        for (int j = 0; j < kept; j++) {
            int largest = 0;
            for (int c = 1; c < columns; c++) {
                if (Math.abs(basis[c * width + j]) > Math.abs(basis[largest * width + j])) {
                    largest = c;
                }
            }
            float sign = basis[largest * width + j] < 0 ? -1 : 1;
            for (int c = 0; c < columns; c++) {
                vectors[c * kept + j] = sign * basis[c * width + j];
            }
        }
        return new Basis(vectors, singular);
    }

    private EigenDecomposition eigen(float[] matrix, int height) {
        double[][] gram = gram(matrix, height);
        return new EigenDecomposition(new Array2DRowRealMatrix(gram, false));
    }

    /** M'M in double: fixed chunks of rows, added in their order. */
    private double[][] gram(float[] matrix, int height) {
        double[][][] parts = new double[CHUNKS][][];
        IntStream.range(0, CHUNKS).parallel().forEach(chunk -> {
            int from = (int) ((long) height * chunk / CHUNKS);
            int to = (int) ((long) height * (chunk + 1) / CHUNKS);
            double[][] part = new double[width][width];
            double[] row = new double[width];
            for (int r = from; r < to; r++) {
                for (int j = 0; j < width; j++) {
                    row[j] = matrix[r * width + j];
                }
                for (int i = 0; i < width; i++) {
                    double x = row[i];
                    double[] sums = part[i];
                    if (x != 0) {
                        for (int j = 0; j < width; j++) {
                            sums[j] += x * row[j];
                        }
                    }
                }
            }
            parts[chunk] = part;
        });
        double[][] sum = new double[width][width];
        for (double[][] part : parts) {
            for (int i = 0; i < width; i++) {
                for (int j = 0; j < width; j++) {
                    sum[i][j] += part[i][j];
                }
            }
        }
        return sum;
    }

    private void multiplyInPlace(float[] basis, double[][] rotation) {
        float[] flat = new float[width * width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                flat[i * width + j] = (float) rotation[i][j];
            }
        }
        chunks(columns, (from, to) -> {
            float[] out = new float[width];
            for (int row = from; row < to; row++) {
                Rows.dense(basis, row * width, width, flat, width, out);
                System.arraycopy(out, 0, basis, row * width, width);
            }
        });
    }

    @FunctionalInterface
    private interface Range {
        void run(int from, int to);
    }

    private static void chunks(int n, Range range) {
        IntStream.range(0, CHUNKS)
                .parallel()
                .forEach(
                        chunk -> range.run((int) ((long) n * chunk / CHUNKS), (int) ((long) n * (chunk + 1) / CHUNKS)));
    }
}
