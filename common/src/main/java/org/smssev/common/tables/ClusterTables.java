package org.smssev.common.tables;

import java.util.List;
import org.smssev.common.table.Column;
import org.smssev.common.table.Table;

/** Tables of the cluster stage. */
public final class ClusterTables {
    private ClusterTables() {}

    /** A term or code with its weight in a cluster. */
    public record Weighted(
            @Column("term or code") String name,
            @Column("weight, greater is more typical") double weight) {}

    /** A label term of a cluster. */
    public record LabelTerm(
            @Column("language of most of the texts that hold it, two letters; und where it cannot be told")
            String language,

            @Column("term") String name,
            @Column("weight, greater is more typical") double weight) {}

    /** An applicant with its families in a cluster. */
    public record ApplicantCount(
            @Column("harmonised name") String name,

            @Column(value = "families of the cluster with it as first applicant", min = 1)
            long families) {}

    @Table(name = "measure.clusters", comment = "Clusters of families by text and IPC.", key = "cluster_id")
    public record Cluster(
            @Column("cluster, the same id over releases while its families stay together; -1 holds the families"
                    + " without usable text and codes")
            int clusterId,

            @Column(value = "families in it", min = 0) long size,

            @Column("up to ten label terms by c-TF-IDF in each language present, the most frequent language first")
            List<LabelTerm> terms,

            @Column("IPC codes by lift, strongest first") List<Weighted> ipc,
            @Column("five families nearest to the centre") List<String> centralFamilies,

            @Column("five first applicants with most families")
            List<ApplicantCount> topApplicants,

            @Column(
                    value = "share of its families with a year that lie in the youngest third of years",
                    nullable = true)
            Double youngShare,

            @Column(value = "growth of its families between the two windows, per year", nullable = true)
            Double growth,

            @Column(value = "median priority year", nullable = true)
            Double medianYear,

            @Column(value = "mean squared distance to the centre", nullable = true)
            Double meanDistance,

            @Column(
                    value = "mean silhouette of its families, -1 to 1; null with one cluster",
                    nullable = true,
                    min = -1,
                    max = 1)
            Double silhouette,

            @Column(
                    value = "mean over bootstraps of the greatest Jaccard overlap with a cluster found there; null"
                            + " without bootstraps",
                    nullable = true,
                    min = 0,
                    max = 1)
            Double stability,

            @Column(
                    value = "by stability: STABLE from .75, PATTERN from .6, DOUBTFUL above .5, else DISSOLVED",
                    nullable = true,
                    oneOf = {"STABLE", "PATTERN", "DOUBTFUL", "DISSOLVED"})
            String stabilityClass,

            @Column(value = "why, for cluster -1", nullable = true)
            String reason) {}

    @Table(name = "measure.cluster_members", comment = "The cluster of each family.", key = "family_id", large = true)
    public record ClusterMember(
            @Column(value = "family", plain = true) String familyId,
            @Column("cluster") int clusterId,

            @Column(value = "squared distance to the centre, null in cluster -1", nullable = true)
            Double distance,

            @Column(
                    value = "silhouette under squared distance: near 1 in its midst, below 0 nearer to another cluster;"
                            + " null in cluster -1 or with one cluster",
                    nullable = true,
                    min = -1,
                    max = 1)
            Double silhouette) {}

    @Table(
            name = "measure.cluster_scan",
            comment = "The curve by which the number of clusters was chosen; all figures are of the sample.",
            key = {"k", "seed"})
    public record ClusterScan(
            @Column(value = "clusters asked for", min = 1) int k,
            @Column("seed") long seed,

            @Column(value = "clusters found; fewer than k where some stayed empty", min = 0)
            int found,

            @Column(
                    value = "mean silhouette under squared distance, -1 to 1; null with one cluster",
                    nullable = true,
                    min = -1,
                    max = 1)
            Double silhouette,

            @Column(
                    value = "Calinski-Harabasz index, greater is better; null with one cluster",
                    nullable = true,
                    min = 0)
            Double calinskiHarabasz,

            @Column(value = "Davies-Bouldin index, less is better; null with one cluster", nullable = true, min = 0)
            Double daviesBouldin,

            @Column(value = "sum of squared distances", nullable = true, min = 0)
            Double cost,

            @Column(
                    value = "mean adjusted Rand index with the clusterings of the other seeds of the same k; null with"
                            + " one seed",
                    nullable = true,
                    min = -1,
                    max = 1)
            Double ariMean,

            @Column(
                    value = "mean of the clusters' stability over bootstraps; null without bootstraps",
                    nullable = true,
                    min = 0,
                    max = 1)
            Double jaccardMean,

            @Column("whether this is the clustering in use") boolean chosen) {}

    @Table(
            name = "measure.cluster_events",
            comment = "What became of the clusters from release to release, told by the families that both hold.",
            key = {"release", "cluster_id", "event"})
    public record ClusterEvent(
            @Column("release, which is compared with the one before it")
            String release,

            @Column("cluster; of DIED and SPLIT, one of the release before")
            int clusterId,

            @Column(
                    value =
                            "KEPT goes on from the release before; BORN and DIED have no counterpart; SPLIT: two clusters"
                                    + " or more hold a quarter of its families each; MERGED: two or more gave it half of their"
                                    + " families each",
                    oneOf = {"KEPT", "BORN", "DIED", "SPLIT", "MERGED"})
            String event,

            @Column("clusters that it continues (KEPT), was split into or merged from")
            List<String> others,

            @Column(value = "its families", min = 0) long families,

            @Column(
                    value = "KEPT: Jaccard overlap; BORN, DIED: the greatest with any cluster of the other release;"
                            + " SPLIT, MERGED: share of its families that the others hold; null where none is shared",
                    nullable = true,
                    min = 0,
                    max = 1)
            Double overlap) {}
}
