package org.smssev.common.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smssev.common.config.Config.Weights;

/** Selection of candidates. */
public record ScreenConfig(
        @Setting(
                value = "What can become a candidate. TECHNOLOGY: technologies of the survey. CLUSTER: clusters "
                        + "of families. COMMUNITY: communities of two IPC codes or more. NODE: key nodes of the "
                        + "network.",
                def = "[TECHNOLOGY, CLUSTER, COMMUNITY, NODE]")
        List<Source> sources,

        @Setting(value = "Fewest families of a candidate. With fewer it is dropped.", def = "20", min = 0)
        int minFamilies,

        @Setting(
                value = "Positions of the focal country that pass: LEAD, PARALLEL, FOLLOW, LOW_N. Without it all "
                        + "positions pass.",
                optional = true)
        List<String> states,

        @Setting(value = "If true, technologies that are already controlled are dropped.", def = "false")
        boolean dropControlled,

        @Setting(
                value = "Ids of controlled technologies that pass, because their entry is to be amended. Without "
                        + "it drop-controlled has no exception.",
                optional = true)
        List<String> amend,

        @Setting(
                value = "Overlap of families from which candidates of different sources become one.",
                def = "0.5",
                min = 0,
                max = 1)
        double mergeOverlap,

        @Setting(
                value = "How overlap is measured. SMALLER: shared families as a share of the smaller candidate. "
                        + "JACCARD: shared families as a share of all families of both.",
                def = "SMALLER")
        Overlap overlap,

        @Setting(
                value = "Smallest share of a cluster's families that a technology must hold for the cluster to "
                        + "join it. The families of the cluster then become the technology's.",
                def = "0.2",
                min = 0,
                max = 1)
        double mergeCover,

        @Setting(
                value = "Criteria of the score, each with its direction: BENEFIT (more is better) or COST (less "
                        + "is better). Choose from log_families, growth, composite_gap, international_share, "
                        + "young_share, network_role, growth_gap, generality, impact and median_year.",
                def = "{log_families: BENEFIT, growth: BENEFIT, composite_gap: BENEFIT, international_share: BENEFIT,"
                        + " young_share: BENEFIT, network_role: BENEFIT}")
        Map<String, Direction> criteria,

        @Setting(
                value = "What replaces an undefined value of a criterion: the MIDDLE of its range, its MEDIAN or "
                        + "its WORST value. DROP drops the candidate.",
                def = "MIDDLE")
        Missing missing,

        @Setting(
                value = "How criteria are scaled to 0 to 1: MIN_MAX, PERCENTILE (from the 1st to the 99th) or "
                        + "RANK.",
                def = "MIN_MAX")
        Scaling scaling,

        @Setting(
                value = "How objective weights of the criteria are computed from the data: ENTROPY, CRITIC, "
                        + "CRITIC_SPEARMAN or EQUAL. CRITIC_SPEARMAN uses rank correlations, for skewed criteria.",
                def = "CRITIC")
        Weights weights,

        @Setting(
                value = "Weights given by people, by criterion. They need not sum to 1. A criterion that is not "
                        + "named has weight 0. Without it only objective weights can be used.",
                optional = true)
        Map<String, Double> givenWeights,

        @Setting(
                value = "Which weights are used. OBJECTIVE: the objective ones. GIVEN: the given ones. LINEAR: "
                        + "given-share of the given ones and the rest of the objective ones. PRODUCT: in "
                        + "proportion to given times objective.",
                def = "OBJECTIVE")
        Combination combine,

        @Setting(value = "Share of the given weights if combine is LINEAR.", def = "0.5", min = 0, max = 1)
        double givenShare,

        @Setting(value = "Smallest weight of a criterion that has a weight at all.", def = "0", min = 0, max = 1)
        double weightFloor,

        @Setting(
                value = "Largest weight of a criterion. If too few criteria distinguish the candidates to keep "
                        + "this limit, those criteria weigh the same.",
                def = "1",
                min = 0,
                max = 1)
        double weightCap,

        @Setting(
                value = "Which candidates are selected by their score. ALL: all of them. NUMBER: the best ones. "
                        + "QUANTILE: those from a quantile of the score on. MAD: those some scaled median absolute "
                        + "deviations above the median. BREAKS: the highest of several classes by natural breaks. "
                        + "The setting cut-at gives the value.",
                def = "ALL")
        Cut cut,

        @Setting(
                value = "Value of the cut. NUMBER: how many candidates. QUANTILE: the quantile, from 0 to 1. "
                        + "MAD: the number of deviations, such as 2. BREAKS: the number of classes, 2 or more.",
                def = "0",
                min = 0)
        double cutAt,

        @Setting(
                value = "Distance below the cut up to which a candidate is a near miss, as a share of the cut.",
                def = "0.05",
                min = 0)
        double nearMiss,

        @Setting(
                value = "Number of draws for selection frequencies. Each draw varies families, gaps and weights. "
                        + "With 0 there are none. Without a cut nothing is drawn, because the frequencies are "
                        + "known exactly.",
                def = "1000",
                min = 0,
                max = 100000)
        int draws,

        @Setting(
                value = "How closely drawn weights stay to those in use: the c of the Dirichlet distribution "
                        + "with c times the weights. With 0 weights are not drawn.",
                def = "50",
                min = 0)
        double concentration,

        @Setting(
                value = "Selection frequency from which a candidate is stably selected.",
                def = "0.8",
                min = 0,
                max = 1)
        double stableFrom,

        @Setting(value = "Seed of the random numbers. The same seed gives the same results.", def = "7")
        long seed) {
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
