package org.smssev.jobs.screen;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The families of technologies, clusters and candidates, counted by Spark. */
final class CandidateFamilies {
    private static final String FAMILY = "family_id";
    private static final String TECHNOLOGY = "technology_id";
    private static final String CLUSTER = "cluster_id";
    private static final String CANDIDATE = "candidate_id";
    private static final String SCORE = "score";
    private static final double HALF = 0.5;

    private final Dataset<Row> primary;
    private final Dataset<Row> members;

    CandidateFamilies(Dataset<Row> matches, Dataset<Row> members) {
        this.primary = matches.filter(col("is_primary")).select(FAMILY, TECHNOLOGY, SCORE);
        this.members = members.select(FAMILY, CLUSTER);
    }

    /** Families that technologies (by primary matches) and clusters share. */
    List<Merging.Common> common() {
        return primary.join(members, FAMILY).groupBy(TECHNOLOGY, CLUSTER).agg(count(lit(1))).collectAsList().stream()
                .map(r -> new Merging.Common(r.getString(0), r.getInt(1), r.getLong(2)))
                .toList();
    }

    /** Families of each technology, by primary matches. */
    Map<String, Long> technologies() {
        Map<String, Long> counts = new TreeMap<>();
        primary.groupBy(TECHNOLOGY)
                .agg(count(lit(1)))
                .collectAsList()
                .forEach(r -> counts.put(r.getString(0), r.getLong(1)));
        return counts;
    }

    /**
     * The families of each candidate in the columns of {@code screen.candidate_families}. Where a technology has
     * clusters, a family belongs half by its primary match (times its score) and half by its cluster; a technology alone
     * has its primary matches with their score, a cluster alone its members with 1.
     */
    Dataset<Row> families(SparkSession spark, List<Draft> drafts) {
        List<Row> technologies = new ArrayList<>();
        List<Row> clusters = new ArrayList<>();
        for (Draft draft : drafts) {
            double part = draft.technologyId() != null && draft.clusterId() != null ? HALF : 1;
            draft.members().forEach(member -> {
                if (member.memberKind().equals("TECHNOLOGY")) {
                    technologies.add(RowFactory.create(draft.candidateId(), member.memberId(), part));
                } else if (member.memberKind().equals("CLUSTER")) {
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
        return byMatch.join(byCluster, new String[] {CANDIDATE, FAMILY}, "full")
                .select(
                        col(CANDIDATE),
                        col(FAMILY),
                        coalesce(col("by_match"), lit(0.0))
                                .plus(coalesce(col("by_cluster"), lit(0.0)))
                                .as(SCORE));
    }

    private static StructType parts(String member, org.apache.spark.sql.types.DataType type) {
        return new StructType()
                .add(CANDIDATE, DataTypes.StringType, false)
                .add(member, type, false)
                .add("part", DataTypes.DoubleType, false);
    }

    /** Counts of each candidate's families by year and international filter. */
    static Map<String, FamilyFigures> figures(Dataset<Row> candidateFamilies, Dataset<Row> families) {
        Map<String, FamilyFigures> figures = new TreeMap<>();
        candidateFamilies
                .join(families.select(FAMILY, "priority_year", "is_international"), FAMILY)
                .groupBy(CANDIDATE, "priority_year", "is_international")
                .agg(count(lit(1)))
                .collectAsList()
                .forEach(r -> figures.computeIfAbsent(r.getString(0), k -> new FamilyFigures())
                        .add(r.isNullAt(1) ? null : Integer.valueOf(r.getInt(1)), r.getBoolean(2), r.getLong(3)));
        return figures;
    }
}
