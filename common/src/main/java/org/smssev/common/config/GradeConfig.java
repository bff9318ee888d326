package org.smssev.common.config;

import java.util.List;
import java.util.Map;

/** Levels. */
public record GradeConfig(
        @Setting(value = "Lowest score of Level 1.", def = "8.5")
        double level1,

        @Setting(
                value = "Lowest score of Level 2. It has no default, because no value is published. It is needed "
                        + "if there are scores and no quantiles.",
                optional = true)
        Double level2,

        @Setting(
                value = "Lowest score of Level 3. It has no default, because no value is published. It is needed "
                        + "if there are scores and no quantiles.",
                optional = true)
        Double level3,

        @Setting(
                value = "Levels by rank instead of by score: the shares of technologies above the cut of Levels "
                        + "1, 2 and 3, such as [0.25, 0.5, 0.75]. Without it the lowest scores above decide.",
                optional = true)
        List<Double> quantiles,

        @Setting(
                value = "How the ratings of the dimensions become one score: ADDITIVE (weighted sum), GEOMETRIC "
                        + "(weighted geometric mean) or MINIMUM (lowest rating).",
                def = "ADDITIVE")
        Aggregation aggregation,

        @Setting(
                value = "Lowest rating of a dimension, such as {feasibility: 4}. A technology with a lower "
                        + "rating is not listed, however high its score is. Without it no dimension has a veto.",
                optional = true)
        Map<String, Double> veto,

        @Setting(
                value = "Number of bootstrap draws over experts (sets of experts drawn with replacement), for "
                        + "intervals.",
                def = "2000",
                min = 100)
        int draws,

        @Setting(
                value = "What is drawn for the probability of each level and rank. The method is stochastic "
                        + "multicriteria acceptability analysis (SMAA).",
                optional = true)
        Smaa smaa,

        @Setting(value = "Seed of the random numbers. The same seed gives the same results.", def = "7")
        long seed) {
    /** How dimensions are put together. */
    public enum Aggregation {
        ADDITIVE,
        GEOMETRIC,
        MINIMUM
    }

    /** What is drawn for the acceptability of levels and ranks (SMAA). */
    public record Smaa(
            @Setting(
                    value = "Weights of the dimensions in each draw. NONE: as set. DIRICHLET: drawn around those "
                            + "set. UNIFORM: drawn from all possible weights alike.",
                    def = "DIRICHLET")
            Weights weights,

            @Setting(
                    value = "How closely drawn weights stay to those set: the c of the Dirichlet distribution. With "
                            + "100 a weight of 0.4 has a standard deviation of 0.05, with 10,000 of 0.005.",
                    def = "100",
                    min = 1)
            double concentration,

            @Setting(value = "If true, experts are drawn as well, from the bootstrap draws in turn.", def = "true")
            boolean experts,

            @Setting(value = "Number of draws.", def = "10000", min = 100)
            int draws) {
        /** How weights are drawn. */
        public enum Weights {
            NONE,
            DIRICHLET,
            UNIFORM
        }
    }
}
