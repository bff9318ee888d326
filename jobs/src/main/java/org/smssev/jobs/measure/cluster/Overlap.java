package org.smssev.jobs.measure.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** How many families the clusters of two releases share; families that lack a cluster in either count in none. */
final class Overlap {
    /** Families in a cluster of the earlier release and in one of this release; -1 for those without any. */
    record Shared(int earlier, int present, long families) {}

    /** Clusters of the earlier release that share families with any of this, ascending. */
    final int[] earlier;
    /** Clusters of this release that share families with any of the earlier, ascending. */
    final int[] present;

    private final long[][] shared;
    private final long[] earlierSizes;
    private final long[] presentSizes;

    Overlap(List<Shared> all) {
        List<Shared> counts = all.stream()
                .filter(count -> count.earlier() >= 0 && count.present() >= 0)
                .toList();
        earlier = numbers(counts.stream().map(Shared::earlier).toList());
        present = numbers(counts.stream().map(Shared::present).toList());
        Map<Integer, Integer> rows = places(earlier);
        Map<Integer, Integer> columns = places(present);
        shared = new long[earlier.length][present.length];
        earlierSizes = new long[earlier.length];
        presentSizes = new long[present.length];
        for (Shared count : counts) {
            int row = rows.get(count.earlier());
            int column = columns.get(count.present());
            shared[row][column] += count.families();
            earlierSizes[row] += count.families();
            presentSizes[column] += count.families();
        }
    }

    /** Families shared, over those in either: 0 to 1. */
    double jaccard(int row, int column) {
        long both = shared[row][column];
        return (double) both / (earlierSizes[row] + presentSizes[column] - both);
    }

    /** Share of the earlier cluster's families that the present one holds. */
    double shareOfEarlier(int row, int column) {
        return (double) shared[row][column] / earlierSizes[row];
    }

    /** Share of the present cluster's families that the earlier one held. */
    double shareOfPresent(int row, int column) {
        return (double) shared[row][column] / presentSizes[column];
    }

    /** The matrix of {@link #jaccard}, with 0 for pairs below a least value. */
    double[][] jaccards(double least) {
        double[][] weights = new double[earlier.length][present.length];
        for (int row = 0; row < weights.length; row++) {
            for (int column = 0; column < present.length; column++) {
                double value = jaccard(row, column);
                weights[row][column] = value >= least ? value : 0;
            }
        }
        return weights;
    }

    private static int[] numbers(List<Integer> all) {
        return new TreeSet<>(all).stream().mapToInt(Integer::intValue).toArray();
    }

    private static Map<Integer, Integer> places(int[] numbers) {
        Map<Integer, Integer> places = new TreeMap<>();
        Arrays.stream(numbers).forEach(number -> places.put(number, places.size()));
        return places;
    }
}
