package org.smssev.jobs.layout;

import java.util.Random;
import nl.cwts.networkanalysis.GradientDescentVOSLayoutAlgorithm;
import nl.cwts.networkanalysis.Layout;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/**
 * Places of nodes by the VOS layout on association strengths, with a fixed seed: the same network, given in the same
 * order, always gets the same places.
 *
 * @param x coordinate of each node, 0 to 1 over the longer side, four decimals
 * @param y coordinate of each node, likewise
 * @see <a href="https://doi.org/10.1007/s11192-009-0146-3">Van Eck and Waltman (2010), VOSviewer</a>
 */
public record VosLayout(double[] x, double[] y) {
    static final int ATTRACTION = 2;
    static final int REPULSION = 1;
    /** Keeps components that share no edge from drifting apart without end. */
    static final double EDGE_WEIGHT_INCREMENT = 0.01;

    static final int STARTS = 5;
    static final long SEED = 7;

    /**
     * Lays a network out. Without edges, or with a single node, the nodes stand on a circle.
     *
     * @param size number of nodes
     * @param from one end of each edge, 0 to size - 1
     * @param to the other end of each edge; each pair once
     * @param weight weight of each edge, greater than 0, not yet normalised
     */
    public static VosLayout of(int size, int[] from, int[] to, double[] weight) {
        return of(size, from, to, weight, STARTS);
    }

    /**
     * Lays a network out, the best of several starts; each start takes time by the square of the size.
     *
     * @param starts starts, at least 1, which is what VOSviewer takes by itself
     * @see #of(int, int[], int[], double[])
     */
    public static VosLayout of(int size, int[] from, int[] to, double[] weight, int starts) {
        double[][] places = size < 2 || from.length == 0 ? circle(size) : best(size, from, to, weight, starts);
        return new VosLayout(scaled(places, 0), scaled(places, 1));
    }

    private static double[][] best(int size, int[] from, int[] to, double[] weight, int starts) {
        LargeIntArray[] edges = {new LargeIntArray(from), new LargeIntArray(to)};
        Network network = new Network(size, true, edges, new LargeDoubleArray(weight), false, true)
                .createNormalizedNetworkUsingAssociationStrength();
        Random random = new Random(SEED);
        GradientDescentVOSLayoutAlgorithm algorithm =
                new GradientDescentVOSLayoutAlgorithm(ATTRACTION, REPULSION, EDGE_WEIGHT_INCREMENT, random);
        Layout best = null;
        double bestQuality = Double.POSITIVE_INFINITY;
        for (int start = 0; start < starts; start++) {
            Layout layout = new Layout(size, random);
            algorithm.improveLayout(network, layout);
            double quality = algorithm.calcQuality(network, layout);
            if (best == null || quality < bestQuality) {
                best = layout;
                bestQuality = quality;
            }
        }
        best.standardize(true);
        return best.getCoordinates();
    }

    private static double[][] circle(int size) {
        double[][] places = new double[2][size];
        for (int i = 0; i < size; i++) {
            places[0][i] = StrictMath.cos(2 * Math.PI * i / size);
            places[1][i] = StrictMath.sin(2 * Math.PI * i / size);
        }
        return places;
    }

    /** One coordinate on 0 to 1 over the longer side, so that the shape is kept; four decimals are enough to draw. */
    private static double[] scaled(double[][] places, int axis) {
        double side = 0;
        double middle = 0;
        for (int a = 0; a < 2; a++) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (double place : places[a]) {
                least = Math.min(least, place);
                greatest = Math.max(greatest, place);
            }
            side = Math.max(side, greatest - least);
            if (a == axis) {
                middle = (least + greatest) / 2;
            }
        }
        double[] scaled = new double[places[axis].length];
        for (int i = 0; i < scaled.length; i++) {
            double value = side > 0 ? 0.5 + (places[axis][i] - middle) / side : 0.5;
            scaled[i] = Math.rint(value * 10_000) / 10_000;
        }
        return scaled;
    }
}
