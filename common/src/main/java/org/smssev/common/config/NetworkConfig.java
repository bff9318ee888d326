package org.smssev.common.config;

import java.util.List;
import org.smssev.common.config.Config.Weights;

/** Co-occurrence network. */
public record NetworkConfig(
        @Setting(value = "SUBCLASS, MAIN_GROUP or SUBGROUP: the network that later stages use", def = "MAIN_GROUP")
        Level level,

        @Setting(value = "further levels whose networks are measured in the same run", optional = true)
        List<Level> furtherLevels,

        @Setting(
                value = "periods measured beside all years, e.g. [2010-2014, 2015-2019]; later stages use all"
                        + " years",
                optional = true)
        List<String> periods,

        @Setting(value = "fewest families of a code", def = "5", min = 1)
        int minFamilies,

        @Setting(value = "families with more codes than this are left out of pairs, and counted", def = "100", min = 2)
        int maxCodes,

        @Setting(
                value = "counting behind centralities and communities: NEWMAN (a family weighs as much whatever its"
                        + " number of codes), REFINED (so does each family's sum of pairs) or FULL",
                def = "NEWMAN")
        Counting counting,

        @Setting(value = "disparity level of the backbone", def = "0.05", min = 0, max = 1)
        double alpha,

        @Setting(value = "Leiden resolution", def = "1.0", min = 0)
        double resolution,

        @Setting(value = "further Leiden resolutions, for the curve in measure.community_scan", optional = true)
        List<Double> resolutions,

        @Setting(
                value = "further Leiden seeds at each resolution, to tell how stable the communities are",
                def = "0",
                min = 0,
                max = 1000)
        int stabilitySeeds,

        @Setting(
                value = "codes up to which shortest paths go out from each; beyond, from a sample, unless the bound"
                        + " needs them all",
                def = "20000",
                min = 0)
        int exactNodes,

        @Setting(value = "greatest error of a sampled betweenness", def = "0.02", min = 0.001, max = 1)
        double sampleError,

        @Setting(value = "probability with which the error may be greater", def = "0.1", min = 0.001, max = 1)
        double sampleRisk,

        @Setting(value = "weights of the centralities: ENTROPY or CRITIC", def = "CRITIC")
        Weights weights,

        @Setting(value = "key nodes", def = "40", min = 1) int keyNodes,

        @Setting(value = "key nodes that each community gets at least", def = "1", min = 0)
        int communityQuota,

        @Setting(
                value = "engine of degrees, PageRank, cores, triangles, components and label propagation: COMPACT"
                        + " (arrays on the driver), GRAPHFRAMES (spread over the cluster, needs its jar), or AUTO:"
                        + " GRAPHFRAMES from large-edges on where its jar is present",
                def = "AUTO")
        Engine engine,

        @Setting(value = "pairs from which AUTO takes GRAPHFRAMES", def = "20000000", min = 0)
        long largeEdges,

        @Setting(value = "seed", def = "7") long seed) {
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
