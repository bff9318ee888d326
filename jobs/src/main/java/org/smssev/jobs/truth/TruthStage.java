package org.smssev.jobs.truth;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.smssev.common.config.Config;
import org.smssev.common.io.LocalPaths;
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
        return "Measure how well the planted structure of a generated release was found (only with truth.path).";
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
        context.progress("joining publications with their planted technology");
        families(context, truth, files.get("patent_truth.csv"));
        network(context, truth);
        new GradeTruth(truth).measure(context);
    }

    private static Path path(StageContext context, String role) {
        List<InputFile> found = context.files(role);
        return found.get(0).path();
    }

    /** Clusters, technologies and country shares, by publication and family. */
    private static void families(StageContext context, Truth truth, Path patentTruth) {
        Dataset<Row> planted = context.spark()
                .read()
                .option("header", true)
                .csv(LocalPaths.literal(patentTruth))
                .where("publication_number <> ''")
                .select(
                        functions.col("publication_number").as("raw_number"),
                        functions
                                .regexp_replace(functions.col("technology_id"), functions.lit("\\D"), functions.lit(""))
                                .cast("int")
                                .as("planted"));
        Dataset<Row> patents = context.dataset(IngestTables.Patent.class)
                .select(
                        functions.col("family_id"),
                        functions
                                .regexp_replace(
                                        functions.col("publication_number"), functions.lit("-"), functions.lit(""))
                                .as("raw_number"));
        Dataset<Row> families = context.dataset(IngestTables.Family.class)
                .select(functions.col("family_id"), functions.col("countries"));
        Dataset<Row> cluster =
                context.dataset(ClusterTables.ClusterMember.class).select("family_id", "cluster_id");
        Dataset<Row> best = context.dataset(ScreenTables.CandidateFamily.class)
                .groupBy("family_id")
                .agg(functions
                        .max_by(
                                functions.col("candidate_id"),
                                functions.struct(functions.col("score"), functions.col("candidate_id")))
                        .as("candidate"));
        List<Row> rows = planted.join(patents, "raw_number")
                .join(cluster, "family_id")
                .join(families, "family_id")
                .join(best, new String[] {"family_id"}, "left")
                .select(
                        functions.col("family_id"),
                        functions.col("raw_number"),
                        functions.col("planted"),
                        functions.col("cluster_id"),
                        functions.col("candidate"),
                        functions
                                .transform(functions.col("countries"), c -> c.getField("country"))
                                .as("country"),
                        functions
                                .transform(functions.col("countries"), c -> c.getField("weight"))
                                .as("weight"))
                .collectAsList();
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort((x, y) -> x.getString(1).compareTo(y.getString(1)));
        clusters(context, sorted);
        new CountryTruth(truth).measure(context, sorted);
    }

    private static void clusters(StageContext context, List<Row> rows) {
        int[] planted = new int[rows.size()];
        int[] found = new int[rows.size()];
        for (int i = 0; i < planted.length; i++) {
            planted[i] = rows.get(i).getInt(2);
            found[i] = rows.get(i).getInt(3);
        }
        double ari = PartitionAgreement.adjustedRand(planted, found);
        double nmi = PartitionAgreement.normalisedMutualInformation(planted, found);
        tell(context, "truth_cluster_nmi", "clusters", nmi, "clusters against planted technologies: NMI %.3f", nmi);
        tell(context, "truth_cluster_ari", "clusters", ari, "clusters against planted technologies: ARI %.3f", ari);
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
