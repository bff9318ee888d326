package org.smssev.jobs.measure.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.smssev.common.config.Config;
import org.smssev.common.ipc.IpcSymbol;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.stats.Growth;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.MeasureTables;
import org.smssev.jobs.measure.citation.CitationMeasuring;

/**
 * Builds the co-occurrence network of IPC codes over families, measures it and chooses its key nodes; and measures the
 * citation network.
 */
public final class NetworkStage implements Stage {
    @Override
    public String name() {
        return "network";
    }

    @Override
    public String description() {
        return "Build the networks: IPC codes that occur together, with centralities and key nodes; and citations.";
    }

    @Override
    public List<Class<? extends Record>> reads() {
        return CitationMeasuring.READS;
    }

    @Override
    public List<Class<? extends Record>> writes() {
        List<Class<? extends Record>> tables = new ArrayList<>(
                List.of(MeasureTables.IpcNode.class, MeasureTables.IpcEdge.class, MeasureTables.Community.class));
        tables.addAll(CitationMeasuring.WRITES);
        return tables;
    }

    @Override
    public List<Object> settings(Config config) {
        // Growth uses the windows of the gap stage, and of that section nothing else.
        return List.of(
                config.network(),
                config.citations(),
                config.release().truncatedYears(),
                config.gap().window());
    }

    @Override
    public void run(StageContext context) {
        Config.Network settings = context.config().network();
        context.progress("counting pairs of codes");
        PairBlock counts = PairCounting.count(
                context.dataset(IngestTables.Family.class),
                IpcSymbol.Level.valueOf(settings.level().name()),
                settings.maxCodes());
        CodeNetwork network = CodeNetwork.of(counts, settings.minFamilies());
        context.progress(String.format(
                Locale.ROOT, "measuring %,d codes and %,d pairs", network.codes.length, network.lesser.length));
        CsrGraph graph = network.graph(settings.counting());
        double[] alphas = Disparity.alphas(network.graph(Config.Network.Counting.FULL));
        boolean[] backbone = Disparity.backbone(alphas, settings.alpha());
        int[] community = Communities.leiden(graph, settings.resolution(), settings.seed());
        Measures measures = new Measures(graph, graph.withEdges(backbone), community);
        NetworkRows rows = new NetworkRows(settings, network, graph, measures);
        Double[] growth = growth(network, context.config());
        context.write(MeasureTables.IpcNode.class, rows.nodes(new KeyNodes(measures, settings), growth));
        context.write(MeasureTables.IpcEdge.class, rows.edges(alphas, backbone));
        context.write(MeasureTables.Community.class, rows.communities());
        report(context, counts, network, rows);
        new CitationMeasuring(context).run();
    }

    private static Double[] growth(CodeNetwork network, Config config) {
        Double[] growth = new Double[network.codes.length];
        Arrays.setAll(
                growth,
                v -> Growth.of(
                        network.yearly[v],
                        config.gap().window(),
                        config.release().truncatedYears()));
        return growth;
    }

    private static void report(StageContext context, PairBlock counts, CodeNetwork network, NetworkRows rows) {
        Config.Network settings = context.config().network();
        context.quality(
                "families_left_out_of_pairs",
                "network",
                (double) counts.leftOut,
                "families with more than " + settings.maxCodes() + " codes; their codes count, their pairs do not");
        context.quality(
                "codes_below_min_families",
                "network",
                (double) (counts.codes.size() - network.codes.length),
                "codes with fewer than " + settings.minFamilies() + " families are not nodes");
        context.quality("codes", "network", (double) network.codes.length, "nodes of the network");
        context.quality("pairs", "network", (double) network.lesser.length, "edges of the network");
        List<MeasureTables.Community> communities = new ArrayList<>(rows.communities());
        context.quality("communities", "network", (double) communities.size(), "Leiden communities, isolates included");
        context.quality(
                "modularity",
                "network",
                network.lesser.length == 0
                        ? null
                        : communities.stream()
                                .mapToDouble(MeasureTables.Community::qPart)
                                .sum(),
                "modularity of the communities at the configured resolution; undefined without pairs");
        context.convention(
                "network.weights",
                settings.counting().name(),
                "Centralities and communities use the counts of network.counting; paths are 1/weight long.");
        // A pair of a family with many codes weighs little by Newman, and so would never be significant.
        context.convention("network.backbone", "FULL", "The disparity filter is applied to full counts.");
        context.convention("network.core", "BACKBONE", "Core numbers are taken on the disparity backbone.");
    }
}
