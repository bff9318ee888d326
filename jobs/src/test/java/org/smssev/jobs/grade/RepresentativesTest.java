package org.smssev.jobs.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smssev.jobs.testing.LocalSpark;

@ExtendWith(LocalSpark.class)
class RepresentativesTest {
    private static List<String> foremost(SparkSession spark, int most, String members) {
        Dataset<Row> families =
                spark.sql("SELECT * FROM VALUES ('F1', 'US-1-A', 2001, 'one'), ('F2', 'US-2-A', 2002, 'two'),"
                        + " ('F3', 'US-3-A', 2003, 'three'), ('F4', 'US-4-A', 2004, NULL), ('F5', 'US-5-A', NULL, 'five'),"
                        + " ('F6', 'US-6-A', NULL, 'six') AS t(family_id, representative, priority_year, title)");
        Dataset<Row> citations = spark.sql("SELECT * FROM VALUES ('F1', 0), ('F2', 7), ('F3', 0), ('F4', 0), ('F5', 0)"
                + " AS t(family_id, cited_by)");
        Dataset<Row> clusters = spark.sql("SELECT * FROM VALUES ('F1', 0.8D), ('F2', 0.9D), ('F3', 0.1D),"
                + " ('F4', CAST(NULL AS DOUBLE)) AS t(family_id, distance)");
        return new Representatives(families, citations, clusters)
                        .of(
                                spark.sql("SELECT * FROM VALUES " + members + " AS t(candidate_id, family_id, score)"),
                                most)
                        .orderBy("candidate_id", "rank")
                        .collectAsList()
                        .stream()
                        .map(row -> row.getString(0) + row.getInt(4) + " " + row.getString(1))
                        .toList();
    }

    @Test
    void familiesAlikeGoByCitationsThenCentreThenYouthThenNumber(SparkSession spark) {
        assertThat(foremost(
                        spark,
                        6,
                        "('T', 'F6', 0.5D), ('T', 'F5', 0.5D), ('T', 'F4', 0.5D), ('T', 'F3', 0.5D), ('T', 'F2', 0.5D),"
                                + " ('T', 'F1', 0.5D)"))
                .containsExactly("T1 US-2-A", "T2 US-3-A", "T3 US-1-A", "T4 US-4-A", "T5 US-5-A", "T6 US-6-A");
    }

    @Test
    void strengthOfTheMembershipComesFirst(SparkSession spark) {
        assertThat(foremost(spark, 2, "('T', 'F2', 0.5D), ('T', 'F6', 0.9D), ('T', 'F3', 0.5D), ('U', 'F1', 1.0D)"))
                .containsExactly("T1 US-6-A", "T2 US-2-A", "U1 US-1-A");
    }
}
