package org.smssev.common.tables;

import java.util.List;
import org.smssev.common.table.Column;
import org.smssev.common.table.Table;

/** Tables of the grade stage. */
public final class GradeTables {
    private GradeTables() {}

    @Table(name = "grade.technologies", comment = "The graded list.", key = "technology_id")
    public record Technology(
            @Column("technology") String technologyId,
            @Column("name in English") String nameEn,

            @Column(value = "name in Chinese", nullable = true)
            String nameZh,

            @Column(value = "domain", nullable = true) String domain,

            @Column(value = "score, null where unscored or insufficient", nullable = true)
            Double score,

            @Column(
                    value = "level",
                    oneOf = {"LEVEL_1", "LEVEL_2", "LEVEL_3", "NOT_LISTED", "UNSCORED", "INSUFFICIENT"})
            String level,

            @Column(value = "rank by score, 1 the best, average over ties", nullable = true)
            Double rank,

            @Column(
                    value = "lower end of the 95 % interval of the score: percentiles over draws of experts",
                    nullable = true)
            Double lo95,

            @Column(value = "upper end", nullable = true) Double hi95,

            @Column(
                    value =
                            "OK; FEW_EXPERTS (2 to 7 scored it: the interval is too narrow, the t interval stands beside"
                                    + " it); SINGLE_EXPERT (no interval); NONE (no score)",
                    oneOf = {"OK", "FEW_EXPERTS", "SINGLE_EXPERT", "NONE"})
            String intervalStatus,

            @Column(value = "lower end of the t interval, for FEW_EXPERTS", nullable = true)
            Double tLo95,

            @Column(value = "upper end", nullable = true) Double tHi95,

            @Column(
                    value = "share of draws at Level 1; meta.method tells what is drawn",
                    nullable = true,
                    min = 0,
                    max = 1)
            Double pLevel1,

            @Column(value = "at Level 2", nullable = true, min = 0, max = 1)
            Double pLevel2,

            @Column(value = "at Level 3", nullable = true, min = 0, max = 1)
            Double pLevel3,

            @Column(value = "below Level 3", nullable = true, min = 0, max = 1)
            Double pNotListed,

            @Column(
                    value = "standard error of the share of the assigned level, from the number of draws",
                    nullable = true,
                    min = 0)
            Double mcError,

            @Column(
                    value = "level with the greatest share, the higher at a tie",
                    nullable = true,
                    oneOf = {"LEVEL_1", "LEVEL_2", "LEVEL_3", "NOT_LISTED"})
            String modalLevel,

            @Column("whether the level is borderline") boolean borderline,

            @Column("reasons for the flag: LOW_PROBABILITY, THRESHOLD_IN_INTERVAL, NEAR_THRESHOLD, NEAR_VETO")
            List<String> borderlineReasons,

            @Column(value = "expert without whom the score would move most", nullable = true)
            String influentialExpert,

            @Column(value = "by how much: the score less the score without that expert", nullable = true)
            Double influence,

            @Column(
                    value = "position of the focal country",
                    nullable = true,
                    oneOf = {"LEAD", "PARALLEL", "FOLLOW", "LOW_N"})
            String position,

            @Column("provenance: PATENT, LIST, EXPERT or several")
            List<String> provenance,

            @Column(value = "scores that count", min = 0) int nScores,
            @Column("reason code of the level") String reasonCode,

            @Column("its parameters, name=value: score, threshold, veto, quorum, highest, lowest, lacking")
            List<String> reasonParameters,

            @Column("the reason in words, English") String reasonEn,
            @Column("the reason in words, Chinese") String reasonZh) {}

    @Table(
            name = "grade.evidence",
            comment = "The patents, nodes, clusters, list items and nominations behind each grade.",
            key = {"technology_id", "kind", "ref"})
    public record Evidence(
            @Column("technology") String technologyId,

            @Column(
                    value = "kind",
                    oneOf = {"PUBLICATION", "NODE", "CLUSTER", "LIST_ITEM", "NOMINATION", "GAP", "SCORE"})
            String kind,

            @Column("publication number, code, cluster, list item, nomination, measure, or expert and dimension")
            String ref,

            @Column(value = "what it is, in words", nullable = true)
            String text,

            @Column(value = "strength, where it has one", nullable = true)
            Double value,

            @Column(
                    value =
                            "rank among the publications of the technology, 1 the foremost: by strength, then by families"
                                    + " that cite its family, nearness to the centre of its cluster, youth, and number; null for"
                                    + " other kinds",
                    nullable = true,
                    min = 1)
            Integer rank) {
        /** Evidence that has no rank. */
        public Evidence(String technologyId, String kind, String ref, String text, Double value) {
            this(technologyId, kind, ref, text, value, null);
        }
    }

    @Table(
            name = "grade.explain",
            comment = "The score taken apart; the contributions of a technology sum to its score.",
            key = {"technology_id", "term"})
    public record Explain(
            @Column("technology") String technologyId,
            @Column("term: a dimension, or RULE_ADJUSTMENT") String term,

            @Column(value = "weight of the term", nullable = true)
            Double weight,

            @Column(value = "rating of the term", nullable = true)
            Double value,

            @Column("contribution to the score") double contribution) {}

    @Table(
            name = "grade.sensitivity",
            comment = "Level and score of each technology under other rules, weights and thresholds.",
            key = {"scenario", "technology_id"})
    public record Sensitivity(
            @Column("scenario, e.g. RULE_MEDIAN, THRESHOLDS_PLUS_0.25, WITHOUT_E07")
            String scenario,

            @Column("technology") String technologyId,

            @Column(value = "score under it", nullable = true)
            Double score,

            @Column("level under it") String level) {}

