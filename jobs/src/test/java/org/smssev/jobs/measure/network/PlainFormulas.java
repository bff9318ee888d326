package org.smssev.jobs.measure.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Measures straight from their definitions, on a matrix of weights, as slow as they are plain. */
final class PlainFormulas {
    final double[][] weight;
    final int n;

    PlainFormulas(CsrGraph graph) {
        n = graph.nodes();
        weight = new double[n][n];
        for (int v = 0; v < n; v++) {
            for (int at = graph.first(v); at < graph.first(v + 1); at++) {
                weight[v][graph.neighbour(at)] = graph.weight(at);
            }
        }
    }

    List<Integer> neighbours(int v) {
        return IntStream.range(0, n).filter(u -> weight[v][u] > 0).boxed().toList();
    }

    double strength(int v) {
        return Arrays.stream(weight[v]).sum();
    }

    /** Lengths of shortest paths, by Floyd and Warshall. */
    double[][] distances() {
        double[][] d = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                d[i][j] = i == j ? 0 : weight[i][j] > 0 ? 1 / weight[i][j] : Double.POSITIVE_INFINITY;
            }
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    d[i][j] = Math.min(d[i][j], d[i][k] + d[k][j]);
                }
            }
        }
        return d;
    }

    /** Betweenness over unordered pairs: for each pair, the paths through each node, counted by distance. */
    double[] betweenness() {
        double[][] d = distances();
        double[][] paths = new double[n][n];
        for (int s = 0; s < n; s++) {
            double[] of = d[s];
            double[] count = paths[s];
            count[s] = 1;
            int source = s;
            IntStream.range(0, n)
                    .filter(v -> v != source && of[v] < Double.POSITIVE_INFINITY)
                    .boxed()
                    .sorted((a, b) -> Double.compare(of[a], of[b]))
                    .forEach(v -> {
                        for (int u : neighbours(v)) {
                            if (close(of[u] + 1 / weight[u][v], of[v])) {
                                count[v] += count[u];
                            }
                        }
                    });
        }
        double[] betweenness = new double[n];
        for (int s = 0; s < n; s++) {
            for (int t = s + 1; t < n; t++) {
                for (int v = 0; v < n && d[s][t] < Double.POSITIVE_INFINITY; v++) {
                    if (v != s && v != t && close(d[s][v] + d[v][t], d[s][t])) {
                        betweenness[v] += paths[s][v] * paths[v][t] / paths[s][t];
                    }
                }
            }
        }
        return betweenness;
    }

    private static boolean close(double a, double b) {
        return Math.abs(a - b) <= 1e-9 * b;
    }

    double[] closeness() {
        double[][] d = distances();
        double[] closeness = new double[n];
        for (int v = 0; v < n; v++) {
            double sum = Arrays.stream(d[v]).filter(Double::isFinite).sum();
            double others = Arrays.stream(d[v]).filter(Double::isFinite).count() - 1.0;
            closeness[v] = others == 0 ? 0 : others / (n - 1) * (others / sum);
        }
        return closeness;
    }

    /** Number of triangles through a node. */
    long triangles(int v) {
        List<Integer> around = neighbours(v);
        return around.stream()
                .mapToLong(a ->
                        around.stream().filter(b -> b > a && weight[a][b] > 0).count())
                .sum();
    }

    Double constraint(int i) {
        if (neighbours(i).isEmpty()) {
            return null;
        }
        double sum = 0;
        for (int j : neighbours(i)) {
            double share = weight[i][j] / strength(i);
            for (int q : neighbours(i)) {
                share += q == j ? 0 : weight[i][q] / strength(i) * (weight[q][j] / strength(q));
            }
            sum += share * share;
        }
        return sum;
    }

    /** Effective size by Burt's own words: neighbours, each less the share of the others that it is tied to. */
    Double effectiveSize(int v) {
        List<Integer> around = neighbours(v);
        double size = 0;
        for (int j : around) {
            double ties = around.stream().filter(q -> weight[j][q] > 0).count();
            size += 1 - ties / around.size();
        }
        return around.isEmpty() ? null : (Double) size;
    }

    Double bridging(int v, double betweenness) {
        double around = neighbours(v).stream()
                .mapToDouble(u -> 1.0 / neighbours(u).size())
                .sum();
        return neighbours(v).isEmpty()
                ? null
                : (Double) (betweenness * (1.0 / neighbours(v).size() / around));
    }

    Double participation(int v, int[] community) {
        double sum = 0;
        for (int c : Arrays.stream(community).distinct().toArray()) {
            double into = IntStream.range(0, n)
                    .filter(u -> community[u] == c)
                    .mapToDouble(u -> weight[v][u])
                    .sum();
            sum += Math.pow(into / strength(v), 2);
        }
        return strength(v) == 0 ? null : (Double) (1 - sum);
    }

    Double withinZ(int v, int[] community) {
        double[] within = IntStream.range(0, n)
                .filter(u -> community[u] == community[v])
                .mapToDouble(u -> within(u, community))
                .toArray();
        double mean = Arrays.stream(within).average().orElseThrow();
        double sd = Math.sqrt(
                Arrays.stream(within).map(w -> (w - mean) * (w - mean)).sum() / within.length);
        return sd < 1e-12 ? null : (Double) ((within(v, community) - mean) / sd);
    }

    private double within(int v, int[] community) {
        return IntStream.range(0, n)
                .filter(u -> community[u] == community[v])
                .mapToDouble(u -> weight[v][u])
                .sum();
    }

    /** s-cores by peeling, level after level, whatever is too weak. */
    double[] strengthCores() {
        double[] core = new double[n];
        boolean[] in = new boolean[n];
        Arrays.fill(in, true);
        double level = 0;
        for (int left = n; left > 0; left--) {
            int weakest = -1;
            for (int v = 0; v < n; v++) {
                if (in[v] && (weakest < 0 || strengthIn(v, in) < strengthIn(weakest, in))) {
                    weakest = v;
                }
            }
            level = Math.max(level, strengthIn(weakest, in));
            core[weakest] = level;
            in[weakest] = false;
        }
        return core;
    }

    private double strengthIn(int v, boolean[] in) {
        return IntStream.range(0, n)
                .filter(u -> in[u])
                .mapToDouble(u -> weight[v][u])
                .sum();
    }

    /** PageRank by its fixed point, iterated until it stands still. */
    double[] pageRank(double damping) {
        double[] rank = new double[n];
        Arrays.fill(rank, 1.0 / n);
        for (int i = 0; i < 2_000; i++) {
            double[] before = rank.clone();
            double dangling = IntStream.range(0, n)
                    .filter(v -> strength(v) == 0)
                    .mapToDouble(v -> before[v])
                    .sum();
            for (int v = 0; v < n; v++) {
                double sum = dangling / n;
                for (int u : neighbours(v)) {
                    sum += before[u] * weight[u][v] / strength(u);
                }
                rank[v] = (1 - damping) / n + damping * sum;
            }
            if (Arrays.equals(rank, before)) {
                break;
            }
        }
        return rank;
    }

    /** Least node that is reached from each. */
    int[] components() {
        double[][] d = distances();
        return IntStream.range(0, n)
                .map(v -> IntStream.range(0, n)
                        .filter(u -> d[v][u] < Double.POSITIVE_INFINITY)
                        .findFirst()
                        .orElseThrow())
                .toArray();
    }

    /** Labels after some rounds, each from the counts of the round before. */
    int[] labels(int rounds) {
        int[] label = IntStream.range(0, n).toArray();
        for (int r = 0; r < rounds; r++) {
            int[] before = label.clone();
            for (int v = 0; v < n; v++) {
                long[] votes = new long[n];
                neighbours(v).forEach(u -> votes[before[u]]++);
                long most = Arrays.stream(votes).max().orElse(0);
                label[v] = most == 0
                        ? before[v]
                        : IntStream.range(0, n)
                                .filter(l -> votes[l] == most)
                                .findFirst()
                                .orElseThrow();
            }
        }
        return label;
    }
}
