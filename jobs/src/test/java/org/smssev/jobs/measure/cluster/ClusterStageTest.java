package org.smssev.jobs.measure.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smssev.common.config.Config;
import org.smssev.common.config.ConfigReader;
import org.smssev.common.stage.StageContext;
import org.smssev.common.table.StoredTable;
import org.smssev.common.tables.ClusterTables.Cluster;
import org.smssev.common.tables.ClusterTables.ClusterEvent;
import org.smssev.common.tables.ClusterTables.ClusterMember;
import org.smssev.common.tables.IngestTables.Family;
import org.smssev.jobs.testing.LocalSpark;
import org.smssev.jobs.testing.ParquetTables;

/** Two releases, of which the second lacks one topic, has a new one and more families of the others. */
@ExtendWith(LocalSpark.class)
class ClusterStageTest {
    private static final Map<String, String[]> TOPICS = new TreeMap<>(Map.of(
            "battery", new String[] {"cathode", "electrolyte", "lithium", "anode", "separator"},
            "steel", new String[] {"alloy", "rolling", "tempering", "martensite", "strip"},
            "ceramic", new String[] {"sintering", "zirconia", "powder", "kiln", "porosity"},
            "laser", new String[] {"cavity", "diode", "mirror", "pump", "resonator"}));

    @TempDir
    private Path folder;

    @Test
    void clustersKeepTheirIdsWhereTheirFamiliesStayTogether(SparkSession spark) throws IOException {
        Run first = run(spark, "1", null, Map.of("battery", 90, "steel", 60, "ceramic", 120));
        Run second = run(spark, "2", first, Map.of("battery", 140, "ceramic", 130, "laser", 80));

        Map<String, Integer> before = first.clusterOfTopics();
        Map<String, Integer> after = second.clusterOfTopics();
        assertThat(before).isEqualTo(Map.of("ceramic", 0, "battery", 1, "steel", 2));
        assertThat(after).isEqualTo(Map.of("ceramic", 0, "battery", 1, "laser", 3));
        assertThat(second.rows(Cluster.class))
                .extracting(Cluster::clusterId)
                .containsExactlyInAnyOrderElementsOf(after.values());
        assertThat(second.rows(ClusterEvent.class))
                .filteredOn(event -> event.release().equals("2"))
                .extracting(event -> event.event() + " " + event.clusterId() + " " + event.families())
                .containsExactlyInAnyOrder("KEPT 0 130", "KEPT 1 140", "BORN 3 80", "DIED 2 60");
        assertThat(second.rows(ClusterEvent.class)).containsAll(first.rows(ClusterEvent.class));
        assertThat(second.quality).containsEntry("clusters_kept", 2.0);
    }

    @Test
    void familiesOfFewerTextsThanClustersMakeAsManyAsDiffer(SparkSession spark) throws IOException {
        for (int texts = 1; texts <= 3; texts++) {
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String[] words = new ArrayList<>(TOPICS.values()).get(i % texts);
                rows.add(RowFactory.create("f" + i, "t", String.join(" ", words), new String[0], 2000 + i, null));
            }
            Run run = run(spark, "1", null, spark.createDataFrame(rows, ClusterEngineTest.FAMILIES));
            assertThat(run.rows(Cluster.class)).as("%s texts", texts).hasSize(texts);
        }
    }

    private Run run(SparkSession spark, String release, Run earlier, Map<String, Integer> families) throws IOException {
        return run(spark, release, earlier, families(spark, families));
    }

    private Run run(SparkSession spark, String release, Run earlier, Dataset<Row> families) throws IOException {
        Path file = Files.writeString(folder.resolve("config.yaml"), """
                project: {name: Test, focal-country: CN}
                release: {id: '%s'}
                ingest: {sources: [{name: s, path: none.csv, columns: {publication-number: n}}]}
                cluster: {k: 3, components: 5, sample: 1000, min-df: 2, max-df: 1, partitions: 4}
                """.formatted(release));
        Run run = new Run(spark, ConfigReader.read(file, Map.of()), earlier, families);
        new ClusterStage().run(run.context());
        return run;
    }

    /** Families of each topic: battery0, battery1, ... with the same texts in every release. */
    private static Dataset<Row> families(SparkSession spark, Map<String, Integer> counts) {
        List<Row> rows = new ArrayList<>();
        new TreeMap<>(counts).forEach((topic, count) -> {
            SplittableRandom random = new SplittableRandom(topic.length());
            for (int i = 0; i < count; i++) {
                StringBuilder text = new StringBuilder();
                for (int word = 0; word < 12; word++) {
                    text.append(TOPICS.get(topic)[random.nextInt(TOPICS.get(topic).length)])
                            .append(' ');
                }
                rows.add(RowFactory.create(topic + i, topic, text.toString(), new String[0], 2000 + i % 20, null));
            }
        });
        return spark.createDataFrame(rows, ClusterEngineTest.FAMILIES);
    }

    /** A run of the stage alone, with its tables in memory. */
    private final class Run {
        private final SparkSession spark;
        private final Config config;
        private final Run earlier;
        private final Map<Object, Object> tables = new HashMap<>();
        private final Map<String, Double> quality = new HashMap<>();

        Run(SparkSession spark, Config config, Run earlier, Dataset<Row> families) {
            this.spark = spark;
            this.config = config;
            this.earlier = earlier;
            tables.put(Family.class, families);
        }

        <T> List<T> rows(Class<T> table) {
            return ((List<?>) tables.get(table)).stream().map(table::cast).toList();
        }

        /** The cluster of each topic, all of whose families must be in it. */
        Map<String, Integer> clusterOfTopics() {
            Map<String, Integer> found = new TreeMap<>();
            for (Row row : ((Dataset<?>) tables.get(ClusterMember.class)).toDF().collectAsList()) {
                String topic = row.getString(0).replaceAll("[0-9]", "");
                assertThat(found.merge(topic, row.getInt(1), (a, b) -> a.equals(b) ? a : -9))
                        .as(row.getString(0))
                        .isNotEqualTo(-9);
            }
            return found;
        }

        /** The only large table that a stage reads of an earlier release. */
        private StoredTable members() {
            return ParquetTables.written(
                    ClusterMember.class,
                    ((Dataset<?>) tables.get(ClusterMember.class)).toDF(),
                    folder.resolve("members"));
        }

        StageContext context() {
            return (StageContext) Proxy.newProxyInstance(
                    StageContext.class.getClassLoader(), new Class<?>[] {StageContext.class}, this::answer);
        }

        private Object answer(Object proxy, Method method, Object[] arguments) {
            return switch (method.getName()) {
                case "spark" -> spark;
                case "config" -> config;
                case "dataset" -> tables.get(arguments[0]);
                case "earlierRows" -> Optional.ofNullable(earlier).map(run -> run.tables.get(arguments[0]));
                case "earlierTable" -> Optional.ofNullable(earlier).map(Run::members);
                case "write" -> keep(arguments[0], arguments[1]);
                case "quality" -> quality.put((String) arguments[0], (Double) arguments[2]);
                case "progress", "convention" -> null;
                default -> throw new UnsupportedOperationException(method.getName());
            };
        }

        private Object keep(Object table, Object rows) {
            // Read before the stage ends, which lets go of its blocks.
            tables.put(
                    table,
                    rows instanceof Dataset<?> dataset
                            ? spark.createDataFrame(dataset.toDF().collectAsList(), dataset.schema())
                            : rows);
            return null;
        }
    }
}
