package org.smssev.jobs.grade;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The publications that stand for a technology: those of its foremost families. Foremost is what belongs to it most; of
 * families alike the one that more families cite, then the one nearer to the centre of its cluster, then the younger one.
 * The number decides last.
 */
final class Representatives {
    private static final String FAMILY = "family_id";

    private final Dataset<Row> families;
    private final Dataset<Row> citations;
    private final Dataset<Row> clusters;

    /**
     * What is known of families.
     *
     * @param families rows of {@code ingest.families}
     * @param citations rows of {@code measure.family_citations}
     * @param clusters rows of {@code measure.cluster_members}
     */
    Representatives(Dataset<Row> families, Dataset<Row> citations, Dataset<Row> clusters) {
        this.families = families;
        this.citations = citations;
        this.clusters = clusters;
    }

    /**
     * The foremost of each candidate.
     *
     * @param members candidate_id, family_id and score, the strength of the membership
     * @param most how many of each
     * @return candidate_id, representative, title, score and rank, 1 the foremost
     */
    Dataset<Row> of(Dataset<Row> members, int most) {
        String[] family = {FAMILY};
        Dataset<Row> foremost = members.join(families.select(FAMILY, "representative", "priority_year"), FAMILY)
                .join(citations.select(FAMILY, "cited_by"), family, "left")
                .join(clusters.select(FAMILY, "distance"), family, "left")
                .withColumn(
                        "rank",
                        row_number()
                                .over(Window.partitionBy("candidate_id")
                                        .orderBy(
                                                col("score").desc(),
                                                coalesce(col("cited_by"), lit(0))
                                                        .desc(),
                                                col("distance").asc_nulls_last(),
                                                col("priority_year").desc_nulls_last(),
                                                col("representative"))))
                .where(col("rank").leq(most));
        return foremost.select("candidate_id", FAMILY, "representative", "score", "rank")
                .join(families.select(FAMILY, "title"), FAMILY)
                .select("candidate_id", "representative", "title", "score", "rank");
    }
}
