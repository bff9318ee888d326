package org.smssev.jobs.measure.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Leads k-means out of poor local optima by breathing (Fritzke 2020): some centres are added where the error is greatest,
 * all are settled by steps of Lloyd, and as many are taken away where they are missed least; the result is kept if it
 * costs less, else fewer are moved. Sums are over blocks in their order, so the result does not depend on threads.
 */
final class Breathing {
    private static final int MOVED = 6;
    private static final int STEPS = 4;
    private static final double LEAST_GAIN = 5e-4;
    /** How far from its twin an added centre starts, in root mean squared distances of the cluster. */
    private static final double OFFSET = 0.3;

    private final List<DenseBlock> blocks;
    private final Random random;

    Breathing(List<DenseBlock> blocks, long seed) {
        this.blocks = blocks;
        this.random = new Random(seed);
    }

    /** Centres of the same number and of no greater cost on the blocks. */
    Centres improve(Centres start) {
        Centres best = start;
        double least = sums(best).cost;
        int moved = Math.min(MOVED, start.k - 1);
        while (moved > 0) {
            Centres grown = settle(grow(best, moved));
            Centres shrunk = settle(shrink(grown, moved));
            double cost = sums(shrunk).cost;
            if (cost < least * (1 - LEAST_GAIN)) {
                best = shrunk;
                least = cost;
            } else {
                moved--;
            }
        }
        return best;
    }

    private Centres settle(Centres centres) {
        Centres settled = centres;
        for (int step = 0; step < STEPS; step++) {
            settled = sums(settled).means(settled);
        }
        return settled;
    }

    private ClusterSums sums(Centres centres) {
        return ClusterSums.add(blocks.parallelStream()
                .map(b -> ClusterSums.of(b, centres.nearest(b), centres))
                .toList());
    }

    /** Adds twins to the clusters of greatest error. */
    private Centres grow(Centres centres, int added) {
        ClusterSums sums = sums(centres);
        double[] error = new double[centres.k];
        for (int c = 0; c < centres.k; c++) {
            double square = 0;
            for (double x : sums.sums[c]) {
                square += x * x;
            }
            error[c] = sums.sizes[c] == 0 ? 0 : sums.squares[c] - square / sums.sizes[c];
        }
        int[] worst = IntStream.range(0, centres.k)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer c) -> -error[c]).thenComparing(c -> c))
                .limit(added)
                .mapToInt(c -> c)
                .toArray();
        List<double[]> points = points(centres);
        for (int c : worst) {
            double[] twin = centres.point(c);
            double spread = Math.sqrt(error[c] / Math.max(1, sums.sizes[c]) / twin.length);
            for (int d = 0; d < twin.length; d++) {
                twin[d] += OFFSET * spread * random.nextGaussian();
            }
            points.add(twin);
        }
        return new Centres(points.toArray(double[][]::new));
    }

    /** Takes away the centres missed least, but no two that stand in for each other. */
    private Centres shrink(Centres centres, int removed) {
        double[] missed = new double[centres.k];
        for (double[] part : blocks.parallelStream().map(centres::missed).toList()) {
            for (int c = 0; c < missed.length; c++) {
                missed[c] += part[c];
            }
        }
        Integer[] order = IntStream.range(0, centres.k).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer c) -> missed[c]).thenComparing(c -> c));
        boolean[] gone = new boolean[centres.k];
        boolean[] frozen = new boolean[centres.k];
        int left = removed;
        for (int c : order) {
            if (left > 0 && !frozen[c]) {
                gone[c] = true;
                frozen[neighbour(centres, c, gone)] = true;
                left--;
            }
        }
        for (int c : order) {
            // All others stand in for one already gone.
            if (left > 0 && !gone[c]) {
                gone[c] = true;
                left--;
            }
        }
        List<double[]> all = points(centres);
        List<double[]> points = new ArrayList<>();
        for (int c = 0; c < centres.k; c++) {
            if (!gone[c]) {
                points.add(all.get(c));
            }
        }
        return new Centres(points.toArray(double[][]::new));
    }

    private static int neighbour(Centres centres, int c, boolean[] gone) {
        double[] at = centres.point(c);
        int nearest = c;
        double least = Double.POSITIVE_INFINITY;
        for (int other = 0; other < centres.k; other++) {
            if (other == c || gone[other]) {
                continue;
            }
            double[] point = centres.point(other);
            double square = 0;
            for (int d = 0; d < at.length; d++) {
                square += (point[d] - at[d]) * (point[d] - at[d]);
            }
            if (square < least) {
                least = square;
                nearest = other;
            }
        }
        return nearest;
    }

    private static List<double[]> points(Centres centres) {
        List<double[]> points = new ArrayList<>();
        for (int c = 0; c < centres.k; c++) {
            points.add(centres.point(c));
        }
        return points;
    }
}
