package org.smssev.common.tables;

import org.smssev.common.table.Column;
import org.smssev.common.table.Table;
import org.smssev.common.table.View;

/** Views for questions about the panel of experts. */
final class PanelViews {
    private PanelViews() {}

    @Table(
            name = "views.dissent",
            comment = "Where experts part in the last round: spread of each question, and what the sectors hold.",
            key = {"technology_id", "dimension"})
    @View("""
            SELECT q.candidate_id AS technology_id, t.name_en, t.level, q.dimension, q.round, q.n, q.median, q.q1, q.q3,
              q.q3 - q.q1 AS spread, q.cv, q.within AS within_one, q.agreed, s.industry, s.government, s.academia,
              s.difference, s.parted
            FROM evaluate.questions q
            JOIN (SELECT max(round) AS last_round FROM evaluate.questions) l ON l.last_round = q.round
            JOIN grade.technologies t ON t.technology_id = q.candidate_id
            LEFT JOIN evaluate.sectors s
              ON s.round = q.round AND s.candidate_id = q.candidate_id AND s.dimension = q.dimension""")
    record Dissent(
            @Column("technology") String technologyId,
            @Column("name in English") String nameEn,
            @Column("level") String level,
            @Column("dimension") String dimension,
            @Column("round") int round,
            @Column("scores that count") int n,
            @Column(value = "median", nullable = true) Double median,

            @Column(value = "first quartile", nullable = true)
            Double q1,

            @Column(value = "third quartile", nullable = true)
            Double q3,

            @Column(value = "third less first quartile, in points", nullable = true)
            Double spread,

            @Column(value = "coefficient of variation", nullable = true)
            Double cv,

            @Column(value = "share of the scores within one point of the median", nullable = true)
            Double withinOne,

            @Column("whether the configured rules of consensus hold")
            boolean agreed,

            @Column(value = "median of industry", nullable = true)
            Double industry,

            @Column(value = "median of government", nullable = true)
            Double government,

            @Column(value = "median of academia", nullable = true)
            Double academia,

            @Column(value = "greatest less least median of the sectors", nullable = true)
            Double difference,

            @Column(value = "whether the sectors part, by difference and test", nullable = true)
            Boolean parted) {}

    @Table(
            name = "views.expert_deviations",
            comment = "Each score of the last round beside the panel's median.",
            key = {"expert_id", "technology_id", "dimension"})
    @View("""
            SELECT x.expert_id, e.sector, x.candidate_id AS technology_id, t.name_en, x.dimension, x.score,
              q.median AS panel_median, x.score - q.median AS deviation, x.excluded, x.outlier
            FROM evaluate.scores x
            JOIN (SELECT max(round) AS last_round FROM evaluate.questions) l ON l.last_round = x.round
            JOIN evaluate.questions q
              ON q.round = x.round AND q.candidate_id = x.candidate_id AND q.dimension = x.dimension
            JOIN grade.technologies t ON t.technology_id = x.candidate_id
            LEFT JOIN evaluate.experts e ON e.expert_id = x.expert_id
            WHERE x.indicator = x.dimension""")
    record ExpertDeviation(
            @Column("expert") String expertId,

            @Column(value = "sector of the expert", nullable = true)
            String sector,

            @Column("technology") String technologyId,
            @Column("name in English") String nameEn,
            @Column("dimension") String dimension,
            @Column("score as given") double score,

            @Column(value = "median of the panel", nullable = true)
            Double panelMedian,

            @Column(value = "score less median, in points", nullable = true)
            Double deviation,

            @Column("whether it is left out for a conflict of interest")
            boolean excluded,

            @Column("whether it is flagged as an outlier (it still counts)")
            boolean outlier) {}

    @Table(
            name = "views.panel_agreement",
            comment = "Agreement of the panel and its sectors, a column for each of the usual measures.",
            key = {"round", "dimension", "sector"})
    @View("""
            SELECT a.round, a.dimension, a.sector, max(a.experts) AS experts,
              max(CASE WHEN a.measure = 'kendall_w' THEN a.value END) AS kendall_w,
              max(CASE WHEN a.measure = 'p_permutation' THEN a.value END) AS p_permutation,
              max(CASE WHEN a.measure = 'icc_2_1' THEN a.value END) AS icc21,
              max(CASE WHEN a.measure = 'icc_2_k' THEN a.value END) AS icc2k,
              max(CASE WHEN a.measure = 'cronbach_alpha' THEN a.value END) AS cronbach_alpha,
              max(CASE WHEN a.measure = 'krippendorff' THEN a.value END) AS krippendorff
            FROM evaluate.agreement a
            GROUP BY a.round, a.dimension, a.sector""")
    record PanelAgreement(
            @Column("round") int round,
            @Column("dimension") String dimension,
            @Column("ALL or a sector") String sector,
            @Column("experts") int experts,

            @Column(value = "Kendall's W, 0 to 1", nullable = true)
            Double kendallW,

            @Column(value = "chance of such a W among random orders, by permutation", nullable = true)
            Double pPermutation,

            @Column(value = "intraclass correlation of one expert, two-way random", nullable = true)
            Double icc21,

            @Column(value = "the same of the panel's mean", nullable = true)
            Double icc2k,

            @Column(value = "Cronbach's alpha, experts as items", nullable = true)
            Double cronbachAlpha,

            @Column(value = "Krippendorff's alpha", nullable = true)
            Double krippendorff) {}
}
