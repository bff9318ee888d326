package org.smssev.common.config;

import java.util.List;

/** Nominations. */
public record SupplementConfig(
        @Setting(
                value = "Files of nominations, in CSV or XLSX. Without them the candidates are those of the "
                        + "screening.",
                optional = true)
        List<String> nominations,

        @Setting(
                value = "Match score from which a nomination is merged into a candidate.",
                def = "0.8",
                min = 0,
                max = 1)
        double autoMerge,

        @Setting(
                value = "Match score from which a person should decide. Below it a nomination counts as new.",
                def = "0.5",
                min = 0,
                max = 1)
        double review,

        @Setting(
                value = "Files of decisions, in XLSX or CSV. These are copies of "
                        + "<warehouse>/supplement/review.xlsx with the column decision filled in. Without them a "
                        + "nomination in review counts as new.",
                optional = true)
        List<String> decisions,

        @Setting(
                value = "Fewest organisations behind a nomination that patents and lists do not hold. Fewer are "
                        + "enough if the votes on it pass Lawshe's test of essential items.",
                def = "1",
                min = 1)
        int minSupport,

        @Setting(
                value = "Number of organisations whose experts could nominate. Support is a share of them. "
                        + "Without it no such share is computed.",
                optional = true,
                min = 1)
        Integer eligibleOrganisations) {}
