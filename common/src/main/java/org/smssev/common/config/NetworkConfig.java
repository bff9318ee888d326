package org.smssev.common.config;

import java.util.List;
import org.smssev.common.config.Config.Weights;

/** Co-occurrence network. */
public record NetworkConfig(
        @Setting(
                value = "Level of the IPC codes in the network that later stages use: SUBCLASS (such as H01M), "
                        + "MAIN_GROUP (H01M 10) or SUBGROUP (H01M 10/05).",
                def = "MAIN_GROUP")
        Level level,

        @Setting(
                value = "Further levels whose networks are measured in the same run. Without it only the level "
                        + "above is measured.",
                optional = true)
        List<Level> furtherLevels,

        @Setting(
                value = "Periods to measure in addition to all years, such as [2010-2014, 2015-2019]. Later "
                        + "stages use all years. Without it only all years are measured.",
                optional = true)
        List<String> periods,

        @Setting(value = "Fewest families of a code in the network.", def = "5", min = 1)
        int minFamilies,

        @Setting(
                value = "Largest number of codes of a family that is counted in pairs. Families with more are "
                        + "left out of pairs, and their number is recorded.",
                def = "100",
                min = 2)
        int maxCodes,

        @Setting(
                value = "How pairs of codes count in centralities and communities. In a family with n codes, a "
                        + "pair counts 1 (FULL), 1/(n-1) (NEWMAN) or 2/(n(n-1)) (REFINED). With NEWMAN and "
                        + "REFINED, families with many codes do not dominate.",
                def = "NEWMAN")
        Counting counting,

        @Setting(
                value = "Significance level of the disparity filter, which finds the backbone of the network "
                        + "(its strong links).",
                def = "0.05",
                min = 0,
                max = 1)
        double alpha,

        @Setting(
                value = "Resolution of the Leiden method, which finds communities. A higher value gives more and "
                        + "smaller communities.",
                def = "1.0",
                min = 0)
        double resolution,

        @Setting(
                value = "Further resolutions, for the curve in measure.community_scan. Without it only the "
                        + "resolution above is measured.",
                optional = true)
        List<Double> resolutions,

        @Setting(
                value = "Number of further seeds for each resolution, which show how stable the communities are. "
                        + "With 0 there are none.",
                def = "0",
                min = 0,
                max = 1000)
        int stabilitySeeds,

        @Setting(
                value = "Largest number of codes for which shortest paths start from every code. In a larger "
                        + "network they start from a sample, unless the limit on the error needs all codes.",
                def = "20000",
                min = 0)
        int exactNodes,

        @Setting(
                value = "Largest error of betweenness (the share of shortest paths through a code) when it is "
                        + "computed from a sample.",
                def = "0.02",
                min = 0.001,
                max = 1)
        double sampleError,

        @Setting(value = "Probability that the error is larger than sample-error.", def = "0.1", min = 0.001, max = 1)
        double sampleRisk,

        @Setting(value = "How the centralities are weighted: ENTROPY or CRITIC.", def = "CRITIC")
        Weights weights,

        @Setting(value = "Number of key nodes, the codes that matter most in the network.", def = "40", min = 1)
        int keyNodes,

        @Setting(value = "Fewest key nodes from each community.", def = "1", min = 0)
        int communityQuota,

        @Setting(
                value = "Engine that computes degrees, PageRank, cores, triangles, components and label "
                        + "propagation. COMPACT: arrays on the driver. GRAPHFRAMES: spread over the cluster, which "
                        + "needs its jar. AUTO: GRAPHFRAMES from large-edges on if its jar is present, otherwise "
                        + "COMPACT.",
                def = "AUTO")
        Engine engine,

        @Setting(value = "Number of pairs of codes from which AUTO uses GRAPHFRAMES.", def = "20000000", min = 0)
        long largeEdges,

        @Setting(value = "Seed of the random numbers. The same seed gives the same results.", def = "7")
        long seed) {
    /** What measures the graph where several can. */
    public enum Engine {
        AUTO,
        COMPACT,
        GRAPHFRAMES
    }

    /** Period of all families, also of those without a year. */
    public static final String ALL_YEARS = "ALL";

    /** Whether a network is the one that later stages use: of {@code level}, over all years. */
    public boolean isMain(String ofLevel, String ofPeriod) {
        return level.name().equals(ofLevel) && ALL_YEARS.equals(ofPeriod);
    }

    /** Level of the IPC. */
    public enum Level {
        SUBCLASS,
        MAIN_GROUP,
        SUBGROUP
    }

    /** What a pair of codes weighs. */
    public enum Counting {
        FULL,
        NEWMAN,
        REFINED
    }
}
