package org.smssev.common.tables;

import org.smssev.common.table.Column;
import org.smssev.common.table.Table;

/** Tables of the evaluate stage. */
public final class EvaluateTables {
    private EvaluateTables() {}

    @Table(name = "evaluate.experts", comment = "The panel, with the record of each expert.", key = "expert_id")
    public record Expert(
            @Column("expert") String expertId,
            @Column(value = "organisation", nullable = true) String organisation,

            @Column(
                    value = "sector",
                    nullable = true,
                    oneOf = {"INDUSTRY", "GOVERNMENT", "ACADEMIA"})
            String sector,

            @Column(value = "field", nullable = true) String field,

            @Column(value = "scores given and taken; not those that follow from sub-indicators", min = 0)
            long scored,

            @Column(value = "cells left empty", min = 0) long missing,

            @Column(value = "of these, scores left out for conflict of interest", min = 0)
            long excluded,

            @Column(value = "scores flagged as outliers", min = 0)
            long outliers,

            @Column(value = "severity: how far above the panel the expert scores, in points", nullable = true)
            Double severity,

            @Column(value = "robust z of the severity over the panel", nullable = true)
            Double severityZ,

            @Column("whether the severity is beyond 3.5 robust deviations")
            boolean isBiased,

            @Column(
                    value = "Ca: basis of judgement in the last round answered, by practice, theory, literature and"
                            + " intuition; null where nobody told it",
                    nullable = true,
                    min = 0,
                    max = 1)
            Double basis,

            @Column(
                    value = "Cs: mean over the technologies scored of what their familiarity stands for",
                    nullable = true)
            Double familiarity,

            @Column(value = "authority coefficient Cr = (Ca + Cs)/2; 0.70 is usually asked", nullable = true)
            Double authority,

            @Column(
                    value = "GIVEN; IMPUTED where Ca or Cs is the panel's median; UNDEFINED",
                    oneOf = {"GIVEN", "IMPUTED", "UNDEFINED"})
            String authorityStatus) {}

    @Table(
            name = "evaluate.scores",
            comment = "Cleaned scores, one per round, expert, candidate, dimension and indicator.",
            key = {"round", "expert_id", "candidate_id", "dimension", "indicator"})
    public record Score(
            @Column(value = "round", min = 1) int round,
            @Column("expert") String expertId,
            @Column("candidate") String candidateId,
            @Column("dimension") String dimension,

            @Column("sub-indicator; the dimension itself for the score that counts")
            String indicator,

            @Column("score as given; of a dimension without one, what follows from its sub-indicators")
            double score,

            @Column("whether it is left out for a conflict of interest")
            boolean excluded,

            @Column("whether it is flagged as an outlier (it still counts)")
            boolean outlier) {}

    @Table(
            name = "evaluate.assessments",
            comment = "What an expert said of a candidate beside the scores.",
            key = {"round", "expert_id", "candidate_id"})
    public record Assessment(
            @Column(value = "round", min = 1) int round,
            @Column("expert") String expertId,
            @Column("candidate") String candidateId,

            @Column(value = "familiarity, 1 low to 5 high", nullable = true)
            Integer familiarity,

            @Column(value = "basis of judgement", nullable = true)
            String basis,

            @Column("whether a conflict of interest applies")
            boolean conflict,

            @Column(
                    value =
                            "why there is a conflict: DECLARED, NOMINATED (by the expert or the organisation) or APPLICANT"
                                    + " (the organisation applied for patents)",
                    nullable = true,
                    oneOf = {"DECLARED", "NOMINATED", "APPLICANT"})
            String conflictReason,

            @Column(value = "control parameter that the expert proposes", nullable = true)
            String parameter,

            @Column(value = "comment", nullable = true) String comment) {}

