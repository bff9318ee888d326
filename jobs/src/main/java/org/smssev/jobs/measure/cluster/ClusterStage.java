package org.smssev.jobs.measure.cluster;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.smssev.common.config.ClusterConfig;
import org.smssev.common.config.Config;
import org.smssev.common.stage.ExpectedRows;
import org.smssev.common.stage.Need;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.ClusterTables.Cluster;
import org.smssev.common.tables.ClusterTables.ClusterEvent;
import org.smssev.common.tables.ClusterTables.ClusterMember;
import org.smssev.common.tables.ClusterTables.ClusterScan;
import org.smssev.common.tables.IngestTables.Family;

/** Clusters the families by text and IPC; clusters that go on from the release before keep their ids. */
public final class ClusterStage implements Stage {
    // What a release of 215,000 records has, rounded up: features of a family, and features in use.
    private static final long FEATURES_PER_FAMILY = 130;
    private static final long FEATURES = 60_000;
    /** A number, a weight, and what the list of them costs. */
    private static final long FEATURE_BYTES = 12;

    private static final String ID = "cluster_id";

    @Override
    public String name() {
        return "cluster";
    }

    @Override
    public String description() {
        return "Group families by text and IPC codes.";
    }

    @Override
    public List<Class<? extends Record>> reads() {
        return List.of(Family.class);
    }

    @Override
    public List<Class<? extends Record>> writes() {
        return List.of(Cluster.class, ClusterScan.class, ClusterMember.class, ClusterEvent.class);
    }

    @Override
    public boolean buildsOnEarlierRelease() {
        return true;
    }

    @Override
    public List<Object> settings(Config config) {
        // Growth uses the windows of the gap stage, and of that section nothing else.
        return List.of(
                config.cluster(),
                config.release().id(),
                config.release().truncatedYears(),
                config.gap().window());
    }

    @Override
    public List<Need> needs(Config config, ExpectedRows expected) {
        ClusterConfig settings = config.cluster();
        long sample = Math.min(settings.sample(), expected.of(Family.class));
        long bytes = sample * (FEATURES_PER_FAMILY * FEATURE_BYTES + 2L * Double.BYTES * settings.components())
                + 3L * Double.BYTES * settings.components() * FEATURES;
        return List.of(new Need(
                String.format(
                        Locale.ROOT,
                        "The sample of %,d families and %,d components for the clusters",
                        sample,
                        settings.components()),
                bytes,
                ", or lower cluster.sample or cluster.components"));
    }

    @Override
    public void run(StageContext context) {
        Config config = context.config();
        conventions(context);
        Describer.Years years =
                new Describer.Years(config.gap().window(), config.release().truncatedYears());
        try (ClusterEngine engine = new ClusterEngine(context.spark(), config.cluster(), years, context::progress)) {
            ClusterEngine.Outcome outcome = engine.run(context.dataset(Family.class));
            Succession succession = succession(context, outcome);
            List<Cluster> clusters = succession.named(outcome.clusters());
            List<ClusterEvent> events = succession.events();
            context.write(Cluster.class, clusters);
            context.write(ClusterScan.class, outcome.scan());
            context.write(ClusterMember.class, named(outcome.members(), succession.ids()));
            context.write(ClusterEvent.class, events);
            qualities(context, clusters, events);
        }
    }

    private static Succession succession(StageContext context, ClusterEngine.Outcome outcome) {
        List<Overlap.Shared> families = context.earlierTable(ClusterMember.class)
                .map(earlier -> families(earlier.dataset(), outcome.members()))
                .orElse(List.of());
        return new Succession(
                context.config().release().id(),
                outcome.clusters(),
                context.earlierRows(ClusterEvent.class).orElse(List.of()),
                families,
                context.config().cluster().keepOverlap());
    }

    private static List<Overlap.Shared> families(Dataset<Row> earlier, Dataset<Row> members) {
        return earlier
                .select(functions.col("family_id"), functions.col(ID).as("earlier"))
                .join(members.select("family_id", ID), new String[] {"family_id"}, "left")
                .groupBy("earlier", ID)
                .count()
                .collectAsList()
                .stream()
                .map(row -> new Overlap.Shared(row.getInt(0), row.isNullAt(1) ? -1 : row.getInt(1), row.getLong(2)))
                .toList();
    }

    /** The members with the ids of their clusters in place of provisional numbers. */
    private static Dataset<Row> named(Dataset<Row> members, int[] ids) {
        Column number = functions.col(ID);
        Column id = functions.element_at(functions.lit(ids), number.plus(1));
        return ids.length == 0
                ? members
                : members.withColumn(ID, functions.when(number.lt(0), number).otherwise(id));
    }

    private static void conventions(StageContext context) {
        ClusterConfig settings = context.config().cluster();
        context.convention(
                "clustering",
                "TF-IDF, randomized SVD, "
                        + (settings.algorithm() == ClusterConfig.Algorithm.KMEANS ? "k-means" : "bisecting k-means"),
                "Families are grouped by terms of title and abstract and by IPC main groups and subclasses. Cluster -1"
                        + " holds families without any of these.");
        if (settings.k() == 0) {
            context.convention(
                    "number_of_clusters",
                    settings.choice().name(),
                    "The number is chosen from cluster.k-scan by silhouette and stability. measure.cluster_scan has the curve.");
        }
        context.convention(
                "cluster_ids",
                "maximum-weight matching by Jaccard overlap",
                String.format(
                        Locale.ROOT,
                        "A cluster keeps its id in the next release if the matching gives an overlap of %s or more. The"
                                + " overlap counts families that are in both releases. Other clusters get new ids.",
                        settings.keepOverlap()));
    }

    private static void qualities(StageContext context, List<Cluster> clusters, List<ClusterEvent> events) {
        long unclustered = clusters.stream()
                .filter(cluster -> cluster.clusterId() < 0)
                .mapToLong(Cluster::size)
                .sum();
        context.quality("families_unclustered", "measure.cluster_members", (double) unclustered, Describer.NO_FEATURES);
        String release = context.config().release().id();
        events.stream()
                .filter(event -> event.release().equals(release))
                .collect(Collectors.groupingBy(ClusterEvent::event, TreeMap::new, Collectors.counting()))
                .forEach((event, n) -> context.quality(
                        "clusters_" + event.toLowerCase(Locale.ROOT),
                        "measure.cluster_events",
                        (double) n,
                        "clusters with this event, compared with the previous release"));
        if (clusters.stream().anyMatch(cluster -> cluster.stability() != null)) {
            double unstable = clusters.stream()
                    .filter(cluster -> cluster.stability() != null && cluster.stability() < Stability.TRUSTED)
                    .count();
            context.quality(
                    "clusters_not_to_trust",
                    "measure.clusters",
                    unstable,
                    "clusters with a bootstrap stability below " + Stability.TRUSTED);
        }
    }
}
