package org.smssev.jobs.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.ClusterTables.ClusterMember;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.common.tables.ScreenTables.CandidateFamily;

/**
 * Families of a candidate or cluster with their earliest priority in a year.
 *
 * @param subjectKind CANDIDATE or CLUSTER
 * @param subjectId candidate or cluster
 * @param year priority year
 * @param families families
 */
public record YearCount(String subjectKind, String subjectId, int year, long families) {
    /** The query that gives them. */
    static final String SQL = "SELECT 'CANDIDATE' AS subject_kind, candidate_id AS subject_id, priority_year AS year,"
            + " count(*) AS families FROM screen.candidate_families JOIN ingest.families USING (family_id)"
            + " WHERE priority_year IS NOT NULL GROUP BY candidate_id, priority_year"
            + " UNION ALL SELECT 'CLUSTER', CAST(cluster_id AS STRING), priority_year, count(*)"
            + " FROM measure.cluster_members JOIN ingest.families USING (family_id)"
            + " WHERE priority_year IS NOT NULL GROUP BY cluster_id, priority_year"
            + " ORDER BY subject_kind, subject_id, year";

    /** Tables that are counted. */
    static final List<Class<? extends Record>> TABLES =
            List.of(Family.class, CandidateFamily.class, ClusterMember.class);

    /** Counts the families of the run. */
    static List<YearCount> of(StageContext context) {
        Dataset<Row> years = context.dataset(Family.class)
                .select("family_id", "priority_year")
                .filter("priority_year IS NOT NULL");
        Dataset<Row> subjects = subjects(context, CandidateFamily.class, "CANDIDATE", "candidate_id")
                .unionByName(subjects(context, ClusterMember.class, "CLUSTER", "cluster_id"));
        return subjects
                .join(years, "family_id")
                .groupBy("subject_kind", "subject_id", "priority_year")
                .count()
                .orderBy("subject_kind", "subject_id", "priority_year")
                .collectAsList()
                .stream()
                .map(row -> new YearCount(row.getString(0), row.getString(1), row.getInt(2), row.getLong(3)))
                .toList();
    }

    private static Dataset<Row> subjects(
            StageContext context, Class<? extends Record> table, String kind, String column) {
        Column id = functions.col(column).cast("string");
        return context.dataset(table)
                .select(functions.lit(kind).as("subject_kind"), id.as("subject_id"), functions.col("family_id"));
    }

    /** What the page holds of them. */
    static Map<String, Object> view(List<YearCount> counts) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("table", "screen.candidate_families, measure.cluster_members, ingest.families");
        view.put("sql", SQL);
        view.put("columns", List.of("subject_kind", "subject_id", "year", "families"));
        view.put(
                "rows",
                counts.stream()
                        .map(c -> List.<Object>of(c.subjectKind(), c.subjectId(), c.year(), c.families()))
                        .toList());
        return view;
    }
}