    @Table(
            name = "evaluate.rejected_cells",
            comment = "Every cell of a score sheet that was not taken, with its reason.",
            key = {"round", "file_sha256", "sheet", "cell"})
    public record RejectedCell(
            @Column("round, 0 where it cannot be told") int round,
            @Column("sha256 of the file") String fileSha256,
            @Column("name of the file") String file,
            @Column("sheet, empty for a text file") String sheet,

            @Column("cell, e.g. D17, or row 17 column score")
            String cell,

            @Column(
                    "reason code: OUT_OF_RANGE, NOT_A_NUMBER, NOT_ONE_OF, FORMULA_WITHOUT_VALUE, PERCENT, DUPLICATE_ROW,"
                            + " MISSING_ROW, EXTRA_ROW, NAME_DIFFERS, UNKNOWN_TECHNOLOGY, UNKNOWN_EXPERT, UNKNOWN_ROUND,"
                            + " UNKNOWN_DIMENSION, IDENTITY_DIFFERS, IDENTITY_DAMAGED, MISSING_COLUMN, LATE, NOT_A_DATE, NOT_YES_OR_NO")
            String reason,

            @Column("what was seen and what is allowed") String detail,
            @Column(value = "raw value", nullable = true) String raw) {}

    @Table(
            name = "evaluate.agreement",
            comment = "Agreement of the panel, over all and by sector.",
            key = {"round", "dimension", "sector", "measure"})
    public record Agreement(
            @Column(value = "round", min = 1) int round,
            @Column("dimension") String dimension,
            @Column("ALL or a sector") String sector,

            @Column(
                    "measure. Of a complete part of the scores, made by leaving out the experts and candidates with most"
                            + " gaps: kendall_w, chi2, p_chi2, p_permutation, icc_1_1, icc_2_1, icc_2_k, icc_3_1, icc_3_k,"
                            + " cronbach_alpha (experts as items). Of all scores: icc_2_1_all and icc_2_k_all (variance components"
                            + " by Henderson's third method), cronbach_alpha_indicators (sub-indicators as items), krippendorff,"
                            + " r_wg, cv, share_within")
            String measure,

            @Column(value = "value, null where undefined", nullable = true)
            Double value,

            @Column(value = "lower end of its 95 % interval, of the intraclass correlations", nullable = true)
            Double lo95,

            @Column(value = "upper end", nullable = true) Double hi95,

            @Column(value = "experts", min = 0) int experts,

            @Column(value = "candidates: those of the complete part, or all for measures of all scores", min = 0)
            int candidates,

            @Column(
                    value = "status",
                    oneOf = {"OK", "UNDEFINED", "LOW_N"})
            String status) {}

    @Table(
            name = "evaluate.ratings",
            comment = "The rating of each candidate on each dimension in the last round, under each rule.",
            key = {"candidate_id", "dimension"})
    public record Rating(
            @Column("candidate") String candidateId,
            @Column("dimension") String dimension,

            @Column(value = "rating in use, under the configured rule", nullable = true)
            Double rating,

            @Column(value = "mean", nullable = true) Double mean,

            @Column(value = "mean weighted by authority or familiarity", nullable = true)
            Double weightedMean,

            @Column(value = "median", nullable = true) Double median,

            @Column(value = "mean trimmed by 20 % at each end", nullable = true)
            Double trimmed,

            @Column(value = "Huber's estimate, k = 1.345", nullable = true)
            Double huber,

            @Column(value = "Hodges-Lehmann", nullable = true)
            Double hodgesLehmann,

            @Column(value = "severity-adjusted rating mu + tau", nullable = true)
            Double adjusted,

            @Column(value = "standard error of the mean", nullable = true)
            Double se,

            @Column(value = "lower end of the 95 % interval of the rating in use", nullable = true)
            Double lo95,

            @Column(value = "upper end", nullable = true) Double hi95,
            @Column(value = "scores that count", min = 0) int n,

            @Column(value = "effective number of scores under the weights by familiarity", nullable = true)
            Double nEff,

            @Column(value = "mean weighted by the experts' authority coefficients", nullable = true)
            Double authorityMean,

            @Column(value = "scores flagged as outliers; they count", min = 0)
            int nOutliers,

            @Column(value = "rating under the configured rule without the flagged scores", nullable = true)
            Double withoutOutliers,

            @Column(value = "scores left out for conflict of interest", min = 0)
            int nExcluded,

            @Column(value = "rating with minus without the excluded scores", nullable = true)
            Double deltaConflict,

            @Column(
                    value = "status",
                    oneOf = {"OK", "INSUFFICIENT", "UNSCORED"})
            String status) {}
}
