package org.smssev.common.config;

import java.util.List;

/** Clustering. */
public record ClusterConfig(
        @Setting(
                value = "KMEANS; or BISECTING, which splits clusters in two until there are k: a poorer cost, but"
                        + " clusters of similar sizes",
                def = "KMEANS")
        Algorithm algorithm,

        @Setting(value = "number of clusters; 0 scans k-scan", def = "0", min = 0)
        int k,

        @Setting(value = "numbers of clusters to scan", def = "[20, 40, 60, 80]")
        List<Integer> kScan,

        @Setting(
                value = "how a scan chooses k: by the greatest SILHOUETTE, by the greatest STABILITY, or by the"
                        + " least sum of the ranks of both (BOTH); stability is that over seeds (starts 2 or more),"
                        + " or else over bootstraps; where there is neither, the silhouette decides",
                def = "BOTH")
        Choice choice,

        @Setting(value = "components of the truncated SVD", def = "100", min = 2, max = 1000)
        int components,

        @Setting(value = "families on which basis and centres are fitted (a stable sample)", def = "50000", min = 100)
        int sample,

        @Setting(
                value = "starts by seed, of which the one of least cost is kept; two or more tell how stable the"
                        + " clusters are over seeds",
                def = "1",
                min = 1)
        int starts,

        @Setting(
                value = "bootstraps of each k, which tell how stable each cluster is; each costs about a start; 0"
                        + " for none",
                def = "0",
                min = 0)
        int bootstraps,

        @Setting(value = "k-means iterations", def = "20", min = 1)
        int iterations,

        @Setting(value = "fewest families of a term", def = "5", min = 1)
        int minDf,

        @Setting(value = "greatest share of families of a term", def = "0.4", min = 0, max = 1)
        double maxDf,

        @Setting(value = "most terms", def = "60000", min = 100)
        int maxTerms,

        @Setting(
                value = "most bigrams (terms side by side) beside the terms, 0 for none; taken are those of one family"
                        + " in 2,000 and more (and min-df), if more frequent than chance",
                def = "5000",
                min = 0)
        int maxBigrams,

        @Setting(value = "weight of IPC codes against terms", def = "0.25", min = 0, max = 10)
        double ipcWeight,

        @Setting(
                value = "constant number of blocks; figures may differ in the last digits with it",
                def = "16",
                min = 1)
        int partitions,

        @Setting(
                value = "least overlap (Jaccard, of families that both hold) with a cluster of the release before"
                        + " for keeping its id",
                def = "0.3",
                min = 0,
                max = 1)
        double keepOverlap,

        @Setting(value = "seed", def = "7") long seed) {
    /** How clusters are found. */
    public enum Algorithm {
        KMEANS,
        BISECTING
    }

    /** How a scan chooses the number of clusters. */
    public enum Choice {
        SILHOUETTE,
        STABILITY,
        BOTH
    }
}
