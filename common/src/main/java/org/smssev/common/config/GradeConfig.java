package org.smssev.common.config;

import java.util.List;
import java.util.Map;

/** Levels. */
public record GradeConfig(
        @Setting(value = "least score of Level 1", def = "8.5")
        double level1,

        @Setting(value = "least score of Level 2; no published value, so no default", optional = true)
        Double level2,

        @Setting(value = "least score of Level 3; no published value, so no default", optional = true)
        Double level3,

        @Setting(
                value = "instead of scores: the shares of technologies above the cut of Levels 1, 2 and 3, e.g."
                        + " [0.25, 0.5, 0.75]",
                optional = true)
        List<Double> quantiles,

        @Setting(value = "how dimensions are put together: ADDITIVE, GEOMETRIC or MINIMUM", def = "ADDITIVE")
        Aggregation aggregation,

        @Setting(
                value = "dimension -> least rating; a technology with a lower one is not listed, whatever its score,"
                        + " e.g. {feasibility: 4}",
                optional = true)
        Map<String, Double> veto,

        @Setting(value = "bootstrap draws over experts", def = "2000", min = 100)
        int draws,

        @Setting(value = "what is drawn for the probability of each level and rank", optional = true)
        Smaa smaa,

        @Setting(value = "seed", def = "7") long seed) {
    /** How dimensions are put together. */
    public enum Aggregation {
        ADDITIVE,
        GEOMETRIC,
        MINIMUM
    }

    /** What is drawn for the acceptability of levels and ranks (SMAA). */
    public record Smaa(
            @Setting(
                    value = "weights of the dimensions: NONE (as set), DIRICHLET (around those set) or UNIFORM (all"
                            + " weights are alike)",
                    def = "DIRICHLET")
            Weights weights,

            @Setting(
                    value = "concentration c of the Dirichlet distribution c w: with 100 a weight of 0.4 has a standard"
                            + " deviation of 0.05, with 10,000 of 0.005",
                    def = "100",
                    min = 1)
            double concentration,

            @Setting(value = "whether experts are drawn as well, from the bootstrap draws in turn", def = "true")
            boolean experts,

            @Setting(value = "draws", def = "10000", min = 100)
            int draws) {
        /** How weights are drawn. */
        public enum Weights {
            NONE,
            DIRICHLET,
            UNIFORM
        }
    }
}
