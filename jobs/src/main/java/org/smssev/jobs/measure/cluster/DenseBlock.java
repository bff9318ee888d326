package org.smssev.jobs.measure.cluster;

import java.io.Serializable;
import java.util.Arrays;

/** A block of families in the space of the components, each of norm 1 or zero. */
final class DenseBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    final int dimensions;
    final int size;
    /** Families x dimensions. */
    final float[] values;
    /** Whether a family's vector is not zero. */
    final boolean[] usable;

    DenseBlock(int dimensions, float[] values, boolean[] usable) {
        this.dimensions = dimensions;
        this.size = usable.length;
        this.values = values;
        this.usable = usable;
    }

    /** Projects a block onto the basis and normalises its rows. */
    static DenseBlock of(SparseBlock block, RandomizedSvd.Basis basis) {
        int width = basis.components();
        float[] values = new float[Math.multiplyExact(block.size(), width)];
        boolean[] usable = new boolean[block.size()];
        for (int row = 0; row < block.size(); row++) {
            int at = row * width;
            Rows.addSparse(
                    block.features,
                    block.weights,
                    block.starts[row],
                    block.starts[row + 1],
                    basis.vectors,
                    width,
                    values,
                    at);
            usable[row] = Rows.normalise(values, at, width);
            if (!usable[row]) {
                Arrays.fill(values, at, at + width, 0);
            }
        }
        return new DenseBlock(width, values, usable);
    }

    /** Some rows as a block of their own. */
    DenseBlock only(int[] rows) {
        float[] some = new float[rows.length * dimensions];
        boolean[] known = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * dimensions, some, i * dimensions, dimensions);
            known[i] = usable[rows[i]];
        }
        return new DenseBlock(dimensions, some, known);
    }

    /** A row's coordinates. */
    double[] row(int row) {
        double[] vector = new double[dimensions];
        for (int d = 0; d < dimensions; d++) {
            vector[d] = values[row * dimensions + d];
        }
        return vector;
    }
}
