package org.smssev.common.tables;

import java.time.Instant;
import org.smssev.common.table.Column;
import org.smssev.common.table.Table;
import org.smssev.common.table.View;

/** Views for questions about the graded list, and about how it moves. */
final class GradeViews {
    private GradeViews() {}

    @Table(name = "views.graded_list", comment = "The graded list, flat.", key = "technology_id")
    @View("""
            SELECT t.rank, t.level, t.technology_id, t.name_en, t.name_zh, t.domain, t.score, t.lo95, t.hi95,
              CASE t.level WHEN 'LEVEL_1' THEN t.p_level1 WHEN 'LEVEL_2' THEN t.p_level2
                WHEN 'LEVEL_3' THEN t.p_level3 WHEN 'NOT_LISTED' THEN t.p_not_listed END AS p_level,
              t.borderline, array_join(t.borderline_reasons, ' ') AS borderline_reasons, t.position,
              array_join(t.provenance, ' ') AS provenance, c.families, t.n_scores, t.reason_code, t.reason_en,
              t.reason_zh
            FROM grade.technologies t LEFT JOIN supplement.candidates c ON c.candidate_id = t.technology_id""")
    record GradedList(
            @Column(value = "rank by score, 1 the best, average over ties", nullable = true)
            Double rank,

            @Column("level, as in grade.technologies") String level,
            @Column("technology") String technologyId,
            @Column("name in English") String nameEn,

            @Column(value = "name in Chinese", nullable = true)
            String nameZh,

            @Column(value = "domain", nullable = true) String domain,

            @Column(value = "score, null where unscored or insufficient", nullable = true)
            Double score,

            @Column(value = "lower end of the 95 % interval of the score", nullable = true)
            Double lo95,

            @Column(value = "upper end", nullable = true) Double hi95,

            @Column(value = "share of draws at the level it has, 0 to 1", nullable = true)
            Double pLevel,

            @Column("whether the level is borderline") boolean borderline,

            @Column("reasons for that, separated by blanks; empty without")
            String borderlineReasons,

            @Column(value = "position of the focal country: LEAD, PARALLEL, FOLLOW or LOW_N", nullable = true)
            String position,

            @Column("provenance: PATENT, LIST, EXPERT or several, separated by blanks")
            String provenance,

            @Column(value = "families; null without patents", nullable = true)
            Long families,

            @Column("scores that count") int nScores,
            @Column("reason code of the level") String reasonCode,
            @Column("the reason in words, English") String reasonEn,
            @Column("the reason in words, Chinese") String reasonZh) {}

    @Table(
            name = "views.level1_evidence",
            comment = "Level 1 with what stands behind each technology.",
            key = {"technology_id", "kind", "ref"})
    @View("""
            SELECT t.technology_id, t.name_en, t.score, e.kind, e.ref, e.text, e.value, e.rank
            FROM grade.technologies t JOIN grade.evidence e ON e.technology_id = t.technology_id
            WHERE t.level = 'LEVEL_1'""")
    record Level1Evidence(
            @Column("technology") String technologyId,
            @Column("name in English") String nameEn,

            @Column(value = "score", nullable = true) Double score,

            @Column("kind, as in grade.evidence") String kind,

            @Column("publication number, code, cluster, list item, nomination, measure, or expert and dimension")
            String ref,

            @Column(value = "what it is, in words", nullable = true)
            String text,

            @Column(value = "strength, where it has one", nullable = true)
            Double value,

            @Column(value = "rank among its publications, 1 the foremost; null for other kinds", nullable = true)
            Integer rank) {}

    @Table(
            name = "views.score_breakdown",
            comment = "Each score taken apart; the contributions of a technology sum to its score.",
            key = {"technology_id", "term"})
    @View("""
            SELECT x.technology_id, t.name_en, t.level, t.score, x.term, x.weight, x.value, x.contribution
            FROM grade.explain x JOIN grade.technologies t ON t.technology_id = x.technology_id""")
    record ScoreBreakdown(
            @Column("technology") String technologyId,
            @Column("name in English") String nameEn,
            @Column("level") String level,
            @Column(value = "score", nullable = true) Double score,
            @Column("term: a dimension, or RULE_ADJUSTMENT") String term,

            @Column(value = "weight of the term", nullable = true)
            Double weight,

            @Column(value = "rating of the term", nullable = true)
            Double value,

            @Column("contribution to the score") double contribution) {}

