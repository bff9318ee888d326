package org.smssev.common.tables;

import org.smssev.common.table.Column;
import org.smssev.common.table.Table;
import org.smssev.common.table.View;

/** Views for questions about patents, and about what is measured on them. */
final class MeasureViews {
    private MeasureViews() {}

    @Table(
            name = "views.key_nodes",
            comment =
                    "The key nodes of each network by community, with their titles and the figures that made them key.",
            key = {"level", "period", "ipc"})
    @View("""
            SELECT n.level, n.period, n.community, n.community_rank, n.ipc, c.title, n.families, n.degree, n.strength,
              n.pagerank, n.betweenness, n.participation, n.topsis, n.votes, n.growth, n.quadrant, n.reason
            FROM measure.ipc_nodes n LEFT JOIN ingest.ipc_codes c ON c.symbol = n.ipc
            WHERE n.is_key_node""")
    record KeyNode(
            @Column("level of the codes") String level,
            @Column("period, e.g. ALL") String period,
            @Column("community") int community,
            @Column("rank in its community by TOPSIS") int communityRank,
            @Column("code") String ipc,

            @Column(value = "title of the code, where titles were given", nullable = true)
            String title,

            @Column("families that hold the code") long families,
            @Column("neighbours") int degree,
            @Column("sum of the weights of its edges") double strength,
            @Column("weighted PageRank, sums to 1") double pagerank,

            @Column(value = "weighted betweenness, normalised", nullable = true)
            Double betweenness,

            @Column(value = "participation coefficient over communities", nullable = true)
            Double participation,

            @Column(value = "TOPSIS closeness of its centralities, 0 to 1", nullable = true)
            Double topsis,

            @Column("centralities by which it is among the top nodes")
            int votes,

            @Column(value = "growth of its families, per year", nullable = true)
            Double growth,

            @Column("HUB, BROKER, HUB_BROKER or PERIPHERY") String quadrant,
            @Column("why it is a key node") String reason) {}

    @Table(
            name = "views.gap_matrix",
            comment = "The technology gap, a row for each subject and country, a column for each reference that every"
                    + " configuration has; further references stand in measure.gap_summary.",
            key = {"subject_kind", "subject_id", "country", "family_filter"})
    @View("""
            SELECT g.subject_kind, g.subject_id,
              max(coalesce(t.name_en, c.name_en, i.title, g.subject_id)) AS name, g.country, g.family_filter,
              max(g.n_obs) AS n_obs,
              max(CASE WHEN g.reference = 'REST' THEN g.composite END) AS rest_composite,
              max(CASE WHEN g.reference = 'REST' THEN g.lo95 END) AS rest_lo95,
              max(CASE WHEN g.reference = 'REST' THEN g.hi95 END) AS rest_hi95,
              max(CASE WHEN g.reference = 'REST' THEN g.state END) AS rest_state,
              max(CASE WHEN g.reference = 'BEST_OTHER' THEN g.composite END) AS best_other_composite,
              max(CASE WHEN g.reference = 'BEST_OTHER' THEN g.state END) AS best_other_state
            FROM measure.gap_summary g
            LEFT JOIN survey.technologies t ON g.subject_kind = 'TECHNOLOGY' AND t.technology_id = g.subject_id
            LEFT JOIN supplement.candidates c ON g.subject_kind = 'CANDIDATE' AND c.candidate_id = g.subject_id
            LEFT JOIN ingest.ipc_codes i ON g.subject_kind = 'NODE' AND i.symbol = g.subject_id
            GROUP BY g.subject_kind, g.subject_id, g.country, g.family_filter""")
    record GapMatrix(
            @Column("what is measured: TECHNOLOGY, CLUSTER, COMMUNITY, NODE or CANDIDATE")
            String subjectKind,

            @Column("technology, cluster, community, code or candidate")
            String subjectId,

            @Column("name of it, else its id") String name,
            @Column("country measured") String country,

            @Column("families counted: ALL or INTERNATIONAL")
            String familyFilter,

            @Column("families behind it") double nObs,

            @Column(value = "composite gap against all others, above 0 is ahead", nullable = true)
            Double restComposite,

            @Column(value = "lower end of its 95 % interval", nullable = true)
            Double restLo95,

            @Column(value = "upper end", nullable = true) Double restHi95,

            @Column(value = "LEAD, PARALLEL, FOLLOW or LOW_N", nullable = true)
            String restState,

            @Column(value = "composite gap against the best other country", nullable = true)
            Double bestOtherComposite,

            @Column(value = "LEAD, PARALLEL, FOLLOW or LOW_N", nullable = true)
            String bestOtherState) {}

