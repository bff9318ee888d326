package org.smssev.jobs.measure.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.smssev.common.config.NetworkConfig;
import org.smssev.common.tables.NetworkTables;

/** Makes the rows of the stage's tables from a measured network. */
final class NetworkRows {
    private static final int TOP_CODES = 10;
    private static final double SIGNIFICANT = 0.05;

    private final NetworkConfig settings;
    private final MeasuredNetwork measured;
    private final CodeNetwork network;
    private final Measures measures;
    private final String level;
    private final String period;

    NetworkRows(MeasuredNetwork measured, NetworkConfig settings) {
        this.settings = settings;
        this.measured = measured;
        this.network = measured.network();
        this.measures = measured.measures();
        this.level = measured.scope().level().name();
        this.period = measured.scope().period();
    }

    List<NetworkTables.IpcNode> nodes(KeyNodes keyNodes, Double[] growth) {
        List<NetworkTables.IpcNode> rows = new ArrayList<>();
        for (int v = 0; v < network.codes.length; v++) {
            rows.add(new NetworkTables.IpcNode(
                    level,
                    period,
                    network.codes[v],
                    network.codeFamilies[v],
                    measures.degree[v],
                    measures.strength[v],
                    measures.opsahl[v],
                    measures.pageRank[v],
                    Measures.at(measures.betweenness, v),
                    Measures.at(measures.betweennessBackbone, v),
                    measures.betweennessEpsilon,
                    measures.closeness[v],
                    measures.harmonic[v],
                    measures.eigenvector[v],
                    measures.core[v],
                    measures.sCore[v],
                    measures.clustering[v],
                    measures.constraint[v],
                    measures.effectiveSize[v],
                    measures.bridging[v],
                    measures.participation[v],
                    measures.withinZ[v],
                    measures.betweennessResidual[v],
                    measures.component[v],
                    measures.community[v],
                    measures.label[v],
                    growth[v],
                    keyNodes.topsis[v],
                    keyNodes.votes[v],
                    keyNodes.communityRank[v],
                    keyNodes.quadrant[v],
                    keyNodes.isKeyNode[v],
                    keyNodes.reason[v]));
        }
        return rows;
    }

    List<NetworkTables.IpcEdge> edges() {
        List<NetworkTables.IpcEdge> rows = new ArrayList<>();
        double[] strength = network.graph(NetworkConfig.Counting.FULL).strengths();
        double total = Arrays.stream(strength).sum();
        for (int e = 0; e < network.lesser.length; e++) {
            long c = network.full[e];
            long a = network.codeFamilies[network.lesser[e]];
            long b = network.codeFamilies[network.greater[e]];
            rows.add(new NetworkTables.IpcEdge(
                    level,
                    period,
                    network.codes[network.lesser[e]],
                    network.codes[network.greater[e]],
                    c,
                    network.newman[e],
                    network.refined[e],
                    Normalisation.association(c, a, b),
                    Normalisation.lift(c, a, b, network.families),
                    Normalisation.vos(c, strength[network.lesser[e]], strength[network.greater[e]], total),
                    Normalisation.salton(c, a, b),
                    Normalisation.jaccard(c, a, b),
                    Normalisation.inclusion(c, a, b),
                    measured.alphas()[e],
                    measured.backbone()[e],
                    measured.significance()[0][e],
                    measured.significance()[1][e]));
        }
        return rows;
    }

    List<NetworkTables.Community> communities() {
        double[] parts = Communities.modularityParts(measured.graph(), measures.community, settings.resolution());
        List<List<Integer>> members = new ArrayList<>();
        IntStream.range(0, parts.length).forEach(c -> members.add(new ArrayList<>()));
        IntStream.range(0, measures.nodes())
                .forEach(v -> members.get(measures.community[v]).add(v));
        List<NetworkTables.Community> rows = new ArrayList<>();
        for (int c = 0; c < parts.length; c++) {
            rows.add(new NetworkTables.Community(
                    level,
                    period,
                    settings.resolution(),
                    c,
                    members.get(c).size(),
                    members.get(c).stream()
                            .mapToLong(v -> network.codeFamilies[v])
                            .sum(),
                    parts[c],
                    Measures.at(measured.scan().stability, c),
                    members.get(c).stream()
                            .sorted(Comparator.comparingDouble(v -> -measures.strength[v]))
                            .limit(TOP_CODES)
                            .map(v -> network.codes[v])
                            .toList()));
        }
        return rows;
    }

    NetworkTables.Network summary() {
        int n = measures.nodes();
        double paths = Arrays.stream(measures.degree)
                .mapToDouble(k -> k * (k - 1.0) / 2)
                .sum();
        // Each triangle counts at its three nodes, as three closed paths.
        double closed = IntStream.range(0, n)
                .filter(v -> measures.degree[v] > 1)
                .mapToDouble(v -> measures.clustering[v] * measures.degree[v] * (measures.degree[v] - 1.0) / 2)
                .sum();
        return new NetworkTables.Network(
                level,
                period,
                network.families,
                n,
                network.lesser.length,
                (int) IntStream.range(0, network.lesser.length)
                        .filter(e -> measured.backbone()[e])
                        .count(),
                (int) Arrays.stream(measured.significance()[1])
                        .filter(q -> q < SIGNIFICANT)
                        .count(),
                n < 2 ? null : (Double) (network.lesser.length / (n * (n - 1.0) / 2)),
                Arrays.stream(measures.component).max().orElse(-1) + 1,
                (int) Arrays.stream(measures.component).filter(c -> c == 0).count(),
                paths == 0 ? null : (Double) Math.min(1, closed / paths),
                measured.scan().chosen.communities(),
                measured.scan().chosen.modularity(),
                measured.sources(),
                measured.engine());
    }
}
