package org.smssev.jobs.measure.network;

import java.util.Set;
import org.smssev.common.config.NetworkConfig;

/**
 * A network with everything that was found of it.
 *
 * @param graph its graph, weighted as the settings say
 * @param alphas disparity significance of each edge
 * @param backbone whether each edge is in the backbone
 * @param significance p-values and false-discovery rates of the edges
 * @param scan its communities
 * @param measures measures of its nodes
 * @param sources nodes from which shortest paths were searched
 * @param engine name of the engine
 */
record MeasuredNetwork(
        Scope scope,
        CodeNetwork network,
        CsrGraph graph,
        double[] alphas,
        boolean[] backbone,
        double[][] significance,
        CommunityScan scan,
        Measures measures,
        int sources,
        String engine) {
    /** Measures a network. */
    static MeasuredNetwork of(Scope scope, CodeNetwork network, NetworkConfig settings, Figures engine) {
        CsrGraph graph = network.graph(settings.counting());
        double[] alphas = Disparity.alphas(network.graph(NetworkConfig.Counting.FULL));
        boolean[] backbone = Disparity.backbone(alphas, settings.alpha());
        CsrGraph backboneGraph = graph.withEdges(backbone);
        CommunityScan scan = new CommunityScan(graph, scope, settings);
        Sources sources = Sources.bounded(
                graph.nodes(), settings.exactNodes(), settings.sampleError(), settings.sampleRisk(), settings.seed());
        Measures measures = new Measures(
                graph,
                backboneGraph,
                scan.community,
                engine.of(graph, Measures.OF_NETWORK),
                engine.of(backboneGraph, Measures.OF_BACKBONE),
                sources);
        return new MeasuredNetwork(
                scope,
                network,
                graph,
                alphas,
                backbone,
                Significance.of(network),
                scan,
                measures,
                sources.nodes().length,
                engine.name());
    }

    /** Where the figures come from that an engine computes. */
    interface Figures {
        /** Name of the engine. */
        String name();

        /** The figures asked. */
        NodeFigures of(CsrGraph graph, Set<EngineMeasure> asked);
    }
}
