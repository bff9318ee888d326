package org.smssev.jobs.truth;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.smssev.common.config.Config;
import org.smssev.common.stage.FileRef;
import org.smssev.common.stage.InputFile;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.stats.Descriptive;
import org.smssev.common.stats.PartitionAgreement;
import org.smssev.common.tables.ClusterTables;
import org.smssev.common.tables.EvaluateTables;
import org.smssev.common.tables.GradeTables;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.NetworkTables;
import org.smssev.common.tables.ScreenTables;
import org.smssev.common.tables.SurveyTables;
import org.smssev.jobs.measure.MainNetwork;

/** Compares what was found with the planted truth of a generated release; without one it does nothing. */
public final class TruthStage implements Stage {
    private static final List<String> FILES =
            List.of("patent_truth.csv", "technologies.csv", "planted_codes.csv", "country_shares.csv");

    @Override
    public String name() {
        return "truth";
    }

    @Override
    public String description() {
        return "Compare results with the truth of a generated release.";
    }

    @Override
    public List<Class<? extends Record>> reads() {
        return List.of(
                IngestTables.Patent.class,
                SurveyTables.Match.class,
                SurveyTables.Technology.class,
                ClusterTables.ClusterMember.class,
                NetworkTables.IpcNode.class,
                ScreenTables.CandidateMember.class,
                ScreenTables.CandidateFamily.class,
                ScreenTables.Supplemented.class,
                IngestTables.Family.class,
                EvaluateTables.Expert.class,
                GradeTables.Technology.class);
    }

    @Override
    public List<Class<? extends Record>> writes() {
        return List.of();
    }

    @Override
    public List<Object> settings(Config config) {
        return List.of(config.truth() == null ? "none" : config.truth(), config.network());
    }

    @Override
    public List<FileRef> files(Config config) {
        if (config.truth() == null) {
            return List.of();
        }
        return FILES.stream()
                .map(f -> new FileRef(f, "truth.path", config.truth().path() + "/" + f))
                .toList();
    }

    @Override
    public void run(StageContext context) {
        if (context.config().truth() == null) {
            return;
        }
        Map<String, Path> files = new HashMap<>();
        FILES.forEach(f -> files.put(f, path(context, f)));
        Truth truth = Truth.read(files);
        context.progress("join publications with their planted technology");
        PlantedPublications publications = PlantedPublications.of(context, files.get("patent_truth.csv"));
        clusters(context, publications);
        new CountryTruth(truth).measure(context, publications);
        network(context, truth);
        new GradeTruth(truth).measure(context);
    }

    private static Path path(StageContext context, String role) {
        List<InputFile> found = context.files(role);
        return found.get(0).path();
    }

    private static void clusters(StageContext context, PlantedPublications publications) {
        double ari = PartitionAgreement.adjustedRand(publications.planted, publications.cluster);
        double nmi = PartitionAgreement.normalisedMutualInformation(publications.planted, publications.cluster);
        tell(
                context,
                "truth_cluster_nmi",
                "clusters",
                nmi,
                "clusters compared with planted technologies: NMI %.3f",
                nmi);
        tell(
                context,
                "truth_cluster_ari",
                "clusters",
                ari,
                "clusters compared with planted technologies: ARI %.3f",
                ari);
    }

    private static void network(StageContext context, Truth truth) {
        List<NetworkTables.IpcNode> nodes = MainNetwork.nodes(context);
        double[] strengths = nodes.stream()
                .mapToDouble(NetworkTables.IpcNode::strength)
                .sorted()
                .toArray();
        // Participation and the residual say little of weak codes, so only the strongest fifth is ranked by them.
        double floor = strengths.length == 0 ? 0 : Descriptive.quantile(strengths, 0.8);
        Map<String, java.util.function.ToDoubleFunction<NetworkTables.IpcNode>> measures = new TreeMap<>();
        measures.put("strength", NetworkTables.IpcNode::strength);
        measures.put("pagerank", NetworkTables.IpcNode::pagerank);
        measures.put("betweenness", n -> orLeast(n.betweenness()));
        measures.put("betweenness_backbone", n -> orLeast(n.betweennessBackbone()));
        measures.put("participation", n -> n.strength() >= floor ? orLeast(n.participation()) : -1);
        measures.put("betweenness_residual", n -> n.strength() >= floor ? orLeast(n.betweennessResidual()) : -1e9);
        measures.put("key_nodes", n -> n.isKeyNode() ? 1 + orLeast(n.topsis()) : orLeast(n.topsis()) - 2);
        measures.forEach((name, measure) -> {
            List<String> top = nodes.stream()
                    .sorted((x, y) -> {
                        int c = Double.compare(measure.applyAsDouble(y), measure.applyAsDouble(x));
                        return c != 0 ? c : x.ipc().compareTo(y.ipc());
                    })
                    .limit(20)
                    .map(NetworkTables.IpcNode::ipc)
                    .toList();
            long hubs = truth.hubs().stream().filter(top::contains).count();
            long bridges = truth.bridges().stream().filter(top::contains).count();
            tell(
                    context,
                    "truth_hubs_top20",
                    name,
                    (double) hubs,
                    "planted hubs in the top 20 by %s: %d of %d",
                    name,
                    hubs,
                    truth.hubs().size());
            tell(
                    context,
                    "truth_bridges_top20",
                    name,
                    (double) bridges,
                    "planted bridges in the top 20 by %s: %d of %d",
                    name,
                    bridges,
                    truth.bridges().size());
        });
    }

    private static double orLeast(Double d) {
        return d == null ? Double.NEGATIVE_INFINITY : d;
    }

    static void tell(
            StageContext context, String check, String subject, Double value, String format, Object... arguments) {
        context.quality(check, subject, value, String.format(Locale.ROOT, format, arguments));
    }
}
