package org.smssev.jobs.measure.network;

import java.util.Locale;
import org.smssev.common.config.NetworkConfig;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.NetworkTables;

/** Tells the figures of quality and the conventions of the stage. */
final class NetworkReport {
    private NetworkReport() {}

    /**
     * The figures of one network.
     *
     * @param main whether it is the one that later stages use; its subject is then "network"
     */
    static void network(
            StageContext context,
            Scope scope,
            PairBlock counts,
            MeasuredNetwork measured,
            KeyNodes keyNodes,
            boolean main) {
        NetworkConfig settings = context.config().network();
        CodeNetwork network = measured.network();
        String subject = main ? "network" : scope.label();
        NetworkTables.CommunityScan chosen = measured.scan().curve.stream()
                .filter(NetworkTables.CommunityScan::chosen)
                .findFirst()
                .orElseThrow();
        context.quality(
                "families_left_out_of_pairs",
                subject,
                (double) counts.leftOut,
                "families with more than " + settings.maxCodes() + " codes; only their codes count, not their pairs");
        context.quality(
                "codes_below_min_families",
                subject,
                (double) (counts.codes.size() - network.codes.length),
                "codes with fewer than " + settings.minFamilies() + " families, left out of the network");
        context.quality("codes", subject, (double) network.codes.length, "nodes of the network");
        context.quality("pairs", subject, (double) network.lesser.length, "edges of the network");
        context.quality("communities", subject, (double) chosen.communities(), "Leiden communities, isolates included");
        context.quality(
                "modularity",
                subject,
                chosen.modularity(),
                "modularity of the communities at the configured resolution; undefined without pairs");
        for (int j = 0; j < keyNodes.weights.length; j++) {
            String criterion = KeyNodes.CRITERIA.get(j);
            context.quality(
                    "key_node_weight",
                    main ? criterion : scope.label() + ' ' + criterion,
                    keyNodes.weights[j],
                    String.format(
                            Locale.ROOT,
                            "weight of %s among the criteria of key nodes, by %s",
                            criterion,
                            settings.weights()));
        }
    }

    /** The conventions of the settings. */
    static void conventions(StageContext context) {
        NetworkConfig settings = context.config().network();
        context.convention(
                "network.weights",
                settings.counting().name(),
                "Centralities and communities use the counts of network.counting. The length of a path is 1/weight.");
        // A pair of a family with many codes weighs little by Newman, and so would never be significant.
        context.convention("network.backbone", "FULL", "The disparity filter is applied to full counts.");
        context.convention(
                "network.core", "BACKBONE", "Core numbers, s-cores and label propagation are taken on the backbone.");
        context.convention(
                "network.significance",
                "HYPERGEOMETRIC",
                "The value p is the chance of at least this many common families. The value q is by Benjamini and"
                        + " Hochberg over all pairs of codes, also those without a common family. Families above network.max-codes count for their"
                        + " codes, but not as common families. This makes p larger.");
        context.convention(
                "network.binary",
                "UNWEIGHTED",
                "Clustering coefficient, effective size and core numbers count neighbours, not weights.");
        context.convention(
                "network.normalisation",
                "WHOLE_GRAPH",
                "Betweenness, closeness and harmonic closeness are divided by all codes, isolates included.");
    }
}
