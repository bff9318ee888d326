package org.smssev.common.stats;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Severity of experts by the additive model y = mu + tau_item + rho_expert, least squares over the scores given, with
 * sum rho = 0. Only experts whose scores are connected through shared items can be compared: the part with the most
 * scores counts, and experts outside it have no severity (NaN).
 */
public final class Severity {
    private Severity() {}

    /** A score that an expert gave an item. */
    public record Given(String expert, String item, double score) {}

    /** The severity of each expert who can be compared, by id; the order of the scores does not matter. */
    public static Map<String, Double> byExpert(List<Given> given) {
        List<String> experts =
                List.copyOf(new TreeSet<>(given.stream().map(Given::expert).toList()));
        List<String> items =
                List.copyOf(new TreeSet<>(given.stream().map(Given::item).toList()));
        double[][] scores = new double[experts.size()][items.size()];
        for (double[] row : scores) {
            Arrays.fill(row, Double.NaN);
        }
        given.forEach(
                g -> scores[Collections.binarySearch(experts, g.expert())][Collections.binarySearch(items, g.item())] =
                        g.score());
        return byExpert(experts, scores);
    }

    /**
     * The severity of each expert who can be compared, by id.
     *
     * @param experts their ids
     * @param scores one row per expert, one column per item, NaN where not scored
     */
    public static Map<String, Double> byExpert(List<String> experts, double[][] scores) {
        double[] severities = of(scores);
        Map<String, Double> byExpert = new TreeMap<>();
        for (int e = 0; e < severities.length; e++) {
            if (!Double.isNaN(severities[e])) {
                byExpert.put(experts.get(e), severities[e]);
            }
        }
        return byExpert;
    }

    /**
     * The severity of each expert, in points; above 0 scores higher than the panel.
     *
     * @param scores one row per expert, one column per item, NaN where not scored
     */
    public static double[] of(double[][] scores) {
        boolean[] isIn = connected(scores);
        int[] experts = IntStream.range(0, scores.length).filter(e -> isIn[e]).toArray();
        double[] severities = new double[scores.length];
        Arrays.fill(severities, Double.NaN);
        int k = experts.length;
        // Normal equations with the items eliminated; adding 1 everywhere fixes sum rho = 0.
        double[][] a = new double[k][k + 1];
        for (double[] row : a) {
            Arrays.fill(row, 0, k, 1);
        }
        int items = scores.length == 0 ? 0 : scores[0].length;
        for (int i = 0; i < items; i++) {
            int n = 0;
            double sum = 0;
            for (int e : experts) {
                if (!Double.isNaN(scores[e][i])) {
                    n++;
                    sum += scores[e][i];
                }
            }
            for (int x = 0; x < k; x++) {
                if (Double.isNaN(scores[experts[x]][i])) {
                    continue;
                }
                a[x][x] += 1;
                a[x][k] += scores[experts[x]][i] - sum / n;
                for (int y = 0; y < k; y++) {
                    a[x][y] -= Double.isNaN(scores[experts[y]][i]) ? 0 : 1.0 / n;
                }
            }
        }
        double[] rho = solve(a);
        for (int x = 0; x < k; x++) {
            severities[experts[x]] = rho[x];
        }
        return severities;
    }

    private static boolean[] connected(double[][] scores) {
        int[] part = new int[scores.length];
        Arrays.fill(part, -1);
        long most = 0;
        int best = -1;
        for (int start = 0; start < scores.length; start++) {
            if (part[start] >= 0) {
                continue;
            }
            long size = spread(scores, part, start);
            if (size > most) {
                most = size;
                best = start;
            }
        }
        boolean[] isIn = new boolean[scores.length];
        for (int e = 0; e < scores.length; e++) {
            isIn[e] = best >= 0 && part[e] == best;
        }
        return isIn;
    }

    private static long spread(double[][] scores, int[] part, int start) {
        ArrayDeque<Integer> todo = new ArrayDeque<>();
        todo.add(start);
        part[start] = start;
        long size = 0;
        while (!todo.isEmpty()) {
            double[] mine = scores[todo.remove()];
            size += Arrays.stream(mine).filter(y -> !Double.isNaN(y)).count();
            for (int other = 0; other < scores.length; other++) {
                if (part[other] < 0 && sharesItem(mine, scores[other])) {
                    part[other] = start;
                    todo.add(other);
                }
            }
        }
        return size;
    }

    private static boolean sharesItem(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (!Double.isNaN(a[i]) && !Double.isNaN(b[i])) {
                return true;
            }
        }
        return false;
    }

    /** Gaussian elimination with pivots; the last column is the right-hand side. */
    private static double[] solve(double[][] a) {
        int k = a.length;
        for (int c = 0; c < k; c++) {
            int pivot = c;
            for (int r = c + 1; r < k; r++) {
                pivot = Math.abs(a[r][c]) > Math.abs(a[pivot][c]) ? r : pivot;
            }
            double[] row = a[pivot];
            a[pivot] = a[c];
            a[c] = row;
            for (int r = 0; r < k; r++) {
                double factor = r == c ? 0 : a[r][c] / row[c];
                for (int j = c; j <= k && factor != 0; j++) {
                    a[r][j] -= factor * row[j];
                }
            }
        }
        double[] x = new double[k];
        Arrays.setAll(x, c -> a[c][k] / a[c][c]);
        return x;
    }
}
