package org.smssev.common.config;

import java.util.List;

/** Clustering. */
public record ClusterConfig(
        @Setting(
                value = "KMEANS, or BISECTING, which splits clusters in two until there are k. BISECTING has a "
                        + "poorer cost, but gives clusters of similar sizes.",
                def = "KMEANS")
        Algorithm algorithm,

        @Setting(
                value = "Number of clusters. With 0 smssev tries the numbers of k-scan and chooses one.",
                def = "0",
                min = 0)
        int k,

        @Setting(value = "Numbers of clusters to try if k is 0.", def = "[20, 40, 60, 80]")
        List<Integer> kScan,

        @Setting(
                value = "How the number of clusters is chosen from k-scan. SILHOUETTE: by the greatest "
                        + "silhouette (how clearly clusters are separated). STABILITY: by the greatest stability. "
                        + "BOTH: by the smallest sum of the two ranks. Stability is measured over seeds if starts "
                        + "is 2 or more, otherwise over bootstraps. If neither is set, the silhouette decides.",
                def = "BOTH")
        Choice choice,

        @Setting(
                value = "Number of components of the truncated SVD (singular value decomposition), which reduces "
                        + "texts and codes to few dimensions.",
                def = "100",
                min = 2,
                max = 1000)
        int components,

        @Setting(
                value = "Number of families on which components and cluster centres are fitted. The sample is "
                        + "stable: every run draws the same families.",
                def = "50000",
                min = 100)
        int sample,

        @Setting(
                value = "Number of starts with different seeds. The one with the lowest cost is kept. Two or "
                        + "more also show how stable the clusters are.",
                def = "1",
                min = 1)
        int starts,

        @Setting(
                value = "Number of bootstraps (repetitions on families drawn with replacement) for each k. They "
                        + "show how stable each cluster is. Each takes about as long as a start. With 0 there are "
                        + "none.",
                def = "0",
                min = 0)
        int bootstraps,

        @Setting(value = "Largest number of k-means iterations.", def = "20", min = 1)
        int iterations,

        @Setting(value = "Fewest families in which a term must occur.", def = "5", min = 1)
        int minDf,

        @Setting(value = "Largest share of families in which a term may occur.", def = "0.4", min = 0, max = 1)
        double maxDf,

        @Setting(value = "Largest number of terms.", def = "60000", min = 100)
        int maxTerms,

        @Setting(
                value = "Largest number of bigrams (two neighbouring terms) in addition to the terms. A bigram "
                        + "must occur in min-df families, in one of 2,000 families, and more often than by chance. "
                        + "With 0 there are none.",
                def = "5000",
                min = 0)
        int maxBigrams,

        @Setting(value = "Weight of IPC codes relative to terms.", def = "0.25", min = 0, max = 10)
        double ipcWeight,

        @Setting(
                value = "Number of blocks into which the data are split. Another number may change the last "
                        + "digits of figures.",
                def = "16",
                min = 1)
        int partitions,

        @Setting(
                value = "Smallest overlap with a cluster of the previous release to keep the id of that cluster. "
                        + "The overlap is the Jaccard index (shared families over all families) among the families "
                        + "that both releases hold.",
                def = "0.3",
                min = 0,
                max = 1)
        double keepOverlap,

        @Setting(value = "Seed of the random numbers. The same seed gives the same results.", def = "7")
        long seed) {
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
