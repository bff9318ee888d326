package org.smssev.jobs.screen;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.smssev.common.config.ScreenConfig.Source;

/**
 * The families of candidates in the columns of {@code screen.candidate_families}. Where a technology has clusters, a
 * family belongs half by its primary match (times its score) and half by its cluster; a technology alone has its primary
 * matches with their score, a cluster alone its members with 1. A community or a code that is a candidate has its
 * families with a quarter, as a code alone says little.
 */
final class CandidateFamilies {
    private static final String FAMILY = "family_id";
    private static final String TECHNOLOGY = "technology_id";
    private static final String CLUSTER = "cluster_id";
    private static final String CANDIDATE = "candidate_id";
    private static final String SCORE = "score";
    private static final double HALF = 0.5;
    private static final double QUARTER = 0.25;

    private final Dataset<Row> primary;
    private final Dataset<Row> members;

    /**
     * The datasets behind them.
     *
     * @param primary family_id, technology_id and score of primary matches
     * @param members family_id and cluster_id
     */
    CandidateFamilies(Dataset<Row> primary, Dataset<Row> members) {
        this.primary = primary;
        this.members = members;
    }

    /** The families of drafts, whose places the membership has. */
    Dataset<Row> of(SparkSession spark, List<Draft> drafts, Membership membership, FamilyFacts facts) {
        List<Row> technologies = new ArrayList<>();
        List<Row> clusters = new ArrayList<>();
        for (Draft draft : drafts) {
            double part = draft.source() == Source.TECHNOLOGY && draft.hasCluster() ? HALF : 1;
            draft.members().forEach(member -> {
                if (member.memberKind().equals(Source.TECHNOLOGY.name())) {
                    technologies.add(RowFactory.create(draft.candidateId(), member.memberId(), part));
                } else if (member.memberKind().equals(Source.CLUSTER.name())) {
                    clusters.add(RowFactory.create(draft.candidateId(), Integer.valueOf(member.memberId()), part));
                }
            });
        }
        Dataset<Row> byMatch = primary.join(
                        spark.createDataFrame(technologies, parts(TECHNOLOGY, DataTypes.StringType)), TECHNOLOGY)
                .select(
                        col(CANDIDATE),
                        col(FAMILY),
                        col("part").multiply(col(SCORE)).as("by_match"));
        Dataset<Row> byCluster = members.join(
                        spark.createDataFrame(clusters, parts(CLUSTER, DataTypes.IntegerType)), CLUSTER)
                .groupBy(CANDIDATE, FAMILY)
                .agg(max("part").as("by_cluster"));
        Dataset<Row> narrow = byMatch.join(byCluster, new String[] {CANDIDATE, FAMILY}, "full")
                .select(
                        col(CANDIDATE),
                        col(FAMILY),
                        coalesce(col("by_match"), lit(0.0))
                                .plus(coalesce(col("by_cluster"), lit(0.0)))
                                .as(SCORE));
        List<Row> wide = wide(drafts, membership, facts);
        if (wide.isEmpty()) {
            return narrow;
        }
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        return narrow.unionByName(spark.createDataFrame(context.parallelize(wide), parts(FAMILY, DataTypes.StringType))
                .withColumnRenamed("part", SCORE));
    }

    private static List<Row> wide(List<Draft> drafts, Membership membership, FamilyFacts facts) {
        List<Row> rows = new ArrayList<>();
        for (int f = 0; f < facts.size(); f++) {
            for (int at = membership.candidates.from(f); at < membership.candidates.to(f); at++) {
                Draft draft = drafts.get(membership.candidates.value(at));
                if (draft.source() == Source.COMMUNITY || draft.source() == Source.NODE) {
                    rows.add(RowFactory.create(
                            draft.candidateId(), facts.families().ids.key(f), QUARTER));
                }
            }
        }
        return rows;
    }

    private static StructType parts(String member, DataType type) {
        return new StructType()
                .add(CANDIDATE, DataTypes.StringType, false)
                .add(member, type, false)
                .add("part", DataTypes.DoubleType, false);
    }
}
