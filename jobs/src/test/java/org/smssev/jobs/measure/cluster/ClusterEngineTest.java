package org.smssev.jobs.measure.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smssev.common.config.ClusterConfig;
import org.smssev.common.tables.ClusterTables.Cluster;
import org.smssev.common.tables.ClusterTables.ClusterScan;
import org.smssev.jobs.testing.LocalSpark;

@ExtendWith(LocalSpark.class)
class ClusterEngineTest {
    /** Columns of families that the engine reads. */
    static final StructType FAMILIES = new StructType()
            .add("family_id", DataTypes.StringType, false)
            .add("title", DataTypes.StringType)
            .add("abstract_text", DataTypes.StringType)
            .add("ipc", DataTypes.createArrayType(DataTypes.StringType, false))
            .add("priority_year", DataTypes.IntegerType)
            .add("applicant", DataTypes.StringType);

    private static final String[][] TOPICS = {
        {"battery", "cathode", "electrolyte", "lithium", "anode", "separator"},
        {"alloy", "steel", "rolling", "tempering", "martensite", "strip"},
        {"ceramic", "sintering", "zirconia", "powder", "kiln", "porosity"}
    };
    private static final String[] CODES = {"H01M 10/0525", "C22C 38/00", "C04B 35/48"};

    @Test
    void inputPartitionsDoNotChangeABit(SparkSession spark) {
        ClusterConfig scanned = settings(3, ClusterConfig.Algorithm.KMEANS, 2, 1);
        Found one = cluster(spark, families(spark).repartition(1), scanned);
        for (int partitions : new int[] {3, 7, 64}) {
            assertThat(cluster(spark, families(spark).repartition(partitions), scanned))
                    .as(partitions + " partitions")
                    .isEqualTo(one);
        }
    }

    @Test
    void stabilityOverSeedsAndBootstrapsChoosesAndIsOnTheCurve(SparkSession spark) {
        Found found = cluster(spark, families(spark), settings(0, ClusterConfig.Algorithm.KMEANS, 3, 4));
        assertThat(found.scan()).hasSize(6);
        assertThat(found.scan()).allSatisfy(row -> {
            assertThat(row.silhouette()).isBetween(-1.0, 1.0);
            assertThat(row.calinskiHarabasz()).isPositive();
            assertThat(row.daviesBouldin()).isPositive();
            assertThat(row.found()).isEqualTo(row.k());
        });
        // Three planted topics: every seed and every bootstrap finds them.
        ClusterScan chosen =
                found.scan().stream().filter(ClusterScan::chosen).findFirst().orElseThrow();
        assertThat(chosen.k()).isEqualTo(3);
        assertThat(chosen.ariMean()).isEqualTo(1);
        assertThat(chosen.jaccardMean()).isEqualTo(1);
        assertThat(found.scan()).filteredOn(row -> row.jaccardMean() != null).hasSize(2);
        assertThat(found.clusters())
                .filteredOn(c -> c.clusterId() >= 0)
                .allSatisfy(c -> assertThat(c.stabilityClass()).isEqualTo("STABLE"));
        assertThat(found.clusters().get(1).topApplicants()).hasSize(1);
        assertThat(found.clusters().get(1).growth()).isNotNull();
        assertThat(found.clusters().get(1).silhouette()).isBetween(0.3, 1.0);
    }

    @Test
    void bisectingFindsTheTopicsToo(SparkSession spark) {
        Found found = cluster(spark, families(spark), settings(3, ClusterConfig.Algorithm.BISECTING, 1, 0));
        assertThat(found.clusters()).extracting(Cluster::size).containsExactly(2L, 100L, 100L, 100L);
        assertThat(found.scan()).singleElement().satisfies(row -> {
            assertThat(row.chosen()).isTrue();
            assertThat(row.ariMean()).isNull();
            assertThat(row.jaccardMean()).isNull();
        });
    }

    @Test
    void topicsAreFoundAndFamiliesWithoutFeaturesSetApart(SparkSession spark) {
        Found found = cluster(spark, families(spark), settings(0));
        assertThat(found.scan().stream().filter(ClusterScan::chosen))
                .singleElement()
                .extracting(ClusterScan::k)
                .isEqualTo(3);
        assertThat(found.clusters()).extracting(Cluster::clusterId).containsExactly(-1, 0, 1, 2);
        assertThat(found.clusters()).extracting(Cluster::size).containsExactly(2L, 100L, 100L, 100L);
        assertThat(found.clusters().get(1).terms()).hasSizeBetween(6, 10);
        assertThat(found.clusters().get(1).ipc()).hasSize(1);
        assertThat(found.members()).hasSize(302).contains("[none1,-1,null,null]");
    }

    @Test
    void familiesWithoutAnyFeatureAllGoToMinusOne(SparkSession spark) {
        Found found = cluster(spark, families(spark).filter("family_id like 'none%'"), settings(3));
        assertThat(found.clusters()).extracting(Cluster::clusterId).containsExactly(-1);
        assertThat(found.scan()).isEmpty();
        assertThat(found.members()).hasSize(2);
    }

    private record Found(List<Cluster> clusters, List<ClusterScan> scan, List<String> members) {}

    private static Found cluster(SparkSession spark, Dataset<Row> families, ClusterConfig settings) {
        try (ClusterEngine engine = new ClusterEngine(spark, settings, new Describer.Years(5, 2), step -> {})) {
            ClusterEngine.Outcome outcome = engine.run(families);
            return new Found(
                    outcome.clusters(),
                    outcome.scan(),
                    outcome.members().sort("family_id").collectAsList().stream()
                            .map(Row::toString)
                            .toList());
        }
    }

    private static ClusterConfig settings(int k) {
        return settings(k, ClusterConfig.Algorithm.KMEANS, 1, 0);
    }

    private static ClusterConfig settings(int k, ClusterConfig.Algorithm algorithm, int starts, int bootstraps) {
        return new ClusterConfig(
                algorithm,
                k,
                List.of(2, 3),
                ClusterConfig.Choice.BOTH,
                5,
                200,
                starts,
                bootstraps,
                5,
                2,
                0.9,
                1000,
                100,
                0.25,
                4,
                0.3,
                7);
    }

    private static Dataset<Row> families(SparkSession spark) {
        SplittableRandom random = new SplittableRandom(5);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int topic = i % TOPICS.length;
            StringBuilder text = new StringBuilder();
            for (int w = 0; w < 12; w++) {
                text.append(TOPICS[topic][random.nextInt(TOPICS[topic].length)]).append(' ');
            }
            rows.add(RowFactory.create(
                    "f" + (1000 + i),
                    TOPICS[topic][0],
                    text.toString(),
                    new String[] {CODES[topic]},
                    2000 + i % 20,
                    "Firm " + topic));
        }
        rows.add(RowFactory.create("none1", null, null, new String[0], null, null));
        rows.add(RowFactory.create("none2", "the of and", "1 2 3", new String[0], 2001, null));
        return spark.createDataFrame(rows, FAMILIES);
    }
}