    @Table(name = "views.cluster_labels", comment = "The clusters with their label terms in words.", key = "cluster_id")
    @View("""
            SELECT c.cluster_id, c.size, l.label_en, l.label_zh, c.growth, c.median_year, c.young_share, c.stability,
              c.stability_class, c.silhouette, array_join(c.central_families, ' ') AS central_families
            FROM measure.clusters c
            LEFT JOIN (SELECT y.cluster_id,
                nullif(concat_ws(', ',
                  max(CASE WHEN y.language = 'en' AND y.n = 1 THEN y.name END),
                  max(CASE WHEN y.language = 'en' AND y.n = 2 THEN y.name END),
                  max(CASE WHEN y.language = 'en' AND y.n = 3 THEN y.name END),
                  max(CASE WHEN y.language = 'en' AND y.n = 4 THEN y.name END),
                  max(CASE WHEN y.language = 'en' AND y.n = 5 THEN y.name END)), '') AS label_en,
                nullif(concat_ws(', ',
                  max(CASE WHEN y.language = 'zh' AND y.n = 1 THEN y.name END),
                  max(CASE WHEN y.language = 'zh' AND y.n = 2 THEN y.name END),
                  max(CASE WHEN y.language = 'zh' AND y.n = 3 THEN y.name END),
                  max(CASE WHEN y.language = 'zh' AND y.n = 4 THEN y.name END),
                  max(CASE WHEN y.language = 'zh' AND y.n = 5 THEN y.name END)), '') AS label_zh
              FROM (SELECT x.cluster_id, x.term.language AS language, x.term.name AS name, row_number() OVER (
                  PARTITION BY x.cluster_id, x.term.language ORDER BY x.term.weight DESC, x.term.name) AS n
                FROM (SELECT cluster_id, explode(terms) AS term FROM measure.clusters) x) y
              GROUP BY y.cluster_id) l ON l.cluster_id = c.cluster_id""")
    record ClusterLabel(
            @Column("cluster") int clusterId,
            @Column("families in it") long size,

            @Column(value = "the five strongest label terms in English", nullable = true)
            String labelEn,

            @Column(value = "the five strongest label terms in Chinese", nullable = true)
            String labelZh,

            @Column(value = "growth of its families, per year", nullable = true)
            Double growth,

            @Column(value = "median priority year", nullable = true)
            Double medianYear,

            @Column(value = "share of its families in the youngest third of years", nullable = true)
            Double youngShare,

            @Column(value = "mean greatest overlap over bootstraps, 0 to 1", nullable = true)
            Double stability,

            @Column(value = "STABLE, PATTERN, DOUBTFUL or DISSOLVED", nullable = true)
            String stabilityClass,

            @Column(value = "mean silhouette, -1 to 1", nullable = true)
            Double silhouette,

            @Column("five families nearest to the centre, separated by blanks")
            String centralFamilies) {}

    @Table(
            name = "views.dropped_candidates",
            comment = "What the screen dropped, why, and by how much.",
            key = "candidate_id")
    @View("""
            SELECT candidate_id, name_en, source, domain, families, score, rank, margin, near_miss, selection_frequency,
              kind, state, reason
            FROM screen.candidates
            WHERE NOT selected""")
    record DroppedCandidate(
            @Column("candidate") String candidateId,
            @Column("name in English") String nameEn,
            @Column("what it was made of first") String source,
            @Column(value = "domain", nullable = true) String domain,
            @Column("families") long families,

            @Column(value = "TOPSIS closeness; null where a gate dropped it first", nullable = true)
            Double score,

            @Column(value = "rank by score, 1 the best", nullable = true)
            Double rank,

            @Column(value = "score minus the cut", nullable = true)
            Double margin,

            @Column("whether it is a near miss") boolean nearMiss,

            @Column(value = "share of the draws in which it is selected", nullable = true)
            Double selectionFrequency,

            @Column(value = "CHALLENGER, FRONTIER, BOTH or NEITHER", nullable = true)
            String kind,

            @Column(value = "position of the focal country", nullable = true)
            String state,

            @Column("reason code") String reason) {}

    @Table(
            name = "views.release_ledger",
            comment = "What became of the records of each source.",
            key = {"release", "source"})
    @View("""
            SELECT l.release, l.source, count(*) AS files, CAST(sum(l.read) AS bigint) AS records,
              CAST(sum(l.new_records) AS bigint) AS new_records, CAST(sum(l.corrected) AS bigint) AS corrected,
              CAST(sum(l.unchanged) AS bigint) AS unchanged, CAST(sum(l.duplicate) AS bigint) AS duplicate,
              CAST(sum(l.quarantined) AS bigint) AS quarantined,
              CAST(sum(l.withdrawn_marked) + sum(l.withdrawn_absent) AS bigint) AS withdrawn,
              CASE WHEN sum(l.read) > 0 THEN CAST(sum(l.quarantined) AS double) / CAST(sum(l.read) AS double) END
                AS quarantined_share
            FROM ingest.ledger l
            GROUP BY l.release, l.source""")
    record ReleaseLedger(
            @Column("release") String release,
            @Column("source") String source,
            @Column("files") long files,
            @Column("records read") long records,
            @Column("publications not known before") long newRecords,

            @Column("publications whose content changed, or that came back after they were withdrawn")
            long corrected,

            @Column("publications as they were") long unchanged,

            @Column("records of a publication that an earlier record already gave")
            long duplicate,

            @Column("rejected records") long quarantined,

            @Column("publications withdrawn: marked, or absent from a snapshot")
            long withdrawn,

            @Column(value = "share of the records that were rejected", nullable = true)
            Double quarantinedShare) {}

    @Table(
            name = "views.technology_families",
            comment = "The families behind each technology of the list.",
            key = {"technology_id", "family_id"})
    @View("""
            SELECT t.technology_id, t.name_en, f.family_id, m.score AS membership, f.priority_year, f.representative,
              f.applicant, array_join(f.offices, ' ') AS offices, f.is_international, f.n_publications, f.title
            FROM grade.technologies t
            JOIN screen.candidate_families m ON m.candidate_id = t.technology_id
            JOIN ingest.families f ON f.family_id = m.family_id""")
    record TechnologyFamily(
            @Column("technology") String technologyId,
            @Column("name in English") String nameEn,
            @Column("family") String familyId,
            @Column("strength of the membership, 0 to 1") double membership,

            @Column(value = "year of the earliest priority", nullable = true)
            Integer priorityYear,

            @Column("publication that stands for the family")
            String representative,

            @Column(value = "first applicant", nullable = true)
            String applicant,

            @Column("publishing offices, separated by blanks")
            String offices,

            @Column("whether it passes the international filter")
            boolean isInternational,

            @Column("publications in the family") int nPublications,
            @Column(value = "title", nullable = true) String title) {}
}
