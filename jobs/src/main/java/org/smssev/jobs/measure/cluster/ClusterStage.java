package org.smssev.jobs.measure.cluster;

import java.util.List;
import org.smssev.common.config.Config;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.MeasureTables.Cluster;
import org.smssev.common.tables.MeasureTables.ClusterMember;
import org.smssev.common.tables.MeasureTables.ClusterScan;

/** Clusters the families by text and IPC. */
public final class ClusterStage implements Stage {
    @Override
    public String name() {
        return "cluster";
    }

    @Override
    public String description() {
        return "Clusters families by their text and IPC codes, and labels the clusters.";
    }

    @Override
    public List<Class<? extends Record>> reads() {
        return List.of(Family.class);
    }

    @Override
    public List<Class<? extends Record>> writes() {
        return List.of(Cluster.class, ClusterScan.class, ClusterMember.class);
    }

    @Override
    public List<Object> settings(Config config) {
        return List.of(config.cluster(), config.release().truncatedYears());
    }

    @Override
    public void run(StageContext context) {
        Config config = context.config();
        context.convention(
                "clustering",
                "TF-IDF, randomized SVD, k-means",
                "families by terms of title and abstract and by IPC main groups and subclasses; cluster -1 holds those"
                        + " without any");
        try (ClusterEngine engine = new ClusterEngine(
                context.spark(), config.cluster(), config.release().truncatedYears(), context::progress)) {
            ClusterEngine.Outcome outcome = engine.run(context.dataset(Family.class));
            long unclustered = outcome.clusters().stream()
                    .filter(cluster -> cluster.clusterId() < 0)
                    .mapToLong(Cluster::size)
                    .sum();
            context.quality(
                    "families_unclustered", "measure.cluster_members", (double) unclustered, Describer.NO_FEATURES);
            context.write(Cluster.class, outcome.clusters());
            context.write(ClusterScan.class, outcome.scan());
            context.write(ClusterMember.class, outcome.members());
        }
    }
}
