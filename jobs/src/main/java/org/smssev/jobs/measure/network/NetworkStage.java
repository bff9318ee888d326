package org.smssev.jobs.measure.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.smssev.common.Beside;
import org.smssev.common.config.Config;
import org.smssev.common.config.NetworkConfig;
import org.smssev.common.stage.ExpectedRows;
import org.smssev.common.stage.Need;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.stats.Growth;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.NetworkTables;
import org.smssev.jobs.measure.citation.CitationMeasuring;

/**
 * Builds the co-occurrence networks of IPC codes over families, measures them and chooses their key nodes; and measures
 * the citation networks.
 */
public final class NetworkStage implements Stage {
    @Override
    public String name() {
        return "network";
    }

    @Override
    public String description() {
        return "Build the networks of IPC codes and of citations.";
    }

    @Override
    public List<Class<? extends Record>> reads() {
        return CitationMeasuring.READS;
    }

    @Override
    public List<Class<? extends Record>> writes() {
        List<Class<? extends Record>> tables = new ArrayList<>(List.of(
                NetworkTables.IpcNode.class,
                NetworkTables.IpcEdge.class,
                NetworkTables.Community.class,
                NetworkTables.CommunityScan.class,
                NetworkTables.CentralityCorrelation.class,
                NetworkTables.Network.class));
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
    public List<Need> needs(Config config, ExpectedRows expected) {
        NetworkConfig settings = config.network();
        List<Need> needs = new ArrayList<>();
        needs.add(MemoryEstimate.network(
                        settings.level().name(),
                        Scope.of(settings).size() == 1
                                ? "all years"
                                : Scope.of(settings).size() + " networks",
                        expected.of(NetworkTables.IpcNode.class),
                        expected.of(NetworkTables.IpcEdge.class))
                .need());
        if (config.citations().measure()) {
            needs.add(CitationMeasuring.need(
                    expected.of(IngestTables.Patent.class), expected.of(IngestTables.Family.class)));
        }
        return needs;
    }

    @Override
    public void run(StageContext context) {
        CitationMeasuring citations = new CitationMeasuring(context);
        // Much of either has work for one core only.
        try (Beside<Optional<CitationMeasuring.Measured>> measured = new Beside<>("citations", citations::measure)) {
            List<NetworkTables.IpcEdge> edges = occurrence(context);
            context.progress("measure citations");
            try (Beside<Integer> written = new Beside<>("edges", () -> write(context, edges))) {
                citations.write(measured.get());
                written.get();
            }
        }
    }

    private static int write(StageContext context, List<NetworkTables.IpcEdge> edges) {
        context.write(NetworkTables.IpcEdge.class, edges);
        return edges.size();
    }

    /** Measures the networks and writes all of them but the edges, which are many and given back. */
    private static List<NetworkTables.IpcEdge> occurrence(StageContext context) {
        NetworkConfig settings = context.config().network();
        List<Scope> scopes = Scope.of(settings);
        long heap = Runtime.getRuntime().maxMemory();
        context.progress("count pairs of codes");
        List<PairBlock> counts =
                PairCounting.count(context.dataset(IngestTables.Family.class), scopes, settings.maxCodes(), heap);
        List<NetworkTables.IpcNode> nodes = new ArrayList<>();
        List<NetworkTables.IpcEdge> edges = new ArrayList<>();
        List<NetworkTables.Community> communities = new ArrayList<>();
        List<NetworkTables.CommunityScan> curve = new ArrayList<>();
        List<NetworkTables.CentralityCorrelation> correlations = new ArrayList<>();
        List<NetworkTables.Network> networks = new ArrayList<>();
        for (int i = 0; i < scopes.size(); i++) {
            Scope scope = scopes.get(i);
            CodeNetwork network = CodeNetwork.of(counts.get(i), settings.minFamilies());
            int codes = network.codes.length;
            int pairs = network.lesser.length;
            MemoryEstimate.network(scope.level().name(), scope.period(), codes, edges.size() + (long) pairs)
                    .check(heap);
            context.progress(
                    String.format(Locale.ROOT, "measure %,d codes and %,d pairs (%s)", codes, pairs, scope.label()));
            MeasuredNetwork measured = MeasuredNetwork.of(scope, network, settings, engine(context, pairs));
            Double[] growth = growth(scope, network, context.config());
            KeyNodes keyNodes = new KeyNodes(measured.measures(), growth, settings);
            NetworkRows rows = new NetworkRows(measured, settings);
            nodes.addAll(rows.nodes(keyNodes, growth));
            edges.addAll(rows.edges());
            communities.addAll(rows.communities());
            curve.addAll(measured.scan().curve);
            correlations.addAll(Correlations.rows(scope, measured.measures()));
            networks.add(rows.summary());
            NetworkReport.network(context, scope, counts.get(i), measured, keyNodes, i == 0);
        }
        context.write(NetworkTables.IpcNode.class, nodes);
        context.write(NetworkTables.Community.class, communities);
        context.write(NetworkTables.CommunityScan.class, curve);
        context.write(NetworkTables.CentralityCorrelation.class, correlations);
        context.write(NetworkTables.Network.class, networks);
        NetworkReport.conventions(context);
        return edges;
    }

    private static MeasuredNetwork.Figures engine(StageContext context, long pairs) {
        Optional<GraphEngine> distributed = Engines.distributed(context.config().network(), pairs);
        return new MeasuredNetwork.Figures() {
            @Override
            public String name() {
                return distributed.map(GraphEngine::name).orElse(CompactEngine.NAME);
            }

            @Override
            public NodeFigures of(CsrGraph graph, Set<EngineMeasure> asked) {
                return distributed
                        .map(engine -> EngineRun.of(engine, context.spark(), graph, asked, context.scratch()))
                        .orElseGet(() -> NodeFigures.of(graph, asked));
            }
        };
    }

    /** Growth between the windows of the whole release; a period has none of its own. */
    private static Double[] growth(Scope scope, CodeNetwork network, Config config) {
        Double[] growth = new Double[network.codes.length];
        if (scope.isAll()) {
            Arrays.setAll(
                    growth,
                    v -> Growth.of(
                            network.yearly[v],
                            config.gap().window(),
                            config.release().truncatedYears()));
        }
        return growth;
    }
}
