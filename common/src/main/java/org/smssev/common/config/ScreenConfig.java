package org.smssev.common.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smssev.common.config.Config.Weights;

/** Selection of candidates. */
public record ScreenConfig(
        @Setting(
                value = "what becomes a candidate: TECHNOLOGY (of the survey), CLUSTER, COMMUNITY (of two codes or"
                        + " more), NODE (key nodes)",
                def = "[TECHNOLOGY, CLUSTER, COMMUNITY, NODE]")
        List<Source> sources,

        @Setting(value = "fewest families of a candidate", def = "20", min = 0)
        int minFamilies,

        @Setting(value = "positions that pass (LEAD, PARALLEL, FOLLOW, LOW_N); none given: all pass", optional = true)
        List<String> states,

        @Setting(value = "whether technologies already controlled are dropped", def = "false")
        boolean dropControlled,

        @Setting(
                value = "technologies, by id, that pass though they are controlled, as their entry is to be amended",
                optional = true)
        List<String> amend,

        @Setting(
                value = "overlap of families from which two of screen.sources are one candidate",
                def = "0.5",
                min = 0,
                max = 1)
        double mergeOverlap,

        @Setting(value = "overlap: SMALLER (share of the smaller that both hold) or JACCARD", def = "SMALLER")
        Overlap overlap,

        @Setting(
                value = "least share of a cluster's families that a technology must hold for the cluster to join it, as"
                        + " its families become the technology's",
                def = "0.2",
                min = 0,
                max = 1)
        double mergeCover,

        @Setting(
                value = "criteria with their direction, BENEFIT or COST: log_families, growth, composite_gap,"
                        + " international_share, young_share, network_role, growth_gap, generality, impact,"
                        + " median_year",
                def = "{log_families: BENEFIT, growth: BENEFIT, composite_gap: BENEFIT, international_share: BENEFIT,"
                        + " young_share: BENEFIT, network_role: BENEFIT}")
        Map<String, Direction> criteria,

        @Setting(
                value = "what stands for a criterion that is undefined: MIDDLE of its range, MEDIAN, WORST; or DROP"
                        + " the candidate",
                def = "MIDDLE")
        Missing missing,

        @Setting(value = "scaling to 0 to 1: MIN_MAX, PERCENTILE (1st to 99th) or RANK", def = "MIN_MAX")
        Scaling scaling,

        @Setting(
                value = "objective weights of the criteria: ENTROPY, CRITIC, CRITIC_SPEARMAN (by rank correlations, for"
                        + " skewed criteria) or EQUAL",
                def = "CRITIC")
        Weights weights,

        @Setting(
                value = "weights given by people, by criterion; they need not sum to 1, one that is absent is 0",
                optional = true)
        Map<String, Double> givenWeights,

        @Setting(
                value = "weights in use: OBJECTIVE, GIVEN, LINEAR (given-share of the given ones, the rest of the"
                        + " objective ones) or PRODUCT (in proportion to given times objective)",
                def = "OBJECTIVE")
        Combination combine,

        @Setting(value = "share of the given weights under LINEAR", def = "0.5", min = 0, max = 1)
        double givenShare,

        @Setting(value = "least weight in use of a criterion that has any", def = "0", min = 0, max = 1)
        double weightFloor,

        @Setting(
                value =
                        "greatest weight in use of a criterion; where too few criteria tell candidates apart to keep it,"
                                + " these weigh alike",
                def = "1",
                min = 0,
                max = 1)
        double weightCap,

        @Setting(
                value = "cut: ALL, NUMBER, QUANTILE, MAD (median plus cut-at scaled median absolute deviations) or"
                        + " BREAKS (highest of cut-at classes by natural breaks)",
                def = "ALL")
        Cut cut,

        @Setting(
                value =
                        "how many (NUMBER), the quantile of the score (QUANTILE), deviations above the median (MAD, e.g."
                                + " 2) or classes (BREAKS, 2 or more)",
                def = "0",
                min = 0)
        double cutAt,

        @Setting(value = "share of the cut within which a candidate below it is a near miss", def = "0.05", min = 0)
        double nearMiss,

        @Setting(
                value =
                        "draws behind selection frequencies, each over families, gaps and weights; 0 for none. Without a cut"
                                + " they are known exactly, and nothing is drawn",
                def = "1000",
                min = 0,
                max = 100000)
        int draws,

        @Setting(
                value = "concentration c of the draws of weights, Dirichlet(c w); 0: weights are not drawn",
                def = "50",
                min = 0)
        double concentration,

        @Setting(value = "selection frequency from which a candidate is stably selected", def = "0.8", min = 0, max = 1)
        double stableFrom,

        @Setting(value = "seed", def = "7") long seed) {
    /** Names of all criteria there are. */
    static final Set<String> CRITERIA = Set.of(
            "log_families",
            "growth",
            "composite_gap",
            "international_share",
            "young_share",
            "network_role",
            "growth_gap",
            "generality",
            "impact",
            "median_year");

    /** What becomes a candidate. */
    public enum Source {
        TECHNOLOGY,
        CLUSTER,
        COMMUNITY,
        NODE
    }

    /** How the overlap of two sets of families is measured. */
    public enum Overlap {
        SMALLER,
        JACCARD
    }

    /** Whether a greater value makes a better candidate. */
    public enum Direction {
        BENEFIT,
        COST
    }

    /** What stands for a value that is undefined. */
    public enum Missing {
        MIDDLE,
        MEDIAN,
        WORST,
        DROP
    }

    /** How values are scaled. */
    public enum Scaling {
        MIN_MAX,
        PERCENTILE,
        RANK
    }

    /** How given and objective weights are put together. */
    public enum Combination {
        OBJECTIVE,
        GIVEN,
        LINEAR,
        PRODUCT
    }

    /** Rule of the cut. */
    public enum Cut {
        ALL,
        NUMBER,
        QUANTILE,
        MAD,
        BREAKS
    }
}
