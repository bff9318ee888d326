package org.smssev.common.config;

import java.util.List;

/** Nominations. */
public record SupplementConfig(
        @Setting(value = "files of nominations, CSV or XLSX", optional = true)
        List<String> nominations,

        @Setting(value = "match score from which a nomination is merged", def = "0.8", min = 0, max = 1)
        double autoMerge,

        @Setting(value = "match score from which a person should look", def = "0.5", min = 0, max = 1)
        double review,

        @Setting(
                value = "files of decisions, XLSX or CSV: copies of <warehouse>/supplement/review.xlsx with the column"
                        + " decision filled in",
                optional = true)
        List<String> decisions,

        @Setting(
                value = "fewest organisations behind a nomination that patents and lists lack; fewer do where the votes"
                        + " on it pass Lawshe's test",
                def = "1",
                min = 1)
        int minSupport,

        @Setting(
                value = "organisations whose experts could nominate; support is a share of these",
                optional = true,
                min = 1)
        Integer eligibleOrganisations) {}
