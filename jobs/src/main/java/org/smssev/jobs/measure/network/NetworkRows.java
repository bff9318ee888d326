package org.smssev.jobs.measure.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.smssev.common.config.Config;
import org.smssev.common.tables.MeasureTables;

/** Makes the rows of the stage's tables from a measured network. */
final class NetworkRows {
    private static final String PERIOD = "ALL";
    private static final int TOP_CODES = 10;

    private final Config.Network settings;
    private final CodeNetwork network;
    private final CsrGraph graph;
    private final Measures measures;

    NetworkRows(Config.Network settings, CodeNetwork network, CsrGraph graph, Measures measures) {
        this.settings = settings;
        this.network = network;
        this.graph = graph;
        this.measures = measures;
    }

    List<MeasureTables.IpcNode> nodes(KeyNodes keyNodes, Double[] growth) {
        List<MeasureTables.IpcNode> rows = new ArrayList<>();
        for (int v = 0; v < network.codes.length; v++) {
            rows.add(new MeasureTables.IpcNode(
                    settings.level().name(),
                    PERIOD,
                    network.codes[v],
                    network.codeFamilies[v],
                    measures.degree[v],
                    measures.strength[v],
                    measures.pageRank[v],
                    Measures.at(measures.betweenness, v),
                    Measures.at(measures.betweennessBackbone, v),
                    measures.harmonic[v],
                    measures.eigenvector[v],
                    measures.core[v],
                    measures.participation[v],
                    measures.betweennessResidual[v],
                    measures.component[v],
                    measures.community[v],
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

    List<MeasureTables.IpcEdge> edges(double[] alphas, boolean[] backbone) {
        List<MeasureTables.IpcEdge> rows = new ArrayList<>();
        for (int e = 0; e < network.lesser.length; e++) {
            long c = network.full[e];
            long a = network.codeFamilies[network.lesser[e]];
            long b = network.codeFamilies[network.greater[e]];
            rows.add(new MeasureTables.IpcEdge(
                    settings.level().name(),
                    PERIOD,
                    network.codes[network.lesser[e]],
                    network.codes[network.greater[e]],
                    c,
                    network.newman[e],
                    network.refined[e],
                    Normalisation.association(c, a, b),
                    Normalisation.lift(c, a, b, network.families),
                    Normalisation.salton(c, a, b),
                    Normalisation.jaccard(c, a, b),
                    Normalisation.inclusion(c, a, b),
                    alphas[e],
                    backbone[e]));
        }
        return rows;
    }

    List<MeasureTables.Community> communities() {
        double[] parts = Communities.modularityParts(graph, measures.community, settings.resolution());
        List<List<Integer>> members = new ArrayList<>();
        IntStream.range(0, parts.length).forEach(c -> members.add(new ArrayList<>()));
        IntStream.range(0, graph.nodes())
                .forEach(v -> members.get(measures.community[v]).add(v));
        List<MeasureTables.Community> rows = new ArrayList<>();
        for (int c = 0; c < parts.length; c++) {
            rows.add(new MeasureTables.Community(
                    settings.level().name(),
                    PERIOD,
                    settings.resolution(),
                    c,
                    members.get(c).size(),
                    members.get(c).stream()
                            .mapToLong(v -> network.codeFamilies[v])
                            .sum(),
                    parts[c],
                    members.get(c).stream()
                            .sorted(Comparator.comparingDouble(v -> -measures.strength[v]))
                            .limit(TOP_CODES)
                            .map(v -> network.codes[v])
                            .toList()));
        }
        return rows;
    }
}
