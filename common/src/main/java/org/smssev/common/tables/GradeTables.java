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

            @Column(value = "lower end of the 95 % interval of the score", nullable = true)
            Double lo95,

            @Column(value = "upper end", nullable = true) Double hi95,

            @Column(value = "share of bootstrap draws at Level 1", nullable = true, min = 0, max = 1)
            Double pLevel1,

            @Column(value = "at Level 2", nullable = true, min = 0, max = 1)
            Double pLevel2,

            @Column(value = "at Level 3", nullable = true, min = 0, max = 1)
            Double pLevel3,

            @Column(value = "below Level 3", nullable = true, min = 0, max = 1)
            Double pNotListed,

            @Column("whether the level is borderline") boolean borderline,

            @Column("reasons for the flag: LOW_PROBABILITY, THRESHOLD_IN_INTERVAL, NEAR_THRESHOLD")
            List<String> borderlineReasons,

            @Column(
                    value = "position of the focal country",
                    nullable = true,
                    oneOf = {"LEAD", "PARALLEL", "FOLLOW"})
            String position,

            @Column("provenance: PATENT, LIST, EXPERT or several")
            List<String> provenance,

            @Column(value = "scores that count", min = 0) int nScores,
            @Column("reason code of the level") String reasonCode,
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
                    oneOf = {"PUBLICATION", "NODE", "CLUSTER", "LIST_ITEM", "NOMINATION", "GAP"})
            String kind,

            @Column("publication number, code, cluster, list item, nomination or measure")
            String ref,

            @Column(value = "what it is, in words", nullable = true)
            String text,

            @Column(value = "strength, where it has one", nullable = true)
            Double value) {}

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

    @Table(
            name = "grade.changes",
            comment = "What moved since the run before, of an earlier release.",
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
            @Column(value = "score now", nullable = true) Double scoreNow) {}
}
