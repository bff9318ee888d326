package org.smssev.jobs.measure.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.smssev.common.stats.Ranks;
import org.smssev.common.tables.NetworkTables;

/**
 * Spearman's rank correlation of each pair of measures, over the nodes for which both are defined: which measures say the
 * same, and so should not be counted twice.
 */
final class Correlations {
    private Correlations() {}

    /** The measures that are compared, by column, NaN where undefined. */
    static Map<String, double[]> columns(Measures m) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("degree", Arrays.stream(m.degree).asDoubleStream().toArray());
        columns.put("strength", m.strength);
        columns.put("opsahl", m.opsahl);
        columns.put("pagerank", m.pageRank);
        columns.put("betweenness", orNaN(m.betweenness, m.nodes()));
        columns.put("betweenness_backbone", orNaN(m.betweennessBackbone, m.nodes()));
        columns.put("closeness", orNaN(m.closeness));
        columns.put("harmonic", m.harmonic);
        columns.put("eigenvector", orNaN(m.eigenvector));
        columns.put("core", Arrays.stream(m.core).asDoubleStream().toArray());
        columns.put("s_core", m.sCore);
        columns.put("clustering", orNaN(m.clustering));
        columns.put("constraint", orNaN(m.constraint));
        columns.put("effective_size", orNaN(m.effectiveSize));
        columns.put("bridging", orNaN(m.bridging));
        columns.put("participation", orNaN(m.participation));
        columns.put("within_z", orNaN(m.withinZ));
        columns.put("betweenness_residual", orNaN(m.betweennessResidual));
        return columns;
    }

    /** A row for each pair of measures, the lesser name first. */
    static List<NetworkTables.CentralityCorrelation> rows(Scope scope, Measures measures) {
        Map<String, double[]> columns = columns(measures);
        List<String> names = columns.keySet().stream().sorted().toList();
        List<List<String>> pairs = new ArrayList<>();
        for (int a = 0; a < names.size(); a++) {
            for (int b = a + 1; b < names.size(); b++) {
                pairs.add(List.of(names.get(a), names.get(b)));
            }
        }
        return pairs.parallelStream()
                .map(pair -> row(scope, pair, columns.get(pair.get(0)), columns.get(pair.get(1))))
                .toList();
    }

    private static NetworkTables.CentralityCorrelation row(Scope scope, List<String> pair, double[] x, double[] y) {
        int[] defined = IntStream.range(0, x.length)
                .filter(v -> !Double.isNaN(x[v]) && !Double.isNaN(y[v]))
                .toArray();
        double spearman = Ranks.spearman(
                Arrays.stream(defined).mapToDouble(v -> x[v]).toArray(),
                Arrays.stream(defined).mapToDouble(v -> y[v]).toArray());
        return new NetworkTables.CentralityCorrelation(
                scope.level().name(),
                scope.period(),
                pair.get(0),
                pair.get(1),
                Double.isNaN(spearman) ? null : (Double) Math.max(-1, Math.min(1, spearman)),
                defined.length);
    }

    private static double[] orNaN(Double[] values) {
        return Arrays.stream(values)
                .mapToDouble(v -> v == null ? Double.NaN : v)
                .toArray();
    }

    private static double[] orNaN(double[] values, int nodes) {
        double[] undefined = new double[nodes];
        Arrays.fill(undefined, Double.NaN);
        return values == null ? undefined : values;
    }
}