    @Table(
            name = "grade.scenarios",
            comment = "How far each scenario of grade.sensitivity is from the graded list.",
            key = "scenario")
    public record Scenario(
            @Column("scenario") String scenario,

            @Column(value = "technologies that have a score in the graded list", min = 0)
            int technologies,

            @Column(value = "of them, at a higher level under the scenario", min = 0)
            int raised,

            @Column(value = "at a lower level, or without a score", min = 0)
            int lowered,

            @Column(
                    value = "mean absolute difference of the ranks (Saisana, Saltelli and Tarantola 2005)",
                    nullable = true)
            Double rankShift,

            @Column(value = "Kendall's tau-b of both orders", nullable = true, min = -1, max = 1)
            Double tauB,

            @Column(
                    value = "Jaccard index of both sets at Level 1, null where both are empty",
                    nullable = true,
                    min = 0,
                    max = 1)
            Double jaccardLevel1,

            @Column(value = "greatest absolute difference of a score", nullable = true, min = 0)
            Double largestShift) {}

    @Table(
            name = "grade.transitions",
            comment = "Transition matrix from the graded list to each scenario; rows of zero are left out.",
            key = {"scenario", "level_graded", "level_scenario"})
    public record Transition(
            @Column("scenario") String scenario,
            @Column("level in the graded list") String levelGraded,
            @Column("level under the scenario") String levelScenario,
            @Column(value = "technologies", min = 1) int technologies) {}

    @Table(
            name = "grade.thresholds",
            comment = "Each threshold with the scores around it and what moves when it is shifted alone by 0.25.",
            key = "level")
    public record Threshold(
            @Column(
                    value = "level that begins at the threshold",
                    oneOf = {"LEVEL_1", "LEVEL_2", "LEVEL_3"})
            String level,

            @Column("threshold in force") double threshold,

            @Column(value = "lowest score at or above it", nullable = true)
            Double nextAbove,

            @Column(value = "highest score below it", nullable = true)
            Double nextBelow,

            @Column("technologies that a threshold 0.25 lower would let in; none that a veto keeps off")
            List<String> entering,

            @Column("technologies that a threshold 0.25 higher would shut out")
            List<String> leaving,

            @Column(
                    value =
                            "middle of the widest gap between neighbouring scores, among gaps whose middle is within 0.25 of"
                                    + " the threshold",
                    nullable = true)
            Double widestCut,

            @Column(value = "width of that gap in points", nullable = true, min = 0)
            Double widestGap) {}

    @Table(
            name = "grade.rank_acceptability",
            comment =
                    "Share of draws in which a technology has a rank (SMAA-2); ties are split; rows of zero are left out.",
            key = {"technology_id", "rank"})
    public record RankAcceptability(
            @Column("technology") String technologyId,
            @Column(value = "rank, 1 the best", min = 1) int rank,

            @Column(value = "share of draws; those of a technology sum to 1", min = 0, max = 1)
            double share,

            @Column(value = "standard error of the share, from the number of draws", min = 0)
            double mcError) {}

    @Table(
            name = "grade.central_weights",
            comment = "The weights that speak for a technology: the mean of those under which it ranks first (SMAA-2);"
                    + " technologies that never do have no rows.",
            key = {"technology_id", "dimension"})
    public record CentralWeight(
            @Column("technology") String technologyId,
            @Column("dimension") String dimension,

            @Column(value = "central weight", min = 0, max = 1)
            double weight,

            @Column(value = "share of draws in which the technology ranks first", min = 0, max = 1)
            double firstShare,

            @Column(
                    value = "share of the draws of experts in which it ranks first under its central weights",
                    min = 0,
                    max = 1)
            double confidence) {}

    @Table(
            name = "grade.history",
            comment = "The result of every run, append-only.",
            key = {"run_id", "technology_id"},
            append = true)
    public record History(
            @Column("run") String runId,
            @Column("technology") String technologyId,
            @Column("release") String release,
            @Column("name in English") String nameEn,
            @Column(value = "score", nullable = true) Double score,
            @Column("level") String level) {}

    /** What one input did to a score. */
    public record Cause(
            @Column("CODE, SETTINGS, LISTS (nominations too), PATENTS, SCORES, or NOT_RECOMPUTED")
            String input,

            @Column(
                    value = "points that its replacement added to the score; null where one side has no score",
                    nullable = true)
            Double part,

            @Column(value = "level after it was replaced", nullable = true)
            String level) {}

    @Table(
            name = "grade.changes",
            comment =
                    "What moved since the run of the release before, with its causes: inputs of then replaced by those of"
                            + " now one after another, in the order in which the causes stand.",
            key = "technology_id")
    public record Change(
            @Column("technology") String technologyId,

            @Column(
                    value = "change",
                    oneOf = {"ENTERED", "LEFT", "RAISED", "LOWERED", "SCORE_ONLY"})
            String change,

            @Column(value = "level before", nullable = true) String levelBefore,
            @Column(value = "level now", nullable = true) String levelNow,
            @Column(value = "score before", nullable = true) Double scoreBefore,
            @Column(value = "score now", nullable = true) Double scoreNow,

            @Column(
                    "causes in the order of replacement; their parts sum to the change of the score, where both have one")
            List<Cause> causes,

            @Column("inputs that made it enter, leave or change its level; several where they could not be told apart")
            List<String> decisive,

            @Column(value = "what could not be recomputed, and why", nullable = true)
            String note) {}
}