    @Table(
            name = "views.level_stability",
            comment = "How far the level of each scored technology holds under other rules, weights and thresholds.",
            key = "technology_id")
    @View("""
            SELECT t.technology_id, t.name_en, t.level, t.score, count(*) AS scenarios,
              count(CASE WHEN s.level = t.level THEN 1 END) AS same_level,
              count(CASE WHEN s.level < t.level THEN 1 END) AS higher_level,
              count(CASE WHEN s.level > t.level THEN 1 END) AS lower_level,
              CAST(count(CASE WHEN s.level = t.level THEN 1 END) AS double) / count(*) AS share_same,
              min(s.score) AS least_score, max(s.score) AS greatest_score
            FROM grade.technologies t JOIN grade.sensitivity s ON s.technology_id = t.technology_id
            WHERE t.score IS NOT NULL AND s.score IS NOT NULL
            GROUP BY t.technology_id, t.name_en, t.level, t.score""")
    record LevelStability(
            @Column("technology") String technologyId,
            @Column("name in English") String nameEn,
            @Column("level in the graded list") String level,
            @Column("score in the graded list") double score,
            @Column("scenarios under which it has a score") long scenarios,
            @Column("of them, at the same level") long sameLevel,
            @Column("at a higher level") long higherLevel,
            @Column("at a lower level") long lowerLevel,

            @Column("share of scenarios at the same level, 0 to 1")
            double shareSame,

            @Column("least score of the scenarios") double leastScore,
            @Column("greatest score of the scenarios") double greatestScore) {}

    @Table(name = "views.movements", comment = "What moved since the run of the release before.", key = "technology_id")
    @View("""
            SELECT c.technology_id, coalesce(t.name_en, h.name_en, c.technology_id) AS name_en, c.change,
              c.level_before, c.level_now, c.score_before, c.score_now, c.score_now - c.score_before AS score_change,
              array_join(c.decisive, ' ') AS decisive, c.note
            FROM grade.changes c
            LEFT JOIN grade.technologies t ON t.technology_id = c.technology_id
            LEFT JOIN (SELECT technology_id, max(name_en) AS name_en FROM grade.history GROUP BY technology_id) h
              ON h.technology_id = c.technology_id""")
    record Movement(
            @Column("technology") String technologyId,
            @Column("name in English") String nameEn,
            @Column("change, as in grade.changes") String change,
            @Column(value = "level before", nullable = true) String levelBefore,
            @Column(value = "level now", nullable = true) String levelNow,
            @Column(value = "score before", nullable = true) Double scoreBefore,
            @Column(value = "score now", nullable = true) Double scoreNow,

            @Column(value = "score now less score before", nullable = true)
            Double scoreChange,

            @Column("inputs that made it enter, leave or change its level, separated by blanks")
            String decisive,

            @Column(value = "what could not be recomputed, and why", nullable = true)
            String note) {}

    @Table(
            name = "views.movement_causes",
            comment = "The causes of each movement, one a row; the parts of a technology sum to its change.",
            key = {"technology_id", "input"})
    @View("""
            SELECT m.technology_id, m.change, m.cause.input AS input, m.cause.part AS part, m.cause.level AS level
            FROM (SELECT technology_id, change, explode(causes) AS cause FROM grade.changes) m""")
    record MovementCause(
            @Column("technology") String technologyId,
            @Column("change, as in grade.changes") String change,

            @Column("CODE, SETTINGS, LISTS (nominations too), PATENTS, SCORES, or NOT_RECOMPUTED")
            String input,

            @Column(value = "points that its replacement added to the score", nullable = true)
            Double part,

            @Column(value = "level after it was replaced", nullable = true)
            String level) {}

    @Table(
            name = "views.level_history",
            comment = "Score and level of each technology in each published run, beside those of the run before.",
            key = {"run_id", "technology_id"})
    @View("""
            SELECT h.run_id, h.release, r.ended_at AS published_at, h.technology_id, h.name_en, h.level, h.score,
              lag(h.level) OVER (PARTITION BY h.technology_id ORDER BY r.started_at, h.run_id) AS level_before,
              lag(h.score) OVER (PARTITION BY h.technology_id ORDER BY r.started_at, h.run_id) AS score_before
            FROM grade.history h JOIN meta.runs r ON r.run_id = h.run_id
            WHERE r.status = 'PUBLISHED'""")
    record LevelHistory(
            @Column("run") String runId,
            @Column("release") String release,
            @Column("end of the run") Instant publishedAt,
            @Column("technology") String technologyId,
            @Column("name in English") String nameEn,
            @Column("level") String level,
            @Column(value = "score", nullable = true) Double score,

            @Column(value = "level in the run before; null in its first", nullable = true)
            String levelBefore,

            @Column(value = "score in the run before", nullable = true)
            Double scoreBefore) {}
}
